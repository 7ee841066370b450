import { millisecondsInDay, millisecondsInMinute, minutesInDay } from 'date-fns/constants';
import { isWeekend } from 'date-fns/isWeekend';
import { addDays, toUtcDate, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime, toInstant } from '../../src/domain/clock-time.js';

const quarterMilliseconds = 15 * millisecondsInMinute;

/** One date of an account's calendar. */
export interface Day {
  date: CivilDate;
  isWeekend: boolean;
  /** Local midnight, epoch milliseconds. */
  midnight: number;
  /** The next local midnight: 23, 24 or 25 hours on. */
  end: number;
  /** The first instant of the date at which the clock shows `minutes` after midnight or more, epoch milliseconds. */
  instantOf(minutes: number): number;
}

/**
 * The first instant at which the clock shows at least so many minutes after midnight. Unlike `toInstant`, a time that the
 * clock skips is the instant of the change: so two intervals that touch by the clock touch in real time, and never overlap.
 */
function firstInstantAt(date: CivilDate, minutes: number, timeZone: string): number {
  if (minutes >= minutesInDay) {
    return firstInstantAt(addDays(date, 1), minutes - minutesInDay, timeZone);
  }
  const candidate = toInstant(date, minutes, timeZone);
  const isReached = (instant: number) => {
    const clock = toClockTime(instant, timeZone);
    return clock.date > date || (clock.date === date && clock.minutes >= minutes);
  };
  if (!isReached(candidate - millisecondsInMinute)) return candidate;
  // Clocks are set only on quarters of an hour of UTC.
  let quarter = Math.floor(candidate / quarterMilliseconds) * quarterMilliseconds;
  while (isReached(quarter - quarterMilliseconds)) quarter -= quarterMilliseconds;
  return quarter;
}

/** The days of an IANA zone, each worked out once: all but two a year are plain arithmetic from midnight (P-22). */
export function createCalendar(timeZone: string): (date: CivilDate) => Day {
  const days = new Map<CivilDate, Day>();
  return (date) => {
    const known = days.get(date);
    if (known) return known;
    const midnight = firstInstantAt(date, 0, timeZone);
    const end = firstInstantAt(date, minutesInDay, timeZone);
    const isPlain = end - midnight === millisecondsInDay;
    const day: Day = {
      date,
      isWeekend: isWeekend(toUtcDate(date)),
      midnight,
      end,
      instantOf: isPlain
        ? (minutes) => midnight + minutes * millisecondsInMinute
        : (minutes) => firstInstantAt(date, minutes, timeZone),
    };
    days.set(date, day);
    return day;
  };
}

/** Minutes after midnight of a clock time `HH:MM` (`24:00` is 1440), as the staff's calls and the database write it. */
export function parseClock(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}

/** A clock time `HH:MM` of minutes after midnight, 0 to 1440. */
export function formatClock(minutes: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}
