import type { KnownPatient } from '../../src/contract/index.js';
import type { Work } from '../context/work.js';
import { maskNationalId } from '../../src/domain/national-id/national-id.js';
import { findNewestSessionBooking } from '../store/session-bookings.js';
import type { PatientRow } from '../store/patients.js';
import { contactFields } from '../store/patients.js';
import type { OpenSession } from './session.js';

/** Names and contact details that a session may see; never the national ID. */
export type KnownDetails = Pick<PatientRow, 'firstName' | 'lastName'> &
  Partial<Pick<PatientRow, (typeof contactFields)[number]>>;

/**
 * What a session may see of its patient (P-39): the record, where its access allows that. A session of one mobile sees the
 * details of the newest booking confirmed through that mobile, since others may have changed the record. A patient who is not
 * on file has the names from the e-ID provider.
 */
export async function knownDetails(
  { session, patient }: OpenSession,
  { tx }: Pick<Work, 'tx'>,
): Promise<KnownDetails> {
  const { firstName, lastName, onlyMobile } = session;
  if (!patient) return { firstName: firstName ?? '', lastName: lastName ?? '' };
  if (onlyMobile === null) return patient;
  const own = await findNewestSessionBooking(tx, session);
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
