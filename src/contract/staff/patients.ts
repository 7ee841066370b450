import * as z from 'zod/mini';
import { Patient } from '../requests.js';
import { CivilDate, Id, Instant } from '../primitives.js';
import { Months, TreatmentLength } from './fields.js';

/** A change of a patient's details that waits for yes or no (P-39). */
export const PatientChange = z.object({
  id: z.string(),
  patient: z.object({ id: z.string(), firstName: z.string(), lastName: z.string() }),
  changes: z.record(z.string(), z.object({ from: z.nullable(z.string()), to: z.string() })),
  askedAt: Instant,
});
export type PatientChange = z.infer<typeof PatientChange>;

export const PatientChangeList = z.object({ changes: z.array(PatientChange) });
export type PatientChangeList = z.infer<typeof PatientChangeList>;

export const PatientChangeDecision = z.object({ accept: z.boolean() });
export type PatientChangeDecision = z.infer<typeof PatientChangeDecision>;

/**
 * `PUT …/patients/{id}`: a patient on file; the id is a UUID of the caller's choice. The clinic vouches for what it stores,
 * so the mobile is a way in (P-39). Of a patient on file the national ID may be left out, or sent as it was answered to whoever may
 * not see it whole (`150157-*****`): it stays then.
 */
export const PatientInput = z.extend(Patient, { nationalId: z.optional(Patient.shape.nationalId) });
export type PatientInput = z.infer<typeof PatientInput>;

/** `PUT …/recalls/{id}`: a need (P-38, A-08); the id is a UUID of the caller's choice. */
export const RecallInput = z.object({
  patient: z.uuid(),
  /** Any date of the recall week. */
  week: CivilDate,
  minutes: TreatmentLength,
  /** A template that is used in recall. */
  template: Id,
  clinician: z.optional(z.nullable(Id)),
  /** Months between two recalls: with *move next recall* the next one follows the booked date; absent: none follows. */
  intervalMonths: z.optional(z.nullable(Months)),
});
export type RecallInput = z.infer<typeof RecallInput>;

/** One line of a patient's journal. */
export const JournalEntry = z.object({
  at: Instant,
  kind: z.enum(['moved', 'cancelled']),
  text: z.string(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

export const Journal = z.object({ entries: z.array(JournalEntry) });
export type Journal = z.infer<typeof Journal>;
