import type { Language } from '../contract/index.js';
import { toUtcDate, type CivilDate } from '../domain/civil-date.js';
import { toClockTime } from '../domain/clock-time.js';

// Dates are formatted as civil dates (UTC midnights), times as minutes of the day. Only `toClockTime` converts instants to
// the clinic's date and minute, so no formatter uses the browser's time zone (P-22).

type Instant = string | number;

const formats = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  shortest: { weekday: 'short', day: 'numeric', month: 'short' },
  weekdayShort: { weekday: 'short' },
  month: { month: 'long' },
  monthYear: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, name: keyof typeof formats): Intl.DateTimeFormat {
  const key = language + name;
  let known = formatters.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(intlTag(language), { ...formats[name], timeZone: 'UTC' });
    formatters.set(key, known);
  }
  return known;
}

function format(language: Language, name: keyof typeof formats, date: Date): string {
  return formatter(language, name).format(date);
}

/** The BCP 47 tag for `Intl`: English is British English. */
export function intlTag(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

/** A text with its first letter in upper case, for the start of a line. */
export function capitalised(language: Language, text: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** "mandag 29. januar", within a sentence; in Danish "mandag den 29. januar". */
export function longDate(language: Language, date: CivilDate): string {
  const text = format(language, 'long', toUtcDate(date));
  // Only some browsers write "den".
  return language === 'da' && !text.includes(' den ') ? text.replace(' ', ' den ') : text;
}

/** "Mandag den 29. januar" on a line of its own, as the Norwegian manual writes it (P-04); "Monday 29 January". */
export function dateHeading(language: Language, date: CivilDate): string {
  const text = capitalised(language, longDate(language, date));
  return language === 'nb' ? text.replace(' ', ' den ') : text;
}

/** "man", without the full stop of some languages. */
export function weekdayShort(language: Language, date: CivilDate): string {
  return format(language, 'weekdayShort', toUtcDate(date)).replace('.', '');
}

/** "man. 30. nov.", where there is hardly any room. */
export function shortestDate(language: Language, date: CivilDate): string {
  return format(language, 'shortest', toUtcDate(date));
}

/** "Januar", or "Januar 2027" when the year is not that of `today`; "November–desember" from one date to another (P-18). */
export function monthHeading(
  language: Language,
  date: CivilDate,
  today: CivilDate,
  last = date,
): string {
  const name = last.slice(0, 4) === today.slice(0, 4) ? 'month' : 'monthYear';
  const range = [toUtcDate(date), toUtcDate(last)] as const;
  return capitalised(language, formatter(language, name).formatRange(...range));
}

/** "08:00" for minutes after midnight (0 to 1439); "8.00" in Finnish, "08.00" in Danish. */
export function timeOfDay(language: Language, minutes: number): string {
  // Not by `Intl`: a week shows hundreds of times, the first format is slow, and browsers differ in the Finnish hour.
  const isFinnish = language === 'fi';
  const hours = String(Math.floor(minutes / 60)).padStart(isFinnish ? 1 : 2, '0');
  const sign = isFinnish || language === 'da' ? '.' : ':';
  return hours + sign + String(minutes % 60).padStart(2, '0');
}

/** "08:00", the clock time of an instant in an IANA zone. */
export function timeAt(language: Language, instant: Instant, timeZone: string): string {
  return timeOfDay(language, toClockTime(instant, timeZone).minutes);
}

/** "08:00 – 08:30", spaced as the manuals write it, in an IANA zone; the end may lie past midnight or a clock change. */
export function timeRange(
  language: Language,
  start: Instant,
  end: Instant,
  timeZone: string,
): string {
  return `${timeAt(language, start, timeZone)} – ${timeAt(language, end, timeZone)}`;
}

/** "08:00 – 08:30" of a slot or appointment from its start and length. */
export function slotTimeRange(
  language: Language,
  slot: { readonly start: string; readonly minutes: number },
  timeZone: string,
): string {
  const start = Date.parse(slot.start);
  return timeRange(language, start, start + slot.minutes * 60_000, timeZone);
}

/** "mandag 29. januar", the date of an instant in an IANA zone. */
export function longDateAt(language: Language, instant: Instant, timeZone: string): string {
  return longDate(language, toClockTime(instant, timeZone).date);
}

/** "Mandag den 29. januar", the date of an instant in an IANA zone, on a line of its own. */
export function dateHeadingAt(language: Language, instant: Instant, timeZone: string): string {
  return dateHeading(language, toClockTime(instant, timeZone).date);
}
