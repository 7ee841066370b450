import type { Language } from '../../contract/index.js';

/** Locales of the five languages, with the day before the month everywhere. */
const locales: Record<Language, string> = {
  nb: 'nb-NO',
  sv: 'sv-SE',
  fi: 'fi-FI',
  da: 'da-DK',
  en: 'en-GB',
};

/** Those in UTC are given times of a clinic's clock as if they were UTC's; the others are in the browser's time zone. */
const styles = {
  date: { dateStyle: 'medium' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
  clinicTime: { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' },
  clinicDateTime: { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' },
  shortTime: {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: 'UTC',
  },
  dayName: { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  dayOfMonth: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  wholeDay: { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  weekday: { weekday: 'short', timeZone: 'UTC' },
  month: { month: 'short', timeZone: 'UTC' },
  monthOfYear: { month: 'long', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Making a format takes longer than a hundred uses of it, and a page of a chain shows hundreds of dates. */
const made = new Map<string, Intl.DateTimeFormat>();

function formatOf(style: keyof typeof styles, language: Language): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  let found = made.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locales[language], styles[style]);
    made.set(key, found);
  }
  return found;
}

const format = (style: keyof typeof styles, language: Language, time: number | Date): string =>
  formatOf(style, language).format(time);

/** The wall clock of the instant's own offset, as if it were in UTC. */
const wallClock = (instant: string) => new Date(`${instant.slice(0, 16)}Z`);

const atMidnight = (date: string) => new Date(`${date}T00:00:00Z`);

/** An instant as a date with a time of day, in the browser's time zone. */
export const dateTime = (instant: string, language: Language): string =>
  format('dateTime', language, new Date(instant));

/** A time of an appointment, by the clock of its clinic: that of the offset in it. */
export const clinicTime = (instant: string, language: Language): string =>
  format('clinicTime', language, wallClock(instant));

/** The same in short, with its weekday: `Mon 23 Nov, 08:00`. */
export const shortTime = (instant: string, language: Language): string =>
  format('shortTime', language, wallClock(instant));

/** The same in short: `29 Nov 2026, 14:45`. */
export const clinicDateTime = (instant: string, language: Language): string =>
  format('clinicDateTime', language, wallClock(instant));

/** The date alone. */
export const date = (instant: string, language: Language): string =>
  format('date', language, new Date(instant));

/** This moment as an instant, UTC. */
export const nowInstant = (): string => new Date().toISOString();

/** The last second of a date in the browser's time zone, as an instant. `date` is `YYYY-MM-DD`. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

/** Words one after the other: `a, b and c`. */
export function listed(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(words);
}

/** A civil date in short with its weekday: `Mon 23 Nov`. */
export const dayName = (date: string, language: Language): string =>
  format('dayName', language, atMidnight(date));

/** Some civil dates in a row, in short: `23–27 Nov`. */
export const daysInShort = (first: string, last: string, language: Language): string =>
  formatOf('dayOfMonth', language).formatRange(atMidnight(first), atMidnight(last));

/** A civil date in words, as in the middle of a sentence: `Monday 23 November`. */
export const wholeDay = (date: string, language: Language): string =>
  format('wholeDay', language, atMidnight(date));

/** The days of the week in short, from Monday. */
export function weekdayNames(language: Language): string[] {
  // 5 January 2026 is a Monday.
  return [...Array(7).keys()].map((day) => format('weekday', language, Date.UTC(2026, 0, 5 + day)));
}

/** A month `YYYY-MM`: `Nov`, or with its year `November 2026`. */
export const monthName = (month: string, language: Language, length: 'short' | 'long'): string =>
  format(length === 'long' ? 'monthOfYear' : 'month', language, atMidnight(`${month}-01`));
