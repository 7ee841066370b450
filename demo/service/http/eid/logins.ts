import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../../../src/contract/index.js';
import type { EidRequest, EidStarted } from '../../../../src/contract/index.js';
import { insertEidLogin, useEidLogin } from '../../store/eid-logins.js';
import { findEidProvider } from '../../store/eid-providers.js';
import { countInWindow } from '../../store/limits.js';
import { findPatient } from '../../store/patients.js';
import { isSameSecret, randomToken, sha256 } from '../../store/secrets.js';
import { insertSession } from '../../store/sessions.js';
import type { Call, Work } from '../call.js';
import { refuseWhenDown } from '../call.js';
import { Refusal } from '../problem.js';
import { answer, route } from '../route.js';
import type { Services } from '../services.js';
import { toSession } from '../session.js';
import { rootOf } from './ties.js';

const hour = 3_600_000;

/** Beginning a login by e-ID, and polling for its session (P-33). */
export function registerEidLogins(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.eidLogin, (call) =>
    call.transaction(async (work) => answer(202, await begin(call, work))),
  );

  route(app, services, prefix.public, publicEndpoints.eidExchange, async (call) => {
    const token = await services.hmac('login-token', call.id);
    if (!isSameSecret(token, call.header('Login-Token') ?? '')) throw new Refusal('not-found');
    return call.transaction((work) => exchange(call.id, work));
  });
}

async function begin(call: Call<EidRequest, undefined>, work: Work): Promise<EidStarted> {
  const { services, body, accountId } = call;
  const { tx, account, now } = work;
  const { settings, textLanguage } = account;
  refuseWhenDown(account);
  const isOffered = settings.login.eid.some(({ id }) => id === body.idp);
  const origin = call.header('Origin');
  const isListed = settings.allowedOrigins.includes(body.returnOrigin);
  // Only for itself may a page begin: else its visitors would log in for another.
  if (!isListed || (origin !== undefined && origin !== body.returnOrigin)) throw notAllowed();
  if (!services.eid || !isOffered || !(await findEidProvider(tx, body.idp))) throw notAllowed();

  if (!call.isExempt) {
    const subject = `eid ${await call.addressHash()}`;
    const { count, endsAt } = await countInWindow(tx, accountId, subject, hour, now);
    if (count > services.limits.eidPerAddressAnHour) {
      throw new Refusal('rate-limited', { retryAfter: (endsAt - now) / 1000 });
    }
  }
  const { idp: provider, returnOrigin, lang = textLanguage } = body;
  const id = await insertEidLogin(tx, { accountId, provider, returnOrigin, lang }, now);
  return {
    id,
    token: await services.hmac('login-token', id),
    url: `${rootOf(services, call.context.req.raw)}/v1/accounts/${accountId}/logins/eid/${id}/begin`,
  };
}

function notAllowed(): Refusal {
  return new Refusal('not-allowed', { reason: 'setting' });
}

async function exchange(id: string, work: Work): Promise<Response> {
  const { tx, account, now } = work;
  const standing = await useEidLogin(tx, id, now);
  switch (standing.kind) {
    case 'waiting':
      return answer(202, null);
    case 'failed':
      throw new Refusal('not-allowed');
    case 'gone':
      throw new Refusal('not-found');
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
