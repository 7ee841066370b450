import type { Session } from '../../src/contract/index.js';
import type { Work } from '../context/work.js';
import { secondsLeft } from '../store/sessions.js';
import { toKnownPatient } from './known-patient.js';
import type { OpenSession } from './session.js';
import { accessOf, needsCode } from './session.js';

/** A session as the API writes it; `token` is the caller's, of which only the hash is stored. */
export async function toSession(open: OpenSession, work: Work, token: string): Promise<Session> {
  return {
    token,
    expiresIn: secondsLeft(open.session, work.now),
    patient: await toKnownPatient(open, work),
    access: accessOf(open),
    needsCode: needsCode(open, work),
  };
}
