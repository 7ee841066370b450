import { daysInWeek } from 'date-fns/constants';
import { addDays, daysBetween, weekday, type CivilDate } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import type { WorkingTimeInput } from '../../src/contract/index.js';

/** Whether a date is a public holiday where the account is. */
export type IsHoliday = (date: CivilDate) => boolean;

/** A date, or those of the weeks that repeat from it on. */
export type Pattern = Pick<WorkingTimeInput['intervals'][number], 'date' | 'repeat'>;

/**
 * The dates of a pattern, ascending: its own, or the weekdays of every n-th week from it to `until`, both included, without
 * exceptions and, where it says so, without public holidays. Weeks begin on Monday and count from the one of the first date.
 */
export function datesOfPattern({ date, repeat }: Pattern, isHoliday: IsHoliday): CivilDate[] {
  if (!repeat) return [date];
  const { weekdays, until, every = 1, except = [], exceptHolidays = false } = repeat;
  const monday = mondayOf(date);
  const dates: CivilDate[] = [];
  for (let day = date; day <= until; day = addDays(day, 1)) {
    const week = Math.floor(daysBetween(monday, day) / daysInWeek);
    if (week % every !== 0 || !weekdays.includes(weekday(day))) continue;
    if (except.includes(day) || (exceptHolidays && isHoliday(day))) continue;
    dates.push(day);
  }
  return dates;
}
