import * as z from 'zod/mini';
import { Appointment, SentTo } from './booking.js';
import { CivilDate, Flag, Id, Instant, matching, Minutes, Seconds } from './primitives.js';
import { RefusalReason } from './problem.js';

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

/**
 * What a session may see (P-39). `record`: the patient on file, with everything. `mobile`: only what was booked and
 * confirmed by a code to that mobile, which nobody has vouched for yet. `none`: known by e-ID, but not on file.
 */
export const SessionAccess = z.literal(['record', 'mobile', 'none']);
export type SessionAccess = z.infer<typeof SessionAccess>;

/** An open session: `token` goes into `Authorization: Bearer` and lives in memory only. */
export const Session = z.object({
  token: z.string(),
  /** Seconds until it ends where nothing is asked of the service meanwhile. */
  expiresIn: Seconds,
  patient: KnownPatient,
  access: SessionAccess,
  /** Whether moving and cancelling ask for a code first (P-43): not where a code opened the session, or none is asked. */
  needsCode: Flag,
});
export type Session = z.infer<typeof Session>;

/** 202: a code for the session is on its way (P-43). */
export const SessionCodeSent = z.object({
  sentTo: SentTo,
  /** Seconds until another code may be asked for. */
  resendAfter: Seconds,
  expiresIn: Seconds,
});
export type SessionCodeSent = z.infer<typeof SessionCodeSent>;

/** An address on the web. Not `z.url()`: that takes other schemes too, and is heavy in a page. */
export const webAddressPattern = /^https?:\/\/[^\s/]+/;
export const WebAddress = matching(webAddressPattern);

/**
 * `url` is the service's own page to open in a popup: it asks its opener for `token`, ties the login to this browser and
 * goes on to the provider. The opener polls `exchange` with `token` until it answers 200.
 */
export const EidStarted = z.object({ id: Id, token: z.string(), url: WebAddress });
export type EidStarted = z.infer<typeof EidStarted>;

/** Where the page has to go: the provider. The answer's cookie ties the way back to this browser. */
export const EidRedirect = z.object({ url: WebAddress });
export type EidRedirect = z.infer<typeof EidRedirect>;

export const OwnAppointment = z.object({
  ...Appointment.shape,
  move: z.object({
    allowed: Flag,
    reason: z.optional(RefusalReason),
    /** The deadline. */
    until: z.optional(Instant),
    /** First and last date it may be moved to. */
    from: z.optional(CivilDate),
    to: z.optional(CivilDate),
  }),
  cancel: z.object({
    allowed: Flag,
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
  treatment: z.object({ id: Id, name: z.string() }),
  clinician: z.optional(z.object({ id: Id, name: z.string() })),
  mayChooseClinician: Flag,
  /** Last date it may be booked for; absent: no last date. */
  until: z.optional(CivilDate),
  /** False when it is past, or not to be booked online: contact the clinic, whose number is `phone`. */
  bookable: Flag,
  phone: z.string(),
  /** The appointment it was booked as: moved like any other. */
  appointment: z.optional(Id),
});
export type Recall = z.infer<typeof Recall>;

export const AppointmentList = z.object({
  appointments: z.array(OwnAppointment),
  recalls: z.array(Recall),
});
export type AppointmentList = z.infer<typeof AppointmentList>;

export const AppointmentAnswer = z.object({ appointment: Appointment });
export type AppointmentAnswer = z.infer<typeof AppointmentAnswer>;
