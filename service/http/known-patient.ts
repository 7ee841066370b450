import type { KnownPatient } from '../../src/contract/index.js';
import { maskNationalId } from '../../src/domain/national-id/national-id.js';
import { findNewestOwn } from '../store/own-bookings.js';
import type { PatientRow } from '../store/patients.js';
import { contactFields } from '../store/patients.js';
import type { Work } from './call.js';
import type { OpenSession } from './session.js';

/** Names and ways to reach somebody, as a session may know them; the national ID is not among them. */
export type KnownDetails = Pick<PatientRow, 'firstName' | 'lastName'> &
  Partial<Pick<PatientRow, (typeof contactFields)[number]>>;

/**
 * What a session may know of its patient (P-39): the record where it may see it; else what was said in the newest booking
 * confirmed through its mobile, never the record, which holds what others said; else what the e-ID provider tells.
 */
export async function knownDetails(
  { session, patient }: OpenSession,
  { tx }: Pick<Work, 'tx'>,
): Promise<KnownDetails> {
  const { firstName, lastName, onlyMobile } = session;
  if (!patient) return { firstName: firstName ?? '', lastName: lastName ?? '' };
  if (onlyMobile === null) return patient;
  const own = await findNewestOwn(tx, session);
  if (!own) return { firstName: '', lastName: '', mobile: onlyMobile };
  const { email, address1, address2, postalCode } = own;
  return {
    firstName: own.firstName ?? '',
    lastName: own.lastName ?? '',
    mobile: onlyMobile,
    email,
    address1,
    address2,
    postalCode,
  };
}

/** The patient of a session as the API writes it: the national ID only masked (N-02, P-33). */
export async function toKnownPatient(open: OpenSession, work: Work): Promise<KnownPatient> {
  const details = await knownDetails(open, work);
  const { firstName, lastName } = details;
  return {
    firstName,
    lastName,
    nationalIdMasked: maskNationalId(work.account.market, open.session.nationalId),
    ...Object.fromEntries(
      contactFields.flatMap((field) => (details[field] ? [[field, details[field]]] : [])),
    ),
  };
}
