import * as z from 'zod/mini';
import { CivilDate, Id, Instant, Minutes } from '../primitives.js';
import { Length, LongText } from './fields.js';

/** A row of the timebook as the clinic sees it. */
export const TimebookEntry = z.object({
  /** The appointment's, the same that patients and messages have; of a time that is only held, the hold's. */
  id: z.string(),
  status: z.enum(['held', 'pending', 'booked', 'cancelled']),
  start: Instant,
  minutes: Minutes,
  clinic: Id,
  clinician: Id,
  template: z.nullable(Id),
  patient: z.nullable(
    z.object({
      id: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      birthDate: z.nullable(CivilDate),
    }),
  ),
  /** Timebook text, `CC: code`, message. */
  text: z.string(),
  /** `ITB` for what patients book themselves. */
  registeredBy: z.string(),
  registeredAt: Instant,
});
export type TimebookEntry = z.infer<typeof TimebookEntry>;

/** `POST …/timebook`: staff book by hand; takes the time from the patients. */
export const TimebookInput = z.object({
  start: Instant,
  minutes: Length,
  clinic: Id,
  clinician: Id,
  template: z.optional(Id),
  /** Of a patient on file. */
  patient: z.optional(z.uuid()),
  text: z.optional(LongText),
});
export type TimebookInput = z.infer<typeof TimebookInput>;

export const Timebook = z.object({ entries: z.array(TimebookEntry) });
export type Timebook = z.infer<typeof Timebook>;
