import type { Session } from '../../../src/contract/index.js';
import { findPatientById } from '../store/patients.js';
import type { PatientRow } from '../store/patients.js';
import { sha256 } from '../store/secrets.js';
import type { SessionRow } from '../store/sessions.js';
import { findLiveSession } from '../store/sessions.js';
import type { Call, Work } from './call.js';
import { Refusal } from './problem.js';

/** Who calls. */
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

/** Whether moving and cancelling ask for a code first (P-43): not where a code opened the session, or the account asks for none. */
export function needsCode({ session }: OpenSession, { account }: Work): boolean {
  return account.settings.confirmation === 'code' && session.confirmedAt === null;
}

/** The session of the call's bearer; undefined where it brings none. Throws `login-required` for one that is no good. */
export async function findSession(
  { header }: Call<unknown, unknown>,
  { tx, now }: Work,
): Promise<OpenSession | undefined> {
  const authorization = header('Authorization');
  if (authorization === undefined) return undefined;
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(authorization)?.[1];
  const session = token && (await findLiveSession(tx, await sha256(token), now));
  if (!session) throw new Refusal('login-required');
  const patient =
    session.patientId === null ? undefined : await findPatientById(tx, session.patientId);
  return { session, patient };
}

/** The session of the call's bearer; throws `login-required` (P-44). */
export async function requireSession(
  call: Call<unknown, unknown>,
  work: Work,
): Promise<OpenSession> {
  const open = await findSession(call, work);
  if (!open) throw new Refusal('login-required');
  return open;
}
