import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../../src/contract/index.js';
import type { Session } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { beginEidLogin, exchangeEidLogin } from '../../login/eid/begin-login.js';
import { notOffered } from '../../login/eid/offer.js';
import { beginWholePageLogin, sessionOfReturn } from '../../login/eid/whole-page.js';
import { answer } from '../routing/answer.js';
import type { Call } from '../routing/call.js';
import { route } from '../routing/route.js';
import { browserCookie, returnCookie } from './cookies.js';
import { isFromOwnPage, rootOf } from './origin.js';

/** Logins by e-ID, in a window of their own or with the whole page (P-33). */
export function registerEidLogins(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.eidLogin, async (call) => {
    const root = rootOf(services, call.request);
    return answer(202, await beginEidLogin(call.caller, call.body, root));
  });

  route(app, services, prefix.public, publicEndpoints.eidExchange, async ({ caller, id }) =>
    answerSession(await exchangeEidLogin(caller, id)),
  );

  route(app, services, prefix.public, publicEndpoints.eidRedirect, async (call) => {
    const root = requireOwnPage(services, call);
    const { id, url, secret } = await beginWholePageLogin(call.caller, call.body, root);
    return answer(200, { url }, { 'Set-Cookie': browserCookie(root, id).set(secret) });
  });

  route(app, services, prefix.public, publicEndpoints.eidReturn, async (call) => {
    const { caller, header } = call;
    const cookie = returnCookie(requireOwnPage(services, call), caller.accountId);
    const [id = '', secret = ''] = cookie.read(header('Cookie')).split('.');
    const session = await sessionOfReturn(caller, id, secret);
    return answerSession(session, { 'Set-Cookie': cookie.clear() });
  });
}

/** 202 while the patient is at the provider. */
function answerSession(session: Session | undefined, headers?: Record<string, string>): Response {
  return session ? answer(200, session, headers) : answer(202, null, headers);
}

/** Root of the service, for a call from a page on its own origin; throws for every other. */
function requireOwnPage(services: Services, call: Call): string {
  const root = rootOf(services, call.request);
  if (!isFromOwnPage(call, root)) throw notOffered();
  return root;
}
