import { addDays, type CivilDate } from '../domain/civil-date.js';
import { toClockTime } from '../domain/clock-time.js';
import { shortestDate, timeOfDay } from './date-words.js';
import type { Localizer } from './localizer.js';

/** "today", "tomorrow" or "Mon 30 Nov"; `today` is the date where the clinics are. */
export function dayWords(words: Localizer, date: CivilDate, today: CivilDate): string {
  if (date === today) return words.term('today');
  return date === addDays(today, 1) ? words.term('tomorrow') : shortestDate(words.lang(), date);
}

/** "today 13:15", "tomorrow 08:00" or "Mon 30 Nov 08:00": an instant by the clock of an IANA zone; `now` is epoch milliseconds. */
export function momentWords(
  words: Localizer,
  instant: string,
  timeZone: string,
  now: number,
): string {
  const language = words.lang();
  const { date, minutes } = toClockTime(instant, timeZone);
  const today = toClockTime(now, timeZone).date;
  return `${dayWords(words, date, today)} ${timeOfDay(language, minutes)}`;
}
