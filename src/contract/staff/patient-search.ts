import * as z from 'zod/mini';
import { CivilDate } from '../primitives.js';
import { PatientInput } from './patients.js';

/**
 * `POST …/patient-search`: in the body, since what is searched for is personal, and a national ID never stands in an address (N-02).
 * Either `nationalId`, or `q`: the beginnings of names, a mobile number or its first digits, or a national ID.
 */
export const PatientSearch = z.object({
  nationalId: z.optional(z.string().check(z.maxLength(40))),
  q: z.optional(z.string().check(z.maxLength(200))),
  /** The `next` of the page before. */
  cursor: z.optional(z.uuid()),
});
export type PatientSearch = z.infer<typeof PatientSearch>;

/** Patients by last and first name; the national ID in full only for whoever has the right `privacy`. */
export const PatientsFound = z.object({
  patients: z.array(z.extend(PatientInput, { id: z.string(), birthDate: z.optional(CivilDate) })),
  next: z.optional(z.string()),
});
export type PatientsFound = z.infer<typeof PatientsFound>;
