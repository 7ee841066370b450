import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../../src/contract/index.js';
import type { LoginRow } from '../../store/eid-logins.js';
import { insertEidLogin, isTiedToReturn, tieToReturn } from '../../store/eid-logins.js';
import { findEidProvider } from '../../store/eid-providers.js';
import { randomToken, sha256 } from '../../store/secrets.js';
import type { Call } from '../call.js';
import { ProblemError } from '../problem.js';
import { answer, isUuid, route } from '../route.js';
import type { Services } from '../services.js';
import { browserCookie, returnCookie } from './cookies.js';
import { exchange } from './exchange.js';
import { checkOffer, notOffered } from './offer.js';
import { askProvider } from './provider.js';
import { rootOf } from './ties.js';

/**
 * A login by e-ID for which the whole page goes to the provider and comes back (P-33), for pages on the service's own
 * origin: there a cookie that no script sees says whose login it is, so nothing of it is in an address or in storage.
 */
export function registerEidRedirect(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.eidRedirect, async (call) => {
    const { accountId, body } = call;
    const { idp: provider, returnPath } = body;
    const root = ownRoot(call);
    const secret = randomToken();
    const browserHash = await sha256(secret);
    const { id, lang, access, eid } = await call.transaction(async (work) => {
      const { tx, account, now } = work;
      const eid = await checkOffer(call, work, { idp: provider, origin: new URL(root).origin });
      const { lang = account.textLanguage } = body;
      const login = { accountId, provider, returnPath, browserHash, lang };
      const id = await insertEidLogin(tx, login, now);
      return { id, lang, eid, access: await findEidProvider(tx, provider) };
    });
    if (!access) throw notOffered();
    const url = await askProvider(call, eid, { id, access, lang });
    return answer(200, { url }, { 'Set-Cookie': browserCookie(root, id).set(secret) });
  });

  route(app, services, prefix.public, publicEndpoints.eidReturn, async (call) => {
    const cookie = returnCookie(ownRoot(call), call.accountId);
    const [id = '', secret = ''] = cookie.read(call.header('Cookie')).split('.');
    const browserHash = await sha256(secret);
    const response = await call.transaction(async (work) => {
      if (!isUuid(id) || !(await isTiedToReturn(work.tx, id, browserHash))) {
        throw new ProblemError('not-found');
      }
      return exchange(id, work);
    });
    response.headers.set('Set-Cookie', cookie.clear());
    return response;
  });
}

/** Root of the service, for a call from a page on its own origin; throws for every other. */
function ownRoot(call: Call<unknown, unknown>): string {
  const root = rootOf(call.services, call.context.req.raw);
  const site = call.header('Sec-Fetch-Site');
  const isOwn = call.header('Origin') === new URL(root).origin;
  if (!isOwn || (site && site !== 'same-origin')) throw notOffered();
  return root;
}

/** Sends the browser back from the provider to the page that began, with what it takes to fetch the session there. */
export async function sendBack(
  call: Call<undefined, undefined>,
  { id, accountId, returnPath }: LoginRow,
): Promise<Response> {
  const root = rootOf(call.services, call.context.req.raw);
  const secret = randomToken();
  const browserHash = await sha256(secret);
  await call.transaction(({ tx }) => tieToReturn(tx, id, browserHash));
  return new Response(null, {
    status: 303,
    headers: [
      ['Location', new URL(`${new URL(root).origin}${returnPath}`).href],
      ['Cache-Control', 'no-store'],
      ['Referrer-Policy', 'no-referrer'],
      ['Set-Cookie', browserCookie(root, id).clear()],
      ['Set-Cookie', returnCookie(root, accountId).set(`${id}.${secret}`)],
    ],
  });
}
