import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { daysAhead } from '../core/appointment-rules.js';
import type { DayTimes } from '../core/day-times.js';
import type { DateRange, FreeSlot, SlotFilters } from '../core/model.js';
import { firstSlot, nextDate } from '../core/views.js';
import type { LoadDays } from '../timebook/free-times.js';

/** The dates from today on that may have a free time under some filters; where they name an instant, only its date. */
export function datesAhead(timeZone: string, now: number, { at, own }: SlotFilters): DateRange {
  const today = toClockTime(now, timeZone).date;
  const lastEnd = addDays(today, daysAhead + 1);
  const end = own && own.within.to < lastEnd ? own.within.to : lastEnd;
  if (at === undefined) return { from: today, to: end };
  const { date } = toClockTime(at, timeZone);
  return date < today || date >= end
    ? { from: today, to: today }
    : { from: date, to: addDays(date, 1) };
}

/** The first free time from now on, and the first date with one after the range (P-20); `days` are those of the range. */
export async function findBeyond(
  ahead: DateRange,
  load: LoadDays,
  range: DateRange,
  days: readonly DayTimes[],
): Promise<{ first: FreeSlot | null; nextDate: string | null }> {
  const after = range.to > ahead.from ? range.to : ahead.from;
  const searchAfter = () => search(load, { from: after, to: ahead.to }, nextDate);
  if (range.from <= ahead.from) {
    const first = firstSlot(days);
    if (first) return { first, nextDate: await searchAfter() };
  }
  const found = await search(load, ahead, (searched) => {
    const first = firstSlot(searched);
    return first && { first, date: nextDate(searched)! };
  });
  if (!found) return { first: null, nextDate: null };
  // A first free time after the range is the next one too.
  const { first, date } = found;
  return { first, nextDate: date >= after ? date : await searchAfter() };
}

/** The week, from Monday, of the first free time; that of the first date where nothing is free. */
export async function firstWeek(
  ahead: DateRange,
  load: LoadDays,
  timeZone: string,
): Promise<DateRange> {
  const first = await search(load, ahead, firstSlot);
  const date = first ? toClockTime(first.start, timeZone).date : ahead.from;
  const from = mondayOf(date);
  return { from, to: addDays(from, 7) };
}

/** Looks in growing windows: a near answer costs little, and a far one never loads a year of rows at once. */
async function search<Result>(
  load: LoadDays,
  { from, to }: DateRange,
  look: (days: readonly DayTimes[]) => Result | null,
): Promise<Result | null> {
  for (let start = from, days = 2; start < to; days = Math.min(days * 2, 56)) {
    const next = addDays(start, days);
    const range = { from: start, to: next < to ? next : to };
    const found = look(await load(range));
    if (found !== null) return found;
    start = next;
  }
  return null;
}
