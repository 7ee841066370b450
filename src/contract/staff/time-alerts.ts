import * as z from 'zod/mini';
import { CivilDate, Flag, Id, Instant, Minutes } from '../primitives.js';

/**
 * `GET …/time-alerts`: who waits for an earlier time (*Ønsker bedre tid*, P-48), who waits longest first. `clinic` and `clinician`: those
 * alone to whom a time there would be of use. With `from` and `until` as well, a stretch of the clinician's day: those for whom it is early
 * and long enough. `appointment`: those who want that one to be earlier.
 */
export const TimeAlertsQuery = z.object({
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  from: z.optional(Instant),
  until: z.optional(Instant),
  appointment: z.optional(z.uuid()),
});
export type TimeAlertsQuery = z.infer<typeof TimeAlertsQuery>;

/** Somebody who waits for an earlier time, as the clinic sees it. */
export const WaitingPatient = z.object({
  id: Id,
  /** Since when, and until when. */
  since: Instant,
  expiresAt: Instant,
  /** A time that begins before this would do. */
  before: Instant,
  /** What would fit; null: any. */
  clinic: z.nullable(Id),
  group: z.nullable(Id),
  clinician: z.nullable(Id),
  treatment: z.nullable(Id),
  /** How long the time has to be; null where nobody knows. */
  minutes: z.nullable(Minutes),
  /** When the last message told of a free time; null: none has. */
  toldAt: z.nullable(Instant),
  /** For whoever has the right `patients`, or may see the appointment; null: nobody on file. */
  patient: z.nullable(z.object({ id: z.string(), firstName: z.string(), lastName: z.string() })),
  /** Mobile or e-mail address that the messages go to, and the mobile on file; for whoever has the right `patients`. */
  address: z.optional(z.string()),
  mobile: z.optional(z.nullable(z.string())),
  /** The appointment that is to be earlier; null: none. */
  appointment: z.nullable(
    z.object({ id: z.string(), start: Instant, minutes: Minutes, clinic: Id, clinician: Id }),
  ),
});
export type WaitingPatient = z.infer<typeof WaitingPatient>;

export const WaitingPatients = z.object({
  /** At most 200. */
  alerts: z.array(WaitingPatient),
  /** Of how many. */
  count: z.int().check(z.minimum(0)),
  /** Whether the service tells them of free times by itself, a setting of the account. */
  isTold: Flag,
});
export type WaitingPatients = z.infer<typeof WaitingPatients>;

/**
 * `POST …/time-alerts`: a patient has said, such as on the phone, that an appointment would better be earlier. In place of what was
 * waited for with that appointment; whoever waits already keeps the place in the line.
 */
export const WaitingPatientInput = z.object({
  appointment: z.uuid(),
  /** With one clinician alone; absent: with whoever gives the treatment. */
  clinician: z.optional(Id),
  /** The last date that would do; absent: up to the appointment. */
  until: z.optional(CivilDate),
});
export type WaitingPatientInput = z.infer<typeof WaitingPatientInput>;
