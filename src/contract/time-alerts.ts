import * as z from 'zod/mini';
import { SentTo } from './booking.js';
import { CivilDate, Id, Instant, Language, Seconds } from './primitives.js';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/**
 * `POST /alerts`: tell me when an earlier time opens (P-48). Either `appointment`, which is to be earlier, or what would fit, up to
 * a last date. Without an address it is the one that the session or the booking has proven; a code goes to any other.
 */
export const TimeAlertRequest = z.object({
  /** Id of an appointment of the caller's session, or of the booking whose `Booking-Token` it brings. */
  appointment: z.optional(Id),
  clinic: z.optional(Id),
  group: z.optional(Id),
  clinician: z.optional(Id),
  treatment: z.optional(Id),
  /** The last date that would do; without it, and at most, 90 days from today. */
  until: z.optional(CivilDate),
  /** One of the two. */
  mobile: z.optional(text(32)),
  email: z.optional(text(254)),
  /** To what is stored and sent, as with a booking (P-28). */
  consent: z.object({
    version: z.string().check(z.minLength(1), z.maxLength(64)),
    lang: z.optional(Language),
  }),
  /** Language of the message. */
  lang: Language,
});
export type TimeAlertRequest = z.infer<typeof TimeAlertRequest>;

/** An alert that waits for its time. */
export const TimeAlert = z.object({
  status: z.literal('waiting'),
  id: Id,
  appointment: z.optional(Id),
  clinic: z.optional(Id),
  group: z.optional(Id),
  clinician: z.optional(Id),
  treatment: z.optional(Id),
  /** A time that begins before this would do. */
  before: Instant,
  /** Nobody is told after this. */
  expiresAt: Instant,
  /** Where the message goes, masked. */
  sentTo: SentTo,
});
export type TimeAlert = z.infer<typeof TimeAlert>;

/** 202: a code is on its way to the address, and proves it (`POST /alerts/{id}/code`). */
export const PendingTimeAlert = z.object({
  status: z.literal('code-required'),
  id: Id,
  token: z.string(),
  sentTo: SentTo,
  expiresIn: Seconds,
});
export type PendingTimeAlert = z.infer<typeof PendingTimeAlert>;

export const TimeAlertAnswer = z.union([TimeAlert, PendingTimeAlert]);
export type TimeAlertAnswer = z.infer<typeof TimeAlertAnswer>;

/** `GET /alerts`: what the session's addresses wait for. */
export const TimeAlertList = z.object({ alerts: z.array(TimeAlert) });
export type TimeAlertList = z.infer<typeof TimeAlertList>;
