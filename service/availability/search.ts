import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import type { createPace } from '../context/turns.js';
import type { Work } from '../context/work.js';
import { daysAhead } from '../core/appointment-rules.js';
import type { DateRange, FreeSlot, SlotFilters } from '../core/model.js';
import { createSlotSource } from '../core/slots.js';
import type { SlotSource } from '../core/slots.js';
import { firstSlot, nextDate } from '../core/views.js';
import { cliniciansOf, loadTimebook } from '../store/timebook.js';

/** Loads the free times of some dates. */
export type LoadSlots = (range: DateRange) => Promise<SlotSource>;

/** A loader of free times under some filters, from the rows of the transaction. */
export function createSlotLoader(
  { tx, account, now, catalogue }: Work,
  filters: SlotFilters,
): LoadSlots {
  return async (range) => {
    const { catalogue: rules } = await catalogue();
    const clinicians = cliniciansOf(rules, filters);
    const rows = await loadTimebook(tx, account.timeZone, range, clinicians, now);
    return createSlotSource({ ...rules, ...rows }, filters, now);
  };
}

/** What a long computation awaits now and then, so that others get a turn (N-07). */
export type Pace = ReturnType<typeof createPace>;

/** Works out the free times of a range date by date, so that none of the views has to; `toFirst`: up to the first one. */
export async function workOut(
  source: SlotSource,
  range: DateRange,
  pace: Pace,
  { toFirst = false } = {},
): Promise<void> {
  for (const date of source.dates(range)) {
    await pace();
    const runs = source.runsOn(date);
    if (toFirst && runs.length > 0) return;
  }
}

/** The dates from today on that may have a free time under some filters; where they name an instant, only its date. */
export function datesAhead({ account, now }: Work, { at, own }: SlotFilters): DateRange {
  const today = toClockTime(now, account.timeZone).date;
  const lastEnd = addDays(today, daysAhead + 1);
  const end = own && own.within.to < lastEnd ? own.within.to : lastEnd;
  if (at === undefined) return { from: today, to: end };
  const { date } = toClockTime(at, account.timeZone);
  return date < today || date >= end
    ? { from: today, to: today }
    : { from: date, to: addDays(date, 1) };
}

/** The first free time from now on, and the first date with one after the range (P-20). */
export async function findBeyond(
  ahead: DateRange,
  load: LoadSlots,
  range: DateRange,
  source: SlotSource,
  pace: Pace,
): Promise<{ first: FreeSlot | null; nextDate: string | null }> {
  const inRange = firstSlot(source, range);
  const isFirst = range.from <= ahead.from && inRange !== null;
  const first = isFirst ? inRange : await search(load, ahead, firstSlot, pace);
  const after = range.to > ahead.from ? range.to : ahead.from;
  // A first free time after the range is the next one too.
  const firstDate = first && toClockTime(first.start, source.timeZone).date;
  if (firstDate === null) return { first, nextDate: null };
  if (firstDate >= after) return { first, nextDate: firstDate };
  return { first, nextDate: await search(load, { from: after, to: ahead.to }, nextDate, pace) };
}

/** Looks in growing windows: a near answer costs little, and a far one never loads a year of rows at once. */
async function search<Result>(
  load: LoadSlots,
  { from, to }: DateRange,
  look: (source: SlotSource, range: DateRange) => Result | null,
  pace: Pace,
): Promise<Result | null> {
  for (let start = from, days = 2; start < to; days = Math.min(days * 2, 56)) {
    const next = addDays(start, days);
    const range = { from: start, to: next < to ? next : to };
    const source = await load(range);
    await workOut(source, range, pace, { toFirst: true });
    const found = look(source, range);
    if (found !== null) return found;
    start = next;
  }
  return null;
}
