import { useEidLogin } from '../../store/eid-logins.js';
import { findPatient } from '../../store/patients.js';
import { randomToken, sha256 } from '../../store/secrets.js';
import { insertSession } from '../../store/sessions.js';
import type { Work } from '../call.js';
import { ProblemError } from '../problem.js';
import { answer } from '../route.js';
import { toSession } from '../session.js';

/** Uses up a login that is through for a session (200); 202 while the patient is at the provider. Throws when it failed. */
export async function exchange(id: string, work: Work): Promise<Response> {
  const { tx, account, now } = work;
  const standing = await useEidLogin(tx, id, now);
  switch (standing.kind) {
    case 'waiting':
      return answer(202, null);
    case 'failed':
      throw new ProblemError('not-allowed');
    case 'gone':
      throw new ProblemError('not-found');
    case 'identified': {
      const { identity } = standing;
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
      return answer(200, await toSession({ session, patient }, work, token));
    }
  }
}
