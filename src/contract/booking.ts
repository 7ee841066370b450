import * as z from 'zod/mini';
import { Id, Instant, Minutes, Seconds, Whole } from './primitives.js';

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
  status: z.literal(['booked', 'cancelled']),
  /** How often it was changed, as `SEQUENCE` of its calendar entry (RFC 5545, 3.8.7.4); absent: never. */
  sequence: z.optional(Whole),
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

/** The former name of a booking's `id`, for clients of version 0.1; the next version drops it. */
export const FormerId = z.optional(Id);

/** 202: the hold is now a pending booking, kept until `expiresAt` while the code is asked (P-31). */
export const PendingBooking = z.object({
  status: z.literal('code-required'),
  id: Id,
  /** @deprecated Use `id`. */
  booking: FormerId,
  token: z.string(),
  sentTo: SentTo,
  /** Seconds until another code may be asked for. */
  resendAfter: Seconds,
  expiresIn: Whole,
  expiresAt: Instant,
});
export type PendingBooking = z.infer<typeof PendingBooking>;

export const BookingAnswer = z.union([ConfirmedBooking, PendingBooking]);
export type BookingAnswer = z.infer<typeof BookingAnswer>;

/** The code is still asked for. */
export const OpenBooking = z.object({
  status: z.literal('code-required'),
  id: Id,
  /** @deprecated Use `id`. */
  booking: FormerId,
  sentTo: SentTo,
  resendAfter: Seconds,
  expiresIn: Whole,
  expiresAt: Instant,
  triesLeft: Whole,
});

export const ExpiredBooking = z.object({
  status: z.literal('expired'),
  id: Id,
  booking: FormerId,
});

export const ReleasedBooking = z.object({
  status: z.literal('released'),
  id: Id,
  booking: FormerId,
});

/** `GET /bookings/{id}`: where a booking stands, for a page that lost an answer. */
export const BookingState = z.union([
  ConfirmedBooking,
  OpenBooking,
  ExpiredBooking,
  ReleasedBooking,
]);
export type BookingState = z.infer<typeof BookingState>;

/** 202: another code is on its way; the time is kept for as long as that one is good. */
export const ResendAnswer = z.object({
  resendAfter: Seconds,
  expiresIn: z.optional(Whole),
  expiresAt: z.optional(Instant),
});
export type ResendAnswer = z.infer<typeof ResendAnswer>;
