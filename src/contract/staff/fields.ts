import * as z from 'zod/mini';

export const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const LongText = z.string().check(z.maxLength(5000));
export const Position = z.int().check(z.nonnegative());
/** Local time of day `HH:MM`, `24:00` for the end of the day. */
export const ClockTime = z.string().check(z.regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/));
/** ISO weekday, Monday 1 to Sunday 7. */
export const Weekday = z.int().check(z.minimum(1), z.maximum(7));
