import * as z from 'zod/mini';

/** Identifier of anything in an account: opaque, URL-safe, at most 64 characters. */
export const Id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** An instant as ISO 8601 with an offset, such as `2026-11-23T08:00:00+01:00`. Compare as instants, never as text. */
export const Instant = z.iso.datetime({ offset: true });

/** A civil date `YYYY-MM-DD` in the account's time zone. */
export const CivilDate = z.iso.date();

/** A whole number of minutes, at least one. */
export const Minutes = z.int().check(z.positive());

/** A whole number of seconds from the moment of the answer, since browser clocks are wrong. */
export const Seconds = z.int().check(z.nonnegative());

export const Market = z.enum(['NO', 'SE', 'FI', 'DK']);
export type Market = z.infer<typeof Market>;

export const Language = z.enum(['nb', 'sv', 'fi', 'da', 'en']);
export type Language = z.infer<typeof Language>;

/** One of the four choices of a booking, in the spec's words (P-02). */
export const ChoiceStep = z.enum(['clinic', 'treatment', 'clinician', 'time']);
export type ChoiceStep = z.infer<typeof ChoiceStep>;
