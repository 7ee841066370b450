import type { TimebookEntry, TimebookPatch } from '../../src/contract/index.js';
import { moveReminders, sendMoved } from '../appointment/appointment-messages.js';
import { requireUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { findBooking, updateBooking } from '../store/bookings.js';
import { takeInstead } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { resourcesOf } from './appointment-resources.js';
import { checkTime, readEntry, refuseBlocked } from './timebook.js';
import { noteTimebook } from './timebook-history.js';

/**
 * Moves an appointment by hand (C-10), whatever is offered online, or changes its length or text. Throws `not-found`, `invalid`,
 * `slot-taken`, and `not-allowed` where the caller may not book before or after.
 */
export async function changeTimebook(
  work: StaffWork,
  id: string,
  patch: TimebookPatch,
): Promise<TimebookEntry> {
  requireUuid(id);
  const { tx, account, now } = work;
  const time = await findBooking(tx, id);
  if (time?.reservation.status !== 'booked') throw new ProblemError('not-found');
  const { booking, reservation: before } = time;
  const present = {
    clinic: before.clinicId,
    clinician: before.clinicianId,
    start: formatInstant(before.startsAt.getTime(), account.timeZone),
    minutes: (before.endsAt.getTime() - before.startsAt.getTime()) / 60_000,
  };
  requireRight(work, 'appointments', present);
  if (patch.text !== undefined) await updateBooking(tx, booking.id, { text: patch.text });
  const wanted = { ...present, ...withoutUndefined(patch) };
  const isSame =
    Date.parse(wanted.start) === before.startsAt.getTime() &&
    wanted.minutes === present.minutes &&
    wanted.clinic === present.clinic &&
    wanted.clinician === present.clinician;
  if (isSame) return readEntry(work, before);

  checkTime(work, wanted);
  const { rows, catalogue: rules } = await work.catalogue();
  const template = rows.templates.find((row) => row.id === before.templateId);
  await refuseBlocked(
    work,
    rules,
    { ...wanted, override: patch.override },
    template?.categoryId ?? null,
  );
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
  // What still waits names the old time (M-07).
  if (patch.message) await sendMoved(work, moved);
  else await moveReminders(work, moved);
  await noteTimebook(work, { id: booking.id, before, after: moved.reservation });
  return readEntry(work, moved.reservation);
}

function withoutUndefined({ start, minutes, clinic, clinician }: TimebookPatch) {
  const given = { start, minutes, clinic, clinician };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<Record<'start' | 'clinic' | 'clinician', string> & { minutes: number }>;
}
