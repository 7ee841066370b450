import { millisecondsInDay } from 'date-fns/constants';
import type { TimeAlertRequest } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime, toInstant } from '../../src/domain/clock-time.js';
import { situationOf } from '../appointment/session-appointments.js';
import { checkDate } from '../context/dates.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseNewBookings } from '../context/work.js';
import { alertDays } from '../core/alert-waves.js';
import { mayMove } from '../core/appointment-rules.js';
import { listOffers } from '../core/template-lists.js';
import type { NewAlert } from '../store/alerts.js';
import type { BookedTime } from '../store/bookings.js';
import { findNeedOfBooking } from '../store/recalls.js';

/** Which times an alert is about. */
export type WishedTimes = Required<
  Pick<NewAlert, 'clinicId' | 'groupId' | 'clinicianId' | 'templateId' | 'bookingId' | 'before'>
>;

/**
 * The times that would do instead of an appointment: those that it may be moved to, and that are earlier. Throws `not-allowed` with
 * the reason where it may not be moved online, for then nobody could take them.
 */
export async function timesBefore(
  work: Work,
  time: BookedTime,
  body: TimeAlertRequest,
): Promise<WishedTimes> {
  const { rows } = await work.catalogue();
  const { booking, reservation } = time;
  const recall = await findNeedOfBooking(work.tx, booking.id);
  const { allowed, reason } = mayMove(situationOf(work, time, rows, recall));
  if (!allowed) throw new ProblemError('not-allowed', reason ? { reason } : {});
  const before = Math.min(reservation.startsAt.getTime(), lastInstantOf(work, body.until));
  return {
    clinicId: body.clinic ?? null,
    groupId: body.group ?? null,
    clinicianId: body.clinician ?? null,
    templateId: reservation.templateId,
    bookingId: booking.id,
    before: new Date(before),
  };
}

/** The times of what was chosen, up to a last date; throws `invalid` for what nobody offers, and `closed`. */
export async function timesOfChoice(work: Work, body: TimeAlertRequest): Promise<WishedTimes> {
  refuseNewBookings(work.account);
  const { clinic, group, clinician, treatment } = body;
  // Without it nobody knows how long a time has to be.
  if (treatment === undefined) throw invalid({ path: 'treatment', code: 'empty' });
  const { catalogue } = await work.catalogue();
  const groupOf = new Map(catalogue.clinics.map((row) => [row.id, row.group]));
  const isOffered = listOffers(catalogue).some(
    (offer) =>
      offer.treatments.includes(treatment) &&
      (clinic === undefined || offer.clinic === clinic) &&
      (clinician === undefined || offer.clinician === clinician) &&
      (group === undefined || groupOf.get(offer.clinic) === group),
  );
  if (!isOffered) throw invalid({ path: 'treatment', code: 'value' });
  return {
    clinicId: clinic ?? null,
    groupId: group ?? null,
    clinicianId: clinician ?? null,
    templateId: treatment,
    bookingId: null,
    before: new Date(lastInstantOf(work, body.until)),
  };
}

/** The end of the last date that would do, at most 90 days from now, epoch milliseconds; throws `invalid` for one that is past. */
function lastInstantOf({ account, now }: Work, until: string | undefined): number {
  const { timeZone } = account;
  const latest = now + alertDays * millisecondsInDay;
  if (until === undefined) return latest;
  checkDate('until', until);
  if (until < toClockTime(now, timeZone).date) throw invalid({ path: 'until', code: 'past' });
  return Math.min(latest, toInstant(addDays(until, 1), 0, timeZone));
}
