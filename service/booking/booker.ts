import type { BookingRequest } from '../../src/contract/index.js';
import type { Booker } from '../store/patient-of-session.js';
import { contactFields } from '../store/patients.js';
import type { Caller } from '../context/caller.js';
import { invalid, ProblemError } from '../context/problem.js';
import { asksLogin } from '../core/settings.js';
import type { Work } from '../context/work.js';
import type { CheckedPatient } from '../patient/patient-check.js';
import { checkPatient } from '../patient/patient-check.js';
import { knownDetails } from '../session/known-patient.js';
import { findSession } from '../session/session.js';

/**
 * The logged-in patient who books; undefined without a session. Where the account requires a login for booking, throws
 * `login-required` without one, and `not-allowed` for a patient who is not on file (P-34).
 */
export async function findBooker(
  caller: Caller,
  work: Work,
  body: BookingRequest,
): Promise<Booker | undefined> {
  const open = await findSession(caller, work);
  const { settings } = work.account;
  if (!open && asksLogin(settings)) throw new ProblemError('login-required');
  if (settings.newBookingRequiresLogin) {
    if (!open?.patient) throw new ProblemError('not-allowed', { reason: 'setting' });
  }
  return open && { ...open, said: new Set(Object.keys(body.patient)) };
}

/**
 * Checks the patient of a session as `checkPatient` does: the known details, with those of the request in their place (P-39).
 * The national ID is the session's; throws `invalid` where the request names one.
 */
export async function checkPatientOf(
  booker: Booker,
  { patient, ...rest }: BookingRequest,
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
  return checkPatient({ ...rest, patient: { ...details, nationalId } }, work);
}
