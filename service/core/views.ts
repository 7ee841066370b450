import type { CivilDate } from '../../src/domain/civil-date.js';
import type { DayTimes, Start } from './day-times.js';
import type { FreeSlot } from './model.js';

/** The distinct starts of some days, ascending: `view=starts` (P-02, P-21). */
export function listStarts(days: readonly DayTimes[]): Start[] {
  return days.flatMap(({ starts }) => [...starts]);
}

/** Those of some days that have free times, with how many, equal times once (P-21): `view=days`. */
export function listDays(days: readonly DayTimes[]): { date: CivilDate; count: number }[] {
  return days
    .filter(({ isEmpty }) => !isEmpty)
    .map(({ date, starts }) => ({ date, count: starts.length }));
}

/** The first date with a free time, or null (P-20). */
export function nextDate(days: readonly DayTimes[]): CivilDate | null {
  return days.find(({ isEmpty }) => !isEmpty)?.date ?? null;
}

/** The first free time of some days, or null (P-20). */
export function firstSlot(days: readonly DayTimes[]): FreeSlot | null {
  return days.find(({ isEmpty }) => !isEmpty)?.slots[0] ?? null;
}
