import { addDays } from '../domain/civil-date.js';
import { toClockTime } from '../domain/clock-time.js';
import { shortDate, timeOfDay } from './date-words.js';
import type { Localizer } from './localizer.js';

/** "today 13:15", "tomorrow 08:00" or "Mon 30 November 08:00": an instant by the clock of an IANA zone; `now` is epoch milliseconds. */
export function momentWords(
  words: Localizer,
  instant: string,
  timeZone: string,
  now: number,
): string {
  const language = words.lang();
  const { date, minutes } = toClockTime(instant, timeZone);
  const today = toClockTime(now, timeZone).date;
  const day =
    date === today
      ? words.term('today')
      : date === addDays(today, 1)
        ? words.term('tomorrow')
        : shortDate(language, date);
  return `${day} ${timeOfDay(language, minutes)}`;
}
