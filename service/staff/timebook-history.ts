import { formatInstant } from '../../src/domain/clock-time.js';
import { moveReminders } from '../appointment/appointment-messages.js';
import { invalid, ProblemError } from '../context/problem.js';
import { cancelWaiting } from '../messages/outbox.js';
import { cancelTime } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';
import { findBooking } from '../store/bookings.js';
import type { HistoryRow } from '../store/staff/history.js';
import { findLaterEntry } from '../store/staff/history.js';
import type { Reservation } from '../store/reservations.js';
import { takeInstead } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { resourcesOf } from './appointment-resources.js';
import { note } from './history-notes.js';

/** Where and when an appointment is or was: all that the history keeps of it, and nothing of who comes. */
interface Kept {
  clinic: string;
  clinician: string;
  start: string;
  minutes: number;
}

/** An appointment that staff booked (no time before), moved, or cancelled (none after). */
interface TimebookChange {
  /** Of the booking. */
  id: string;
  before: Reservation | undefined;
  after: Reservation | undefined;
}

/** Writes a change of the timebook into the history, in its transaction (C-04). Returns its number. */
export async function noteTimebook(
  work: StaffWork,
  { id, before, after }: TimebookChange,
  undoes?: number,
): Promise<number> {
  const kept = (time: Reservation | undefined) => (time ? keptOf(work, time) : null);
  const { clinic, clinician, start } = kept(after ?? before)!;
  return note(work, {
    action: undoes !== undefined ? 'undone' : after ? 'stored' : 'removed',
    kind: 'timebook',
    recordId: id,
    count: 1,
    place: { clinic, clinician, from: start, to: start },
    before: kept(before) as Record<string, unknown> | null,
    after: kept(after) as Record<string, unknown> | null,
    ...(undoes === undefined ? {} : { undoesId: undoes }),
  });
}

/** Whether an entry is one of an appointment. */
export const isTimebookEntry = ({ kind }: HistoryRow): boolean => kind === 'timebook';

/**
 * Takes a change of an appointment back: cancels what was booked, moves it back, or books again what was cancelled. Nothing is sent.
 * Throws `invalid` where somebody changed it since (`changed-since`), `slot-taken` where its former time is taken, `not-allowed`.
 */
export async function undoTimebook(work: StaffWork, entry: HistoryRow): Promise<number> {
  const { tx, account, now } = work;
  const before = entry.before as unknown as Kept | null;
  const after = entry.after as unknown as Kept | null;
  for (const place of [before, after]) if (place) requireRight(work, 'appointments', place);
  const time = await findBooking(tx, entry.recordId!);
  if (!time || !isAsLeft(work, time, after)) {
    const later = await findLaterEntry(tx, entry);
    throw new ProblemError('invalid', {
      fields: [{ path: 'id', code: 'changed-since' }],
      ...(later === undefined ? {} : { entry: String(later) }),
    });
  }
  const present = after ? time.reservation : undefined;
  const change = { id: time.booking.id, before: present };
  if (!before) {
    await cancelWaiting(tx, time.booking.id, now, 'appointment-cancelled');
    await cancelTime(tx, time, new Date(now));
    return noteTimebook(work, { ...change, after: undefined }, entry.id);
  }
  const startsAt = new Date(before.start);
  if (startsAt.getTime() <= now) throw invalid({ path: 'start', code: 'past' });
  const { rows } = await work.catalogue();
  const template = rows.templates.find((row) => row.id === time.reservation.templateId);
  const moved = await takeInstead(
    tx,
    time,
    {
      accountId: account.id,
      clinicId: before.clinic,
      clinicianId: before.clinician,
      startsAt,
      endsAt: new Date(startsAt.getTime() + before.minutes * 60_000),
      resourceIds: resourcesOf(rows, before.clinic, template),
    },
    new Date(now),
  );
  if (!moved) throw new ProblemError('slot-taken');
  await moveReminders(work, moved);
  return noteTimebook(work, { ...change, after: moved.reservation }, entry.id);
}

function keptOf({ account }: StaffWork, time: Reservation): Kept {
  return {
    clinic: time.clinicId,
    clinician: time.clinicianId,
    start: formatInstant(time.startsAt.getTime(), account.timeZone),
    minutes: (time.endsAt.getTime() - time.startsAt.getTime()) / 60_000,
  };
}

/** Whether an appointment is still where a change left it, or cancelled where that cancelled it. */
function isAsLeft(work: StaffWork, { reservation }: BookedTime, after: Kept | null): boolean {
  if (!after) return reservation.status === 'cancelled';
  const now = keptOf(work, reservation);
  return (
    reservation.status === 'booked' &&
    (Object.keys(now) as (keyof Kept)[]).every((name) => now[name] === after[name])
  );
}
