/**
 * A calendar date `YYYY-MM-DD` that belongs to no time zone. Two of them compare as text.
 * All arithmetic is done on UTC midnights, where every day has 24 hours: the browser's own zone never takes part.
 */
export type CivilDate = string;

const dayMilliseconds = 86_400_000;

/** The UTC midnight of a civil date, for arithmetic and for `Intl.DateTimeFormat` with `timeZone: 'UTC'`; invalid when the date is. */
export function toUtcDate(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The civil date of a moment as UTC sees it; throws a `RangeError` on an invalid `Date`. */
export function fromUtcDate(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}

/** The civil date of a year (four digits), month (1 to 12) and day, or undefined when the calendar has no such day. */
export function toCivilDate(year: number, month: number, day: number): CivilDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? fromUtcDate(date)
    : undefined;
}

/** Whether a text is a real date of the calendar in the form `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return toCivilDate(Number(year), Number(month), Number(day)) === text;
}

/** The civil date so many days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromUtcDate(new Date(toUtcDate(date).getTime() + days * dayMilliseconds));
}

/** How many days lie between two civil dates; negative when `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (toUtcDate(to).getTime() - toUtcDate(from).getTime()) / dayMilliseconds;
}

/** Negative when `a` comes first, positive when `b` does, 0 when they are the same; fit for `sort`. */
export function compareCivilDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : Number(a > b);
}

/** The day of the week by ISO 8601: Monday 1 to Sunday 7. */
export function weekday(date: CivilDate): number {
  return toUtcDate(date).getUTCDay() || 7;
}

/** Every date from `from` up to, but without, `to`. */
export function datesBetween(from: CivilDate, to: CivilDate): CivilDate[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, day) => addDays(from, day));
}
