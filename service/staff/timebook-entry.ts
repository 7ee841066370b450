import type { TimebookEntry } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { rowVersion } from '../core/row-version.js';
import { answerTo } from '../core/sms-answer.js';
import { composeTimebookText } from '../core/timebook-text.js';
import type { TimebookRow } from '../store/staff/timebook.js';

/** A row of the timebook as the API writes it, in the account's zone. */
export function toEntry(
  { reservation, booking, patient, template, need }: TimebookRow,
  { timeZone, withMobile = false }: { timeZone: string; withMobile?: boolean },
): TimebookEntry {
  const { startsAt, endsAt, createdAt } = reservation;
  const entry = {
    // As patients, messages and exports name it; what is only held is no appointment yet.
    id: booking?.id ?? reservation.id,
    status: reservation.status as TimebookEntry['status'],
    start: formatInstant(startsAt.getTime(), timeZone),
    minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
    clinic: reservation.clinicId,
    clinician: reservation.clinicianId,
    template: reservation.templateId,
    patient: patient && toPatient(patient, withMobile),
    text:
      booking?.text ??
      composeTimebookText({
        templateText: template?.timebookText,
        campaignCode: booking?.campaignCode,
        message: booking?.message,
      }),
    registeredBy: booking?.registeredBy ?? '',
    registeredAt: formatInstant((booking?.registeredAt ?? createdAt).getTime(), timeZone),
    arrivedAt: booking?.arrivedAt ? formatInstant(booking.arrivedAt.getTime(), timeZone) : null,
    campaignCode: booking?.campaignCode ?? null,
    recallCard: booking?.recallCard ?? template?.recallCard ?? false,
    need,
    resource: reservation.resourceId,
  };
  // Not of who looks at it: a mobile is for some alone, nor of what comes in by SMS. Nor of the patient's record, which has a version of its own.
  const smsAnswer = booking && answerTo(booking, startsAt);
  return {
    ...entry,
    ...(smsAnswer && { smsAnswer }),
    version: rowVersion({ ...entry, patient: patient?.id }),
  };
}

function toPatient({ mobile, ...rest }: NonNullable<TimebookRow['patient']>, withMobile: boolean) {
  return withMobile ? { ...rest, mobile } : rest;
}
