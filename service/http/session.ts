import type { Session } from '../../src/contract/index.js';
import { findPatientById } from '../store/patients.js';
import type { PatientRow } from '../store/patients.js';
import { sha256 } from '../store/secrets.js';
import type { SessionRow } from '../store/sessions.js';
import { findLiveSession, secondsLeft } from '../store/sessions.js';
import type { Call, Work } from './call.js';
import { toKnownPatient } from './known-patient.js';
import { ProblemError } from './problem.js';

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

/** A session as the API writes it; `token` is the bearer's, which is stored nowhere. */
export async function toSession(open: OpenSession, work: Work, token: string): Promise<Session> {
  return {
    token,
    expiresIn: secondsLeft(open.session, work.now),
    patient: await toKnownPatient(open, work),
    access: accessOf(open),
    needsCode: needsCode(open, work),
  };
}

/** The token of the call's bearer; undefined where it brings none that can be one. */
export function sessionToken({
  header,
}: Pick<Call<unknown, unknown>, 'header'>): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(header('Authorization') ?? '')?.[1];
}

/** The session of the call's bearer; undefined where it brings none. Throws `login-required` for one that is no good. */
export async function findSession(
  call: Pick<Call<unknown, unknown>, 'header'>,
  { tx, now }: Work,
): Promise<OpenSession | undefined> {
  if (call.header('Authorization') === undefined) return undefined;
  const token = sessionToken(call);
  const session = token && (await findLiveSession(tx, await sha256(token), now));
  if (!session) throw new ProblemError('login-required');
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
  if (!open) throw new ProblemError('login-required');
  return open;
}
