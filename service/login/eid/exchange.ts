import type { Session } from '../../../src/contract/index.js';
import { ProblemError } from '../../context/problem.js';
import type { Work } from '../../context/work.js';
import { toSession } from '../../session/session-answer.js';
import { useEidLogin } from '../../store/eid-logins.js';
import { findPatient } from '../../store/patients.js';
import { randomToken, sha256 } from '../../store/secrets.js';
import { insertSession } from '../../store/sessions.js';

/**
 * Trades a login whose patient the provider has identified for a session, once; undefined while the patient is at the
 * provider. Throws `not-allowed` when the login failed, and `not-found` when it is over.
 */
export async function exchange(id: string, work: Work): Promise<Session | undefined> {
  const { tx, account, now } = work;
  const state = await useEidLogin(tx, id, now);
  switch (state.kind) {
    case 'waiting':
      return undefined;
    case 'failed':
      throw new ProblemError('not-allowed');
    case 'gone':
      throw new ProblemError('not-found');
    case 'identified': {
      const { identity } = state;
      const patient = await findPatient(tx, identity.nationalId);
      const token = randomToken();
      const session = await insertSession(
        tx,
        {
          ...identity,
          accountId: account.id,
          kind: 'eid',
          tokenHash: await sha256(token),
          patientId: patient?.id ?? null,
        },
        now,
      );
      return toSession({ session, patient }, work, token);
    }
  }
}
