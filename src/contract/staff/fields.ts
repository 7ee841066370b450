import * as z from 'zod/mini';

export const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
export const LongText = z.string().check(z.maxLength(5000));

/** A whole number from `least` to `most`: each number that staff send has a range, which the database can store. */
const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

/** Place in an order. */
export const Position = whole(0, 1_000_000);
/** Days, at most ten years. */
export const Days = whole(0, 3650);
/** Hours, at most a year. */
export const Hours = whole(0, 8760);
/** Length of an appointment in minutes, at most a day. */
export const Length = whole(1, 1440);
/** Length of a treatment in minutes, at most twelve hours. */
export const TreatmentLength = whole(1, 720);
/** Minutes between two offers; 0: every line of the timebook. */
export const OfferGrid = whole(0, 1440);
/** Months between two recalls. */
export const Months = whole(1, 120);
/** Width or height of an image in pixels. */
export const Pixels = whole(1, 100_000);
/** Degrees of latitude and longitude. */
export const Latitude = z.number().check(z.minimum(-90), z.maximum(90));
export const Longitude = z.number().check(z.minimum(-180), z.maximum(180));
/** Local time of day `HH:MM`, `24:00` for the end of the day. */
export const ClockTime = z.string().check(z.regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/));
/** ISO weekday, Monday 1 to Sunday 7. */
export const Weekday = whole(1, 7);
