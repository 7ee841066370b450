import * as z from 'zod/mini';
import { CivilDate, Id, Instant, Language } from './primitives.js';

// What a patient's page sends. Apart from the answers, as a page checks only those.

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/** At most this many days between `from` and `to` (exclusive): slots and starts 31, days 42. */
export const maxDays = { slots: 31, starts: 31, days: 42 } as const;

/**
 * Query of `GET /slots`. The range is half-open: `from` is the first date, `to` the first date after it. Without both it is the week,
 * from Monday, of the first free time; where nothing is free, the present one.
 */
export const SlotsQuery = z.object({
  from: z.optional(CivilDate),
  to: z.optional(CivilDate),
  clinic: z.optional(Id),
  group: z.optional(Id),
  clinician: z.optional(Id),
  treatment: z.optional(Id),
  /** Only slots that start at this instant. */
  at: z.optional(Instant),
  /** Instead of `treatment`, with a session: times to move this appointment to, or for this need. */
  appointment: z.optional(Id),
  recall: z.optional(Id),
  view: z.optional(z.literal(['slots', 'starts', 'days'])),
  cursor: z.optional(z.string().check(z.maxLength(512))),
});
export type SlotsQuery = z.infer<typeof SlotsQuery>;

/** Query of `GET /first-times`: what has been chosen already. */
export const FirstTimesQuery = z.object({
  clinic: z.optional(Id),
  group: z.optional(Id),
  clinician: z.optional(Id),
  treatment: z.optional(Id),
});
export type FirstTimesQuery = z.infer<typeof FirstTimesQuery>;

/** What the patient requests to have kept; what is left open the service picks, least booked that day first (P-24). */
export const HoldRequest = z.object({
  start: Instant,
  treatment: z.optional(Id),
  clinic: z.optional(Id),
  group: z.optional(Id),
  clinician: z.optional(Id),
  appointment: z.optional(Id),
  recall: z.optional(Id),
});
export type HoldRequest = z.infer<typeof HoldRequest>;

/** What the patient says of themselves (P-25). Which optional ones are required is the account's setting. */
export const Patient = z.object({
  firstName: text(100),
  lastName: text(100),
  /** As typed; checked against the market's rules (P-26). Never part of any answer (N-02). */
  nationalId: text(32),
  mobile: z.optional(text(32)),
  email: z.optional(text(254)),
  address1: z.optional(text(200)),
  address2: z.optional(text(200)),
  postalCode: z.optional(text(16)),
});
export type Patient = z.infer<typeof Patient>;

/** `POST /bookings`: with a session `patient` holds only what changed (P-39). */
export const BookingRequest = z.object({
  /** The hold's id; its token travels in `Hold-Token`. */
  hold: z.string().check(z.maxLength(64)),
  patient: z.partial(Patient),
  message: z.optional(z.string().check(z.maxLength(1000))),
  campaignCode: z.optional(z.string().check(z.maxLength(50))),
  consent: z.object({
    version: z.string().check(z.minLength(1), z.maxLength(64)),
    /** Language of the text that the patient consented to (P-28). */
    lang: z.optional(Language),
  }),
  /** Language of the messages to the patient. */
  lang: Language,
});
export type BookingRequest = z.infer<typeof BookingRequest>;

/** `PATCH /bookings/{id}/contact`: a corrected number or address, without losing the time. A new code follows. */
export const ContactCorrection = z.object({
  mobile: z.optional(text(32)),
  email: z.optional(text(254)),
});
export type ContactCorrection = z.infer<typeof ContactCorrection>;

/** Six digits, of any script, as they were typed: spaces and hyphens between them are ignored. */
export const CodeRequest = z.object({ code: z.string().check(z.maxLength(64)) });
export type CodeRequest = z.infer<typeof CodeRequest>;
