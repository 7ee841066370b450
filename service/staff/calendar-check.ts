import type { CalendarCheck, CalendarCheckInput } from '../../src/contract/index.js';
import { invalid } from '../context/problem.js';
import { createCalendar } from '../core/day.js';
import type { CalendarRow } from '../store/staff/calendar.js';
import { findOverlapping, rowsOfPatterns } from '../store/staff/calendar.js';
import { countTakenIn } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { checkInterval } from './calendar.js';
import { plannedChange } from './calendar-changes.js';
import { plannedCopies } from './calendar-copies.js';
import { toWorkingTime } from './calendar-rows.js';
import { holidaysOf } from './holidays.js';
import { requirePublish } from './replace-rows.js';

/** So much of the working time in the way is told. */
const mostOverlaps = 20;

interface Plan {
  before: readonly CalendarRow[];
  after: readonly CalendarRow[];
  /** Those of it that are working time, which never overlaps. */
  worked: readonly CalendarRow[];
}

/**
 * What rows would meet that are to be placed, changed or copied (C-07), by the code that makes them; nothing is stored. Throws what that
 * throws.
 */
export async function checkCalendar(
  work: StaffWork,
  input: CalendarCheckInput,
): Promise<CalendarCheck> {
  const { before, after, worked } = await planOf(work, input);
  const { tx, account, now } = work;
  const day = createCalendar(account.timeZone);
  const stretchesOf = (rows: readonly CalendarRow[]) =>
    rows.map(({ clinicianId: clinician, date, fromMinutes, toMinutes }) => {
      const { instantOf } = day(date);
      const [start, end] = [new Date(instantOf(fromMinutes)), new Date(instantOf(toMinutes))];
      return { clinician, start, end };
    });
  const at = new Date(now);
  const appointments = await countTakenIn(tx, stretchesOf(after), at);
  const both = await countTakenIn(tx, stretchesOf([...before, ...after]), at);
  const ids = before.map(({ id }) => id);
  const overlaps = await findOverlapping(tx, worked, ids, mostOverlaps);
  return {
    ...{ count: after.length, appointments, left: both - appointments },
    overlaps: overlaps.map((row) => {
      const { clinician, clinic, date, from, to } = toWorkingTime(row);
      return { clinician, clinic, date, from, to };
    }),
  };
}

async function planOf(
  work: StaffWork,
  { kind, place, change, copy }: CalendarCheckInput,
): Promise<Plan> {
  const workedOf = (after: readonly CalendarRow[]) => (kind === 'working-time' ? after : []);
  if (place) {
    place.forEach((one, index) => checkInterval(one, `place.${index}`));
    const of = { accountId: work.account.id, isHoliday: holidaysOf(work) };
    const { rows } = rowsOfPatterns(of, place, () => ({}));
    requirePublish(work, rows);
    return { before: [], after: rows, worked: workedOf(rows) };
  }
  if (change) {
    const { id, ...patch } = change;
    const { before, after } = await plannedChange(work, kind, id, patch);
    return { before, after, worked: workedOf(after) };
  }
  if (!copy) throw invalid({ path: 'place', code: 'required' });
  const worked = await plannedCopies(work, 'working-time', copy);
  return {
    before: [],
    after: [...worked, ...(await plannedCopies(work, 'preblocks', copy))],
    worked,
  };
}
