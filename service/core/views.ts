import type { CivilDate } from '../../src/domain/civil-date.js';
import type { DateRange, FreeSlot } from './model.js';
import { slotsOn, type SlotSource } from './slots.js';

/** One distinct start, epoch milliseconds, and how many slots of which lengths begin there. */
export interface Start {
  start: number;
  count: number;
  minutesMin: number;
  minutesMax: number;
}

/** The distinct starts of a range, ascending: `view=starts` (P-02, P-21). */
export function listStarts(source: SlotSource, range: DateRange): Start[] {
  const starts = new Map<number, Start>();
  for (const date of source.dates(range)) {
    for (const { minutes, starts: ofRun } of source.runsOn(date)) {
      for (const start of ofRun) {
        const known = starts.get(start);
        if (!known) {
          starts.set(start, { start, count: 1, minutesMin: minutes, minutesMax: minutes });
        } else {
          known.count += 1;
          if (minutes < known.minutesMin) known.minutesMin = minutes;
          if (minutes > known.minutesMax) known.minutesMax = minutes;
        }
      }
    }
  }
  return [...starts.values()].sort((a, b) => a.start - b.start);
}

/** The dates of a range, in the account's zone, that have free times, with how many, equal times once (P-21): `view=days`. */
export function listDays(
  source: SlotSource,
  range: DateRange,
): { date: CivilDate; count: number }[] {
  return source
    .dates(range)
    .map((date) => ({
      date,
      count: new Set(source.runsOn(date).flatMap(({ starts }) => [...starts])).size,
    }))
    .filter(({ count }) => count > 0);
}

/** The first date of a range with a free time, or null (P-20). */
export function nextDate(source: SlotSource, range: DateRange): CivilDate | null {
  return source.dates(range).find((date) => source.runsOn(date).length > 0) ?? null;
}

/** The first free time of a range, or null (P-20). */
export function firstSlot(source: SlotSource, range: DateRange): FreeSlot | null {
  const date = nextDate(source, range);
  return date === null ? null : (slotsOn(source, date)[0] ?? null);
}
