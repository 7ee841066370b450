import * as z from 'zod/mini';

/** Text of a form; `z.regex()` would be 0.17 kB in every page. */
const textThat = (isRight: (text: string) => boolean) =>
  z.string().check(({ value: input, issues }) => {
    if (!isRight(input)) issues.push({ code: 'invalid_format', format: 'regex', input });
  });

/** Text that a pattern matches. */
export const matching = (pattern: RegExp) => textThat((text) => pattern.test(text));

/** Whether a text begins with a date of the calendar; `z.regexes.date` would be 0.15 kB in every page. */
const isDated = (text: string) => {
  const date = text.slice(0, 10);
  const found = new Date(date).toJSON() as string | null;
  return found?.startsWith(date) === true;
};

export const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
const datePattern = /^\d{4}-\d\d-\d\d$/;
export const instantPattern =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Identifier of anything in an account: opaque, URL-safe, at most 64 characters. */
export const Id = matching(idPattern);

/** A civil date `YYYY-MM-DD` in the account's time zone. */
export const CivilDate = textThat((text) => datePattern.test(text) && isDated(text));

/**
 * An instant as ISO 8601 with an offset, such as `2026-11-23T08:00:00+01:00`. The service always writes seconds (RFC 3339);
 * in what it reads they may be left out when they are 0, as the date classes of Java do. Compare as instants, never as text.
 */
export const Instant = textThat((text) => instantPattern.test(text) && isDated(text));

/** Whole numbers from `least` on; `z.int()` would be 0.4 kB in every page. */
const wholeFrom = (least: number) =>
  z.number().check(({ value: input, issues }) => {
    if (!Number.isSafeInteger(input)) {
      issues.push({ code: 'invalid_type', expected: 'int', input });
    } else if (input < least) {
      issues.push({ code: 'too_small', origin: 'number', minimum: least, inclusive: true, input });
    }
  });

export const Whole = wholeFrom(Number.MIN_SAFE_INTEGER);

/** A whole number of minutes, at least one. */
export const Minutes = wholeFrom(1);

/** A whole number of seconds from the moment of the answer, since browser clocks are wrong. */
export const Seconds = wholeFrom(0);

/** True or false; `z.boolean()` would be 0.14 kB in every page. */
export const Flag = z.literal([true, false]);

export const Market = z.literal(['NO', 'SE', 'FI', 'DK']);
export type Market = z.infer<typeof Market>;

export const languages = ['nb', 'sv', 'fi', 'da', 'en'] as const;
export const Language = z.literal(languages);
export type Language = z.infer<typeof Language>;

/** One of the four choices of a booking, in the spec's words (P-02). */
export const ChoiceStep = z.literal(['clinic', 'treatment', 'clinician', 'time']);
export type ChoiceStep = z.infer<typeof ChoiceStep>;
