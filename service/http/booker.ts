import type { BookingRequest } from '../../src/contract/index.js';
import type { Booker } from '../store/patient-of-session.js';
import { contactFields } from '../store/patients.js';
import type { Call, Work } from './call.js';
import { knownDetails } from './known-patient.js';
import type { CheckedPatient } from './patient-check.js';
import { checkPatient } from './patient-check.js';
import { invalid, ProblemError } from './problem.js';
import { findSession } from './session.js';

/**
 * Who books, where they are logged in; undefined where nobody is. Throws `login-required` where only who is logged in may
 * book, and `not-allowed` where that one is not on file (P-34).
 */
export async function findBooker(
  call: Call<BookingRequest, undefined>,
  work: Work,
): Promise<Booker | undefined> {
  const open = await findSession(call, work);
  if (work.account.settings.newBookingRequiresLogin) {
    if (!open) throw new ProblemError('login-required');
    if (!open.patient) throw new ProblemError('not-allowed', { reason: 'setting' });
  }
  return open && { ...open, said: new Set(Object.keys(call.body.patient)) };
}

/**
 * Checks the patient of a session as `checkPatient` does: what is known of them with what they said anew (P-39). The
 * national ID is the session's; throws `invalid` for one that is said.
 */
export async function checkPatientOf(
  booker: Booker,
  { patient, ...said }: BookingRequest,
  work: Work,
): Promise<CheckedPatient> {
  if (patient.nationalId !== undefined) {
    throw invalid({ path: 'patient.nationalId', code: 'value' });
  }
  const known = await knownDetails(booker, work);
  const details = Object.fromEntries(
    (['firstName', 'lastName', ...contactFields] as const).flatMap((field) => {
      const value = patient[field] ?? known[field];
      return value ? [[field, value]] : [];
    }),
  );
  const { nationalId } = booker.session;
  return checkPatient({ ...said, patient: { ...details, nationalId } }, work);
}
