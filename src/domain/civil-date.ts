import { addDays as addDaysToDate } from 'date-fns/addDays';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';
import { millisecondsInDay } from 'date-fns/constants';
import { getISODay } from 'date-fns/getISODay';
import { UtcDate } from './utc-date.js';

/**
 * A calendar date `YYYY-MM-DD` that belongs to no time zone. Two of them compare as text.
 * `date-fns` does the arithmetic on UTC midnights, where every day has 24 hours: the browser's own zone never takes part.
 */
export type CivilDate = string;

/** The UTC midnight of a civil date, for `date-fns` and for `Intl.DateTimeFormat` with `timeZone: 'UTC'`; invalid when the date is. */
export function toUtcDate(date: CivilDate): Date {
  return new UtcDate(`${date}T00:00:00Z`);
}

/** The civil date of a moment as UTC sees it; throws a `RangeError` on an invalid `Date`. */
export function fromUtcDate(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}

/** The civil date of a year (four digits), month (1 to 12) and day, or undefined when the calendar has no such day. */
export function toCivilDate(year: number, month: number, day: number): CivilDate | undefined {
  const date = new UtcDate(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? fromUtcDate(date) : undefined;
}

/** Whether a text is a real date of the calendar in the form `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return toCivilDate(Number(year), Number(month), Number(day)) === text;
}

/** The civil date so many days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromUtcDate(addDaysToDate(toUtcDate(date), days));
}

/** The same day so many months later (earlier when negative), or the last day of a month that is shorter. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return fromUtcDate(addMonthsToDate(toUtcDate(date), months));
}

/** How many days lie between two civil dates; negative when `to` comes first. From one UTC midnight to the next it is one day. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (toUtcDate(to).getTime() - toUtcDate(from).getTime()) / millisecondsInDay;
}

/** Negative when `a` comes first, positive when `b` does, 0 when they are the same; fit for `sort`. */
export function compareCivilDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : Number(a > b);
}

/** The day of the week by ISO 8601: Monday 1 to Sunday 7. */
export function weekday(date: CivilDate): number {
  return getISODay(toUtcDate(date));
}

/** Every date from `from` up to, but without, `to`. */
export function datesBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  const begin = toUtcDate(from).getTime();
  return [...Array(Math.max(0, daysBetween(from, to))).keys()].map((day) =>
    fromUtcDate(new Date(begin + day * millisecondsInDay)),
  );
}
