import type { Context, Hono } from 'hono';
import type { EidClient } from '../../context/eid-client.js';
import { ProblemError } from '../../context/problem.js';
import type { Services } from '../../context/services.js';
import { takeAnswer } from '../../login/eid/callback.js';
import { callbackPath, readState } from '../../login/eid/ties.js';
import { tieReturn } from '../../login/eid/whole-page.js';
import { findWindowLogin, tieWindow } from '../../login/eid/window.js';
import { answer } from '../routing/answer.js';
import type { Call } from '../routing/call.js';
import { callTo, createCall } from '../routing/call.js';
import { browserCookie, returnCookie } from './cookies.js';
import { isFromOwnPage, rootOf } from './origin.js';
import { eidPage } from './page.js';
import { beginScript, endScript } from './scripts.js';
import { eidWords, languageOf } from './words.js';

/** The pages in the window of an e-ID login, and the address to which the provider sends browsers back (P-33). */
export function registerEidWindow(app: Hono, services: Services): void {
  const { eid } = services;
  if (!eid) return;
  const path = '/v1/accounts/:account/logins/eid/:id/begin';
  app.get(path, (context) => showBegin(createCall(context, services)));
  app.post(path, (context) => goToProvider(createCall(context, services), services, eid));
  app.get(callbackPath, (context) => returnFromProvider(context, services, eid));
}

/** The window's first page. It holds no secret: its script gets the login's token from the page that opened the window. */
async function showBegin({ caller, id, header }: Call): Promise<Response> {
  const login = await findWindowLogin(caller, id);
  if (!login) return refused(header('Accept-Language'));
  const words = eidWords[login.lang];
  return eidPage({
    lang: login.lang,
    heading: login.accountName,
    text: words.goingOn(login.providerName),
    isBusy: true,
    script: beginScript,
    data: {
      id: login.id,
      'return-origin': login.returnOrigin,
      'no-opener': words.noOpener,
      failed: words.failed,
    },
  });
}

/** Ties the login to the browser that shows its token, and answers with the provider's address. */
async function goToProvider(call: Call, services: Services, eid: EidClient): Promise<Response> {
  const root = rootOf(services, call.request);
  // Another page must not tie its visitor to a login of its own.
  if (!isFromOwnPage(call, root)) throw new ProblemError('not-found');
  const { url, secret } = await tieWindow(call.caller, eid, call.id, root);
  return answer(200, { url }, { 'Set-Cookie': browserCookie(root, call.id).set(secret) });
}

/** The provider has sent the browser back. */
async function returnFromProvider(
  context: Context,
  services: Services,
  eid: EidClient,
): Promise<Response> {
  const { req } = context;
  const acceptLanguage = req.header('Accept-Language');
  const named = await readState(services.hmac, req.query('state'));
  if (!named) return refused(acceptLanguage);
  const { accountId, id } = named;
  const root = rootOf(services, req.raw);
  const cookie = browserCookie(root, id);
  const { caller } = callTo(accountId, context, services);
  const secret = cookie.read(req.header('Cookie'));
  const url = new URL(`${root}${callbackPath}${new URL(req.url).search}`);
  const ended = await takeAnswer(caller, eid, { id, secret, url });
  if (!ended) return refused(acceptLanguage);
  const { login, end } = ended;
  if (login.returnPath !== null) {
    const returnSecret = await tieReturn(caller, id);
    return new Response(null, {
      status: 303,
      headers: [
        ['Location', new URL(`${new URL(root).origin}${login.returnPath}`).href],
        ['Cache-Control', 'no-store'],
        ['Referrer-Policy', 'no-referrer'],
        ['Set-Cookie', cookie.clear()],
        ['Set-Cookie', returnCookie(root, accountId).set(`${id}.${returnSecret}`)],
      ],
    });
  }
  return eidPage({
    lang: login.lang,
    text: eidWords[login.lang][end],
    script: endScript,
    data: { 'return-origin': login.returnOrigin ?? '' },
    headers: { 'Set-Cookie': cookie.clear() },
  });
}

/** One page for no such login, an expired one, another browser, or a state that this service did not make. */
function refused(acceptLanguage: string | undefined): Promise<Response> {
  const lang = languageOf(acceptLanguage);
  return eidPage({ lang, text: eidWords[lang].refused, script: endScript, status: 403 });
}
