import type { TimebookEntry, TimebookPatch } from '../../src/contract/index.js';
import { moveReminders, sendMoved } from '../appointment/appointment-messages.js';
import { requireUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { endAlertsOf } from '../store/alerts.js';
import type { BookedTime, Booking } from '../store/bookings.js';
import { updateBooking } from '../store/bookings.js';
import { takeInstead } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { moveNext } from './appointment-need.js';
import { resourcesOf } from './appointment-resources.js';
import type { Condition } from './records/version.js';
import { clashesOfMove, requireOverrides } from './timebook-clashes.js';
import { checkEntry, checkTime, readEntry } from './timebook.js';
import { noteTimebook } from './timebook-history.js';

/**
 * Moves an appointment by hand (C-10), whatever is offered online, changes its length, text or details, or notes that its patient has
 * come. Throws `not-found`, `invalid`, `slot-taken`, `version-conflict`, and `not-allowed` where the caller may not book before or after.
 */
export async function changeTimebook(
  work: StaffWork,
  id: string,
  patch: TimebookPatch,
  condition: Condition = {},
): Promise<TimebookEntry> {
  requireUuid(id);
  const { tx, account, now } = work;
  const found = await checkEntry(work, id, condition);
  if (found?.reservation.status !== 'booked') throw new ProblemError('not-found');
  const { reservation: before } = found;
  const present = {
    clinic: before.clinicId,
    clinician: before.clinicianId,
    start: formatInstant(before.startsAt.getTime(), account.timeZone),
    minutes: (before.endsAt.getTime() - before.startsAt.getTime()) / 60_000,
  };
  requireRight(work, 'appointments', present);
  const time = await changeBooking(work, found, patch);
  const wanted = { ...present, ...withoutUndefined(patch) };
  const isSame =
    Date.parse(wanted.start) === before.startsAt.getTime() &&
    wanted.minutes === present.minutes &&
    wanted.clinic === present.clinic &&
    wanted.clinician === present.clinician;
  if (isSame) {
    requireOverrides(work, [], patch.override, [present]);
    const isNoted =
      isArrived(time) !== isArrived(found) ||
      time.booking.text !== found.booking.text ||
      time.booking.campaignCode !== found.booking.campaignCode ||
      time.booking.recallCard !== found.booking.recallCard;
    if (isNoted) await noteTimebook(work, { id, before: found, after: time });
    return readEntry(work, before);
  }

  checkTime(work, wanted);
  const { rows } = await work.catalogue();
  const template = rows.templates.find((row) => row.id === before.templateId);
  const clashes = await clashesOfMove(work, found, wanted);
  requireOverrides(work, clashes, patch.override, [present, wanted]);
  const startsAt = new Date(wanted.start);
  const moved = await takeInstead(
    tx,
    time,
    {
      accountId: account.id,
      clinicId: wanted.clinic,
      clinicianId: wanted.clinician,
      startsAt,
      endsAt: new Date(startsAt.getTime() + wanted.minutes * 60_000),
      resourceIds: resourcesOf(rows, wanted.clinic, template),
    },
    new Date(now),
  );
  if (!moved) throw new ProblemError('slot-taken');
  // Who waited for an earlier time has one (P-48).
  if (startsAt < before.startsAt) await endAlertsOf(tx, id);
  await moveNext(work, moved, patch.moveNextRecall);
  // What still waits names the old time (M-07).
  if (patch.message) await sendMoved(work, moved);
  else await moveReminders(work, moved);
  await noteTimebook(work, { id, before: found, after: moved, overrode: clashes });
  return readEntry(work, moved.reservation);
}

/** Text, campaign code, card and arrival stand with the booking, whenever its time is. */
async function changeBooking(
  { tx, account, now }: StaffWork,
  time: BookedTime,
  { text, campaignCode, recallCard, arrived: said, start }: TimebookPatch,
): Promise<BookedTime> {
  const dateOf = (instant: number) => toClockTime(instant, account.timeZone).date;
  const { startsAt } = time.reservation;
  const isSameDay = start === undefined || dateOf(Date.parse(start)) === dateOf(startsAt.getTime());
  // Whoever came is not there on another day.
  const arrived = said ?? (isSameDay ? undefined : false);
  const change: Partial<Booking> = {
    ...(text === undefined ? {} : { text }),
    ...(campaignCode === undefined ? {} : { campaignCode: campaignCode || null }),
    ...(recallCard === undefined ? {} : { recallCard }),
    // The first word counts: who says it again does not change when it was.
    ...(arrived === undefined || arrived === isArrived(time)
      ? {}
      : { arrivedAt: arrived ? new Date(now) : null }),
  };
  if (Object.keys(change).length === 0) return time;
  return { ...time, booking: await updateBooking(tx, time.booking.id, change) };
}

const isArrived = ({ booking }: BookedTime): boolean => booking.arrivedAt !== null;

function withoutUndefined({ start, minutes, clinic, clinician }: TimebookPatch) {
  const given = { start, minutes, clinic, clinician };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<Record<'start' | 'clinic' | 'clinician', string> & { minutes: number }>;
}
