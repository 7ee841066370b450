/** One day of the Gregorian calendar. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Monday 1 to Sunday 7. */
  readonly weekday: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Every day from 1 January 1900, a Monday, to 31 December 2200, counted one by one without `Date`: what functions that
 * use `date-fns` are compared with.
 */
export function calendarDays(): CalendarDay[] {
  const days: CalendarDay[] = [];
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  for (let year = 1900; year <= 2200; year += 1) {
    for (const [month, length] of monthLengths.entries()) {
      const last = month === 1 && isLeapYear(year) ? 29 : length;
      for (let day = 1; day <= last; day += 1) {
        days.push({
          date: `${year}-${twoDigits(month + 1)}-${twoDigits(day)}`,
          weekday: (days.length % 7) + 1,
        });
      }
    }
  }
  return days;
}
