import type { Work } from '../context/work.js';
import { findPatient } from '../store/patients.js';
import { findNewestConfirmedThrough } from '../store/session-bookings.js';

/** Which addresses of a booking a code may go to. */
export interface ProvingAddresses {
  mobile: boolean;
  email: boolean;
}

/** Whose booking a code is for; the national ID normalized, empty where there is none or nobody asks for it. */
export interface CodeOwner {
  nationalId: string;
  mobile: string | null;
  email: string | null;
}

/**
 * The addresses of a booking at which a code proves what the account asks for. Where new patients may book, each of them. Where
 * only patients on file may (P-42), those that the clinic has on file with the national ID, and a mobile that confirmed a
 * booking of it before: a code to any other address would prove nothing, and tell who is a patient (N-06). It costs the same
 * statements whoever is on file.
 */
export async function findProvingAddresses(
  { tx, account }: Work,
  { nationalId, mobile, email }: CodeOwner,
): Promise<ProvingAddresses> {
  if (account.settings.selfCreation) return { mobile: mobile !== null, email: email !== null };
  const patient = await findPatient(tx, nationalId);
  const booked = await findNewestConfirmedThrough(tx, nationalId, mobile ?? '');
  return {
    mobile: mobile !== null && (patient?.mobile === mobile || booked !== undefined),
    email: email !== null && patient?.email?.toLowerCase() === email.toLowerCase(),
  };
}
