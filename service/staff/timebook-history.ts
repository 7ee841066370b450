import type { TimebookClash } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { moveReminders } from '../appointment/appointment-messages.js';
import { invalid, ProblemError } from '../context/problem.js';
import { changedPaths } from '../core/record-diff.js';
import { cancelWaiting } from '../messages/outbox.js';
import { findKeptText, keepText } from '../store/appointment-texts.js';
import { cancelTime } from '../store/appointments.js';
import type { BookedTime, Booking } from '../store/bookings.js';
import { findBooking, updateBooking } from '../store/bookings.js';
import { restoreNeed } from '../store/recalls.js';
import type { HistoryRow } from '../store/staff/history.js';
import { findLaterEntry } from '../store/staff/history.js';
import { takeInstead } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { bookForNeed, moveNext, takeNeed } from './appointment-need.js';
import { resourcesOf } from './appointment-resources.js';
import { note } from './history-notes.js';

/** Where and when an appointment is or was, and what staff noted with it: all that the history keeps of it, and nothing of who comes. */
interface Kept {
  clinic: string;
  clinician: string;
  start: string;
  minutes: number;
  /** The patient has come. */
  arrived?: true;
  /** Null: none. Absent of what was written before there were details. */
  campaignCode?: string | null;
  /** As staff said; null: as the template does. */
  recallCard?: boolean | null;
  /** Id of what staff wrote, which may be about who comes and goes with the appointment; null: nothing. */
  text?: string | null;
  /** The need that it is for. */
  need?: string;
  /** What staff passed over to have it so, or to cancel it. */
  overrode?: readonly TimebookClash[];
}

const details = ['campaignCode', 'recallCard', 'text'] as const;

/** An appointment that staff booked (no time before), moved, cancelled (none after), or whose patient came. */
interface TimebookChange {
  /** Of the booking. */
  id: string;
  before: BookedTime | undefined;
  after: BookedTime | undefined;
  /** What staff passed over. */
  overrode?: readonly TimebookClash[];
}

/** Writes a change of the timebook into the history, in its transaction (C-04). Returns its number. */
export async function noteTimebook(
  work: StaffWork,
  { id, before, after, overrode = [] }: TimebookChange,
  undoes?: number,
): Promise<number> {
  const left = before ? await keptOf(work, before) : null;
  const made = after ? await keptOf(work, after) : null;
  if (overrode.length > 0) (made ?? left)!.overrode = overrode;
  const { clinic, clinician, start } = (made ?? left)!;
  return note(work, {
    action: undoes !== undefined ? 'undone' : after ? 'stored' : 'removed',
    kind: 'timebook',
    recordId: id,
    count: 1,
    place: { clinic, clinician, from: start, to: start },
    fields: left && made ? changedPaths({ ...left }, { ...made }) : [],
    before: left as Record<string, unknown> | null,
    after: made as Record<string, unknown> | null,
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
  if (!time || !(await isAsLeft(work, time, after))) {
    const later = await findLaterEntry(tx, entry);
    throw new ProblemError('invalid', {
      fields: [{ path: 'id', code: 'changed-since' }],
      ...(later === undefined ? {} : { entry: String(later) }),
    });
  }
  const restored =
    before && after ? { ...time, booking: await restoreDetails(work, time.booking, before) } : time;
  if (before && after && isSameTime(before, after)) {
    return noteTimebook(work, { id: time.booking.id, before: time, after: restored }, entry.id);
  }
  const present = after ? time : undefined;
  const change = { id: time.booking.id, before: present };
  if (!before) {
    await cancelWaiting(tx, time.booking.id, now, 'appointment-cancelled');
    await cancelTime(tx, time, new Date(now));
    await restoreNeed(tx, time.booking.id);
    return noteTimebook(work, { ...change, after: undefined }, entry.id);
  }
  // What was cancelled is for the need again, unless that is booked otherwise by now.
  const need =
    after || before.need === undefined
      ? undefined
      : await takeNeed(work, before.need, time.booking.patientId ?? undefined);
  const startsAt = new Date(before.start);
  if (startsAt.getTime() <= now) throw invalid({ path: 'start', code: 'past' });
  const { rows } = await work.catalogue();
  const template = rows.templates.find((row) => row.id === time.reservation.templateId);
  const moved = await takeInstead(
    tx,
    restored,
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
  await (need ? bookForNeed(work, need, moved, undefined) : moveNext(work, moved, undefined));
  await moveReminders(work, moved);
  return noteTimebook(work, { ...change, after: moved }, entry.id);
}

/** What staff noted with an appointment, as it was before a change. */
async function restoreDetails(
  { tx, now }: StaffWork,
  present: Booking,
  before: Kept,
): Promise<Booking> {
  const arrivedAt = before.arrived ? (present.arrivedAt ?? new Date(now)) : null;
  const { campaignCode = present.campaignCode, recallCard = present.recallCard } = before;
  // What was written before texts were kept says nothing of them.
  const text =
    typeof before.text === 'string'
      ? ((await findKeptText(tx, before.text)) ?? present.text)
      : before.text === undefined
        ? present.text
        : null;
  return updateBooking(tx, present.id, { arrivedAt, campaignCode, recallCard, text });
}

async function keptOf(
  { tx, account }: StaffWork,
  { booking, reservation: time }: BookedTime,
): Promise<Kept> {
  return {
    clinic: time.clinicId,
    clinician: time.clinicianId,
    start: formatInstant(time.startsAt.getTime(), account.timeZone),
    minutes: (time.endsAt.getTime() - time.startsAt.getTime()) / 60_000,
    ...(booking.arrivedAt ? { arrived: true } : {}),
    ...{ campaignCode: booking.campaignCode, recallCard: booking.recallCard },
    text: await keepText(tx, booking),
    ...(time.recallId === null ? {} : { need: time.recallId }),
  };
}

/** Whether an appointment is still where a change left it, or cancelled where that cancelled it. */
async function isAsLeft(work: StaffWork, time: BookedTime, after: Kept | null): Promise<boolean> {
  const { status } = time.reservation;
  if (!after) return status === 'cancelled';
  const now = await keptOf(work, time);
  return status === 'booked' && isSameTime(now, after) && hasDetails(now, after);
}

const hasDetails = (now: Kept, left: Kept): boolean =>
  now.arrived === left.arrived &&
  details.every((name) => !(name in left) || now[name] === left[name]);

function isSameTime(one: Kept, other: Kept): boolean {
  const names = ['clinic', 'clinician', 'start', 'minutes'] as const;
  return names.every((name) => one[name] === other[name]);
}
