import type { SmsRecipient, SmsRecipients, SmsRecipientSearch } from '../../src/contract/index.js';
import { addDays, addMonths } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { checkDate } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { createCalendar } from '../core/day.js';
import { noReminders } from '../core/reminder-policy.js';
import { findPatientById } from '../store/patients.js';
import { findSmsChoices, withRecords } from '../store/planned.js';
import { findAppointmentsOn, findRecipients } from '../store/staff/sms-recipients.js';
import type { StaffWork } from './actor.js';
import { hasRight, requireRight } from './actor.js';

const pageSize = 500;
/** A clinic of a hundred chairs has fewer appointments a day. */
const mostOnADay = 5000;

/**
 * Who an SMS to many may go to (M-11): patients of the register, or whoever has an appointment on a day. Whoever gets none is there,
 * with the reason. Throws `not-allowed` without the right to the register, or to appointments.
 */
export async function findSmsRecipients(
  work: StaffWork,
  search: SmsRecipientSearch,
): Promise<SmsRecipients> {
  requireRight(work, 'patients', 'everywhere');
  return search.day === undefined ? ofRegister(work, search) : ofDay(work, search, search.day);
}

async function ofRegister(work: StaffWork, search: SmsRecipientSearch): Promise<SmsRecipients> {
  const { tx, account, now } = work;
  const { clinic, clinician, recallMonth, ageFrom, ageTo, cursor } = search;
  const today = toClockTime(now, account.timeZone).date;
  const rows = await findRecipients(
    tx,
    {
      ...{ clinic, clinician },
      visitFrom: midnight(work, 'visitFrom', search.visitFrom),
      visitUntil: midnight(work, 'visitUntil', search.visitUntil),
      ...(recallMonth !== undefined && {
        recall: { from: `${recallMonth}-01`, until: addMonths(`${recallMonth}-01`, 1) },
      }),
      // Somebody is of an age from one birthday up to the day before the next.
      ...(ageTo !== undefined && { bornAfter: addMonths(today, -12 * (ageTo + 1)) }),
      ...(ageFrom !== undefined && { bornUntil: addMonths(today, -12 * ageFrom) }),
      ...(cursor !== undefined && { after: await pageBegin(work, cursor) }),
    },
    new Date(now),
    pageSize + 1,
  );
  const page = rows.slice(0, pageSize);
  const chosen = await chooser(
    work,
    page.map(({ id, mobile }) => ({ id, patientId: id, mobile })),
  );
  const at = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    items: page.map(({ id, firstName, lastName, birthDate, mobile, lastVisit, recallWeek }) => ({
      ...{ id, patient: id, firstName, lastName, mobile },
      ...(birthDate !== null && { birthDate }),
      ...chosen(id, mobile),
      ...(lastVisit && { lastVisit: at(lastVisit) }),
      ...(recallWeek !== null && { recallWeek }),
    })),
    ...(last && { next: last.id }),
  };
}

async function pageBegin({ tx }: Work, cursor: string) {
  const patient = await findPatientById(tx, cursor.toLowerCase());
  if (!patient) throw invalid({ path: 'cursor', code: 'unknown' });
  return patient;
}

/** Appointments of a day that the caller may see. */
async function ofDay(
  work: StaffWork,
  { clinic, clinician }: SmsRecipientSearch,
  day: string,
): Promise<SmsRecipients> {
  const { tx, account, actor } = work;
  if (!hasRight(actor, 'appointments', 'anywhere'))
    requireRight(work, 'appointments', 'everywhere');
  const range = {
    from: midnight(work, 'day', day)!,
    until: midnight(work, 'day', addDays(day, 1))!,
  };
  const found = await findAppointmentsOn(tx, { ...range, clinic, clinician }, mostOnADay);
  const seen = found.filter(({ reservation: { clinicId, clinicianId } }) =>
    hasRight(actor, 'appointments', { clinic: clinicId, clinician: clinicianId }),
  );
  const times = await withRecords(tx, seen);
  const chosen = await chooser(
    work,
    times.map(({ booking: { id, patientId, mobile } }) => ({ id, patientId, mobile })),
  );
  return {
    items: times.map(({ booking, reservation }) => ({
      id: booking.id,
      ...(booking.patientId !== null && { patient: booking.patientId }),
      firstName: booking.firstName ?? '',
      lastName: booking.lastName ?? '',
      mobile: booking.mobile,
      ...chosen(booking.id, booking.mobile),
      appointment: {
        start: formatInstant(reservation.startsAt.getTime(), account.timeZone),
        clinic: reservation.clinicId,
        clinician: reservation.clinicianId,
      },
    })),
  };
}

function midnight({ account }: Work, path: string, date: string | undefined): Date | undefined {
  if (date === undefined) return undefined;
  checkDate(path, date);
  return new Date(createCalendar(account.timeZone)(date).midnight);
}

const validMobile = /^\+[1-9]\d{7,14}$/;

/** Says of each of some people whether they get SMS, and why not. */
async function chooser(
  { tx, catalogue }: Work,
  asked: Parameters<typeof findSmsChoices>[1],
): Promise<
  (id: string, mobile: string | null) => Pick<SmsRecipient, 'wish' | 'without' | 'byPolicy'>
> {
  const { reminders: { to } = noReminders } = await catalogue();
  const choices = await findSmsChoices(tx, asked);
  return (id, mobile) => {
    const { wish, isRefused } = choices.get(id)!;
    const without =
      wish === false
        ? 'wish'
        : mobile === null || !validMobile.test(mobile)
          ? 'mobile'
          : isRefused
            ? 'refused'
            : undefined;
    const byPolicy = !without && (to === 'all' || (to === 'wishing' && wish === true));
    return { wish, ...(without && { without }), byPolicy };
  };
}
