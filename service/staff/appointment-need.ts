import { toClockTime } from '../../src/domain/clock-time.js';
import { invalid } from '../context/problem.js';
import type { NeedRules } from '../core/recall-rules.js';
import type { BookedTime } from '../store/bookings.js';
import {
  consumeNeed,
  findFollower,
  findNeedOfBooking,
  lockNeed,
  placeFollower,
  type RecallRow,
} from '../store/recalls.js';
import type { StaffWork } from './actor.js';

/** Whether the need that follows falls due by the date of an appointment; undefined: as the need's template says. */
type MovesNext = boolean | undefined;

/**
 * The need that staff book for, locked, so that it is booked once. Throws `invalid` for one that is not the patient's, and for
 * one that is booked already.
 */
export async function takeNeed(
  { tx }: StaffWork,
  id: string,
  patient: string | undefined,
): Promise<RecallRow> {
  const need = await lockNeed(tx, id);
  if (!need || need.recall.patientId !== patient) throw invalid({ path: 'need', code: 'unknown' });
  if (need.reservation) throw invalid({ path: 'need', code: 'taken' });
  return need.recall;
}

/** Marks a need as booked; the next one follows where that is wanted (*Flytt neste recall*). */
export async function bookForNeed(
  work: StaffWork,
  need: RecallRow,
  time: BookedTime,
  movesNext: MovesNext,
): Promise<void> {
  const rules = await rulesOf(work, need, movesNext);
  const booked = { bookingId: time.booking.id, date: dateOf(work, time) };
  await consumeNeed(work.tx, need, rules, booked, new Date(work.now));
}

/** The need that follows that of a moved appointment moves along: where it is wanted, else where there is one. */
export async function moveNext(
  work: StaffWork,
  time: BookedTime,
  movesNext: MovesNext,
): Promise<void> {
  const need = await findNeedOfBooking(work.tx, time.booking.id);
  if (!need) return;
  const moves = movesNext ?? (await findFollower(work.tx, need.id)) !== undefined;
  const rules = await rulesOf(work, need, moves);
  await placeFollower(work.tx, need, rules, dateOf(work, time), new Date(work.now));
}

async function rulesOf(
  { catalogue }: StaffWork,
  { templateId }: RecallRow,
  movesNext: MovesNext,
): Promise<NeedRules> {
  const { rows } = await catalogue();
  const rules = rows.templates.find(({ id }) => id === templateId)!;
  return { ...rules, moveNextRecall: movesNext ?? rules.moveNextRecall };
}

const dateOf = ({ account }: StaffWork, { reservation }: BookedTime): string =>
  toClockTime(reservation.startsAt.getTime(), account.timeZone).date;
