import type { KnownPatient, Market } from '../contract/index.js';
import {
  bookingDetailsOf,
  type BookingDetails,
  type DraftRules,
  type PatientDraft,
} from './patient-draft.js';
import { formatPhone } from './phone.js';

/** The fields of the form that a patient's record knows (P-39). */
export type RecordedField =
  'firstName' | 'lastName' | 'email' | 'mobile' | 'address1' | 'address2' | 'postalCode';

const recordedFields: readonly RecordedField[] = [
  'firstName',
  'lastName',
  'email',
  'mobile',
  'address1',
  'address2',
  'postalCode',
];

/** What came into a form from a record: field → text. */
export type Filled = Readonly<Partial<Record<RecordedField, string>>>;

/** What the record puts into a form; what was typed before wins. */
export function filledFrom(patient: KnownPatient, draft: PatientDraft, market: Market): Filled {
  const filled: Partial<Record<RecordedField, string>> = {};
  for (const field of recordedFields) {
    const text = patient[field];
    if (!text || draft[field].trim()) continue;
    filled[field] = field === 'mobile' ? formatPhone(market, text) : text;
  }
  return filled;
}

/** The form with what the record put there; the national ID is the session's, and needs no place in it (N-02). */
export function withFilled(draft: PatientDraft, filled: Filled): PatientDraft {
  return { ...draft, ...filled, nationalId: '' };
}

/** The form without what came from a record, changed or not: it is somebody's who has logged out. */
export function withoutFilled(draft: PatientDraft, filled: Filled): PatientDraft {
  const emptied = Object.fromEntries(Object.keys(filled).map((field) => [field, '']));
  return { ...draft, ...emptied, consent: false };
}

/** Of what a form says only what the record does not say in the same words: all else need not be sent (P-39). */
export function changedDetails(
  details: BookingDetails,
  patient: KnownPatient,
  draft: PatientDraft,
  rules: DraftRules,
): BookingDetails {
  const recorded = { ...draft };
  for (const field of recordedFields) recorded[field] = patient[field] ?? '';
  const known = bookingDetailsOf(recorded, rules).patient;
  const changed = Object.entries(details.patient).filter(
    ([field, value]) => known[field as RecordedField] !== value,
  );
  return { ...details, patient: Object.fromEntries(changed) };
}
