import type { Language } from '../../contract/index.js';

/** Locales of the five languages, with the day before the month everywhere. */
const locales: Record<Language, string> = {
  nb: 'nb-NO',
  sv: 'sv-SE',
  fi: 'fi-FI',
  da: 'da-DK',
  en: 'en-GB',
};

/** An instant as a date with a time of day, in the browser's time zone. */
export function dateTime(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return format.format(new Date(instant));
}

/** A time of an appointment, by the clock of its clinic: that of the offset in it. */
export function clinicTime(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${instant.slice(0, 16)}Z`));
}

/** The same in short, with its weekday: `Mon 23 Nov, 08:00`. */
export function shortTime(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: 'UTC',
  });
  return format.format(new Date(`${instant.slice(0, 16)}Z`));
}

/** The same in short: `29 Nov 2026, 14:45`. */
export function clinicDateTime(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${instant.slice(0, 16)}Z`));
}

/** The date alone. */
export function date(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium' }).format(
    new Date(instant),
  );
}

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
export function dayName(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ weekday: 'short', day: 'numeric', month: 'short' },
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** A civil date in words, as in the middle of a sentence: `Monday 23 November`. */
export function wholeDay(date: string, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long' },
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** The days of the week in short, from Monday. */
export function weekdayNames(language: Language): string[] {
  const format = new Intl.DateTimeFormat(locales[language], { weekday: 'short', timeZone: 'UTC' });
  // 5 January 2026 is a Monday.
  return [...Array(7).keys()].map((day) => format.format(Date.UTC(2026, 0, 5 + day)));
}

/** A month `YYYY-MM`: `Nov`, or with its year `November 2026`. */
export function monthName(month: string, language: Language, length: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    month: length,
    ...(length === 'long' ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
