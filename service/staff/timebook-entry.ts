import type { TimebookEntry } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { composeTimebookText } from '../core/timebook-text.js';
import type { TimebookRow } from '../store/staff/timebook.js';

/** A row of the timebook as the API writes it, in the account's zone. */
export function toEntry(
  { reservation, booking, patient, templateText }: TimebookRow,
  timeZone: string,
): TimebookEntry {
  const { startsAt, endsAt, createdAt } = reservation;
  return {
    // As patients, messages and exports name it; what is only held is no appointment yet.
    id: booking?.id ?? reservation.id,
    status: reservation.status as TimebookEntry['status'],
    start: formatInstant(startsAt.getTime(), timeZone),
    minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
    clinic: reservation.clinicId,
    clinician: reservation.clinicianId,
    template: reservation.templateId,
    patient,
    text:
      booking?.text ??
      composeTimebookText({
        templateText,
        campaignCode: booking?.campaignCode,
        message: booking?.message,
      }),
    registeredBy: booking?.registeredBy ?? '',
    registeredAt: formatInstant((booking?.registeredAt ?? createdAt).getTime(), timeZone),
  };
}
