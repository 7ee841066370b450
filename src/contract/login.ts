import * as z from 'zod/mini';
import { Appointment } from './booking.js';
import { CivilDate, Id, Instant, Minutes, Seconds } from './primitives.js';
import { RefusalReason } from './problem.js';

/** `POST /logins` (P-33): answered alike for known and unknown patients. */
export const LoginRequest = z.object({
  nationalId: z.string().check(z.trim(), z.minLength(1), z.maxLength(32)),
  mobile: z.string().check(z.trim(), z.minLength(1), z.maxLength(32)),
});
export type LoginRequest = z.infer<typeof LoginRequest>;

export const LoginStarted = z.object({
  id: Id,
  token: z.string(),
  resendAfter: Seconds,
  expiresIn: Seconds,
});
export type LoginStarted = z.infer<typeof LoginStarted>;

/** The patient on file; the national ID only masked (N-02). */
export const KnownPatient = z.object({
  firstName: z.string(),
  lastName: z.string(),
  nationalIdMasked: z.string(),
  mobile: z.optional(z.string()),
  email: z.optional(z.string()),
  address1: z.optional(z.string()),
  address2: z.optional(z.string()),
  postalCode: z.optional(z.string()),
});
export type KnownPatient = z.infer<typeof KnownPatient>;

/** An open session: `token` goes into `Authorization: Bearer` and lives in memory only. */
export const Session = z.object({ token: z.string(), expiresIn: Seconds, patient: KnownPatient });
export type Session = z.infer<typeof Session>;

export const EidRequest = z.object({ idp: Id, returnOrigin: z.url() });
export type EidRequest = z.infer<typeof EidRequest>;

/** The opener polls `exchange` with `token` until it answers 200. */
export const EidStarted = z.object({ id: Id, token: z.string(), url: z.url() });
export type EidStarted = z.infer<typeof EidStarted>;

export const OwnAppointment = z.extend(Appointment, {
  move: z.object({
    allowed: z.boolean(),
    reason: z.optional(RefusalReason),
    /** The deadline. */
    until: z.optional(Instant),
    /** First and last date it may be moved to. */
    from: z.optional(CivilDate),
    to: z.optional(CivilDate),
  }),
  cancel: z.object({
    allowed: z.boolean(),
    reason: z.optional(RefusalReason),
    until: z.optional(Instant),
  }),
});
export type OwnAppointment = z.infer<typeof OwnAppointment>;

/** A need: the patient is due in a week, with a clinician and a length (P-38, A-08). */
export const Recall = z.object({
  id: Id,
  /** Monday of the recall week. */
  week: CivilDate,
  minutes: Minutes,
  treatment: z.optional(Id),
  clinician: z.optional(Id),
  mayChooseClinician: z.boolean(),
  /** Last date on which it may be booked. */
  until: CivilDate,
  /** False when it is past: contact the clinic. */
  bookable: z.boolean(),
  appointment: z.optional(Id),
});
export type Recall = z.infer<typeof Recall>;

export const AppointmentList = z.object({
  appointments: z.array(OwnAppointment),
  recalls: z.array(Recall),
});
export type AppointmentList = z.infer<typeof AppointmentList>;

export const MoveRequest = z.object({ hold: z.string().check(z.maxLength(64)) });
export type MoveRequest = z.infer<typeof MoveRequest>;

export const AppointmentAnswer = z.object({ appointment: Appointment });
export type AppointmentAnswer = z.infer<typeof AppointmentAnswer>;
