import type { Session } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { findPatientById } from '../store/patients.js';
import type { PatientRow } from '../store/patients.js';
import { isToken, sha256 } from '../store/secrets.js';
import type { SessionRow } from '../store/sessions.js';
import { findLiveSession } from '../store/sessions.js';

/** A live session and its patient. */
export interface OpenSession {
  session: SessionRow;
  /** Undefined: known by e-ID, but not on file. */
  patient: PatientRow | undefined;
}

/** What a session may see (P-39). */
export function accessOf({ session, patient }: OpenSession): Session['access'] {
  if (!patient) return 'none';
  return session.onlyMobile === null ? 'record' : 'mobile';
}

/**
 * Whether moving and cancelling ask for a code first (P-43): not where a code opened the session, nor where the account
 * confirms nothing by code.
 */
export function needsCode({ session }: OpenSession, { account }: Work): boolean {
  return account.settings.confirmation === 'code' && session.confirmedAt === null;
}

/** The caller's session; undefined where the caller has no bearer. Throws `login-required` for one without a live session. */
export async function findSession(
  { bearer }: Caller,
  { tx, now }: Work,
): Promise<OpenSession | undefined> {
  if (bearer === undefined) return undefined;
  const session = isToken(bearer) && (await findLiveSession(tx, await sha256(bearer), now));
  if (!session) throw new ProblemError('login-required');
  const patient =
    session.patientId === null ? undefined : await findPatientById(tx, session.patientId);
  return { session, patient };
}

/** The caller's session; throws `login-required` (P-44). */
export async function requireSession(caller: Caller, work: Work): Promise<OpenSession> {
  const open = await findSession(caller, work);
  if (!open) throw new ProblemError('login-required');
  return open;
}
