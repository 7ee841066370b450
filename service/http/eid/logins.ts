import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../../src/contract/index.js';
import type { EidRequest, EidStarted } from '../../../src/contract/index.js';
import { insertEidLogin } from '../../store/eid-logins.js';
import { isSameSecret } from '../../store/secrets.js';
import type { Call, Work } from '../call.js';
import { ProblemError } from '../problem.js';
import { answer, route } from '../route.js';
import type { Services } from '../services.js';
import { exchange } from './exchange.js';
import { checkOffer, notOffered } from './offer.js';
import { rootOf } from './ties.js';

/** Beginning a login by e-ID in a window of its own, and polling for its session (P-33). */
export function registerEidLogins(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.eidLogin, (call) =>
    call.transaction(async (work) => answer(202, await begin(call, work))),
  );

  route(app, services, prefix.public, publicEndpoints.eidExchange, async (call) => {
    const token = await services.hmac('login-token', call.id);
    if (!isSameSecret(token, call.header('Login-Token') ?? '')) throw new ProblemError('not-found');
    return call.transaction((work) => exchange(call.id, work));
  });
}

async function begin(call: Call<EidRequest, undefined>, work: Work): Promise<EidStarted> {
  const { services, body, accountId } = call;
  const { tx, account, now } = work;
  const { idp: provider, returnOrigin, lang = account.textLanguage } = body;
  await checkOffer(call, work, { idp: provider, origin: returnOrigin });
  const origin = call.header('Origin');
  // Only for itself may a page begin: else its visitors would log in for another.
  if (origin !== undefined && origin !== returnOrigin) throw notOffered();
  const id = await insertEidLogin(tx, { accountId, provider, returnOrigin, lang }, now);
  return {
    id,
    token: await services.hmac('login-token', id),
    url: `${rootOf(services, call.context.req.raw)}/v1/accounts/${accountId}/logins/eid/${id}/begin`,
  };
}
