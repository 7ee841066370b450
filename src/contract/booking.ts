import * as z from 'zod/mini';
import { Id, Instant, Language, Minutes, Seconds } from './primitives.js';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

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
  consent: z.object({ version: z.string().check(z.minLength(1), z.maxLength(64)) }),
  /** Language of the messages to the patient. */
  lang: Language,
});
export type BookingRequest = z.infer<typeof BookingRequest>;

/** An appointment with the names it had when it was read, since the catalogue may no longer list them. */
export const Appointment = z.object({
  id: Id,
  slot: z.object({
    start: Instant,
    minutes: Minutes,
    clinic: Id,
    clinician: Id,
    treatment: z.optional(Id),
  }),
  treatment: z.optional(z.object({ id: Id, name: z.string() })),
  clinic: z.object({
    id: Id,
    name: z.string(),
    address1: z.string(),
    postalCode: z.string(),
    city: z.string(),
    phone: z.string(),
    email: z.string(),
  }),
  clinician: z.object({ id: Id, name: z.string() }),
  status: z.enum(['booked', 'cancelled']),
});
export type Appointment = z.infer<typeof Appointment>;

/** Where a code went, masked: `*** ** 881`, `a***@opusdental.com`. */
export const SentTo = z.object({ sms: z.optional(z.string()), email: z.optional(z.string()) });
export type SentTo = z.infer<typeof SentTo>;

export const ConfirmedBooking = z.object({
  status: z.literal('confirmed'),
  appointment: Appointment,
});
export type ConfirmedBooking = z.infer<typeof ConfirmedBooking>;

/** 202: the hold is now a pending booking, kept until `expiresAt` while the code is asked (P-31). */
export const PendingBooking = z.object({
  status: z.literal('code-required'),
  booking: Id,
  token: z.string(),
  sentTo: SentTo,
  /** Seconds until another code may be asked for. */
  resendAfter: Seconds,
  expiresIn: z.int(),
  expiresAt: Instant,
});
export type PendingBooking = z.infer<typeof PendingBooking>;

export const BookingAnswer = z.discriminatedUnion('status', [ConfirmedBooking, PendingBooking]);
export type BookingAnswer = z.infer<typeof BookingAnswer>;

/** `GET /bookings/{id}`: where a booking stands, for a page that lost an answer. */
export const BookingState = z.discriminatedUnion('status', [
  ConfirmedBooking,
  z.object({
    status: z.literal('code-required'),
    booking: Id,
    sentTo: SentTo,
    resendAfter: Seconds,
    expiresIn: z.int(),
    expiresAt: Instant,
    triesLeft: z.int(),
  }),
  z.object({ status: z.literal('expired'), booking: Id }),
  z.object({ status: z.literal('released'), booking: Id }),
]);
export type BookingState = z.infer<typeof BookingState>;

/** `PATCH /bookings/{id}/contact`: a corrected number or address, without losing the time. A new code follows. */
export const ContactCorrection = z.object({
  mobile: z.optional(text(32)),
  email: z.optional(text(254)),
});
export type ContactCorrection = z.infer<typeof ContactCorrection>;

export const CodeRequest = z.object({
  code: z.string().check(z.trim(), z.regex(/^[0-9]{6}$/)),
});
export type CodeRequest = z.infer<typeof CodeRequest>;

export const ResendAnswer = z.object({ resendAfter: Seconds });
export type ResendAnswer = z.infer<typeof ResendAnswer>;
