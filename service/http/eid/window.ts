import type { Context, Hono } from 'hono';
import { identityOf } from '../../core/eid-identity.js';
import {
  failEidLogin,
  findOpenEidLogin,
  identify,
  takeCallback,
  tieToBrowser,
} from '../../store/eid-logins.js';
import { findEidProvider } from '../../store/eid-providers.js';
import { isSameSecret, randomToken, sha256 } from '../../store/secrets.js';
import { toClockTime } from '../../../src/domain/clock-time.js';
import type { Call } from '../call.js';
import { createCall } from '../call.js';
import { ProblemError } from '../problem.js';
import { answer, isAccountId, isId } from '../route.js';
import type { Services } from '../services.js';
import type { EidClient, EidOutcome } from './client.js';
import { browserCookie } from './cookies.js';
import { eidPage } from './page.js';
import { beginScript, endScript } from './scripts.js';
import { askProvider } from './provider.js';
import { sendBack } from './redirect.js';
import { callbackPath, readState, rootOf, tiesOf } from './ties.js';
import { eidWords, languageOf } from './words.js';

/** What the window of an e-ID login sees: a page that asks its opener for the token, and the way back from the provider (P-33). */
export function registerEidWindow(app: Hono, services: Services): void {
  const { eid } = services;
  if (!eid) return;
  const path = '/v1/accounts/:account/logins/eid/:id/begin';
  app.get(path, (context) => showBegin(callOf(context, services)));
  app.post(path, (context) => goOn(callOf(context, services), eid));
  app.get(callbackPath, (context) => comeBack(context, services, eid));
}

/** The claim set up for the provider holds no national ID of the account's market; its value is told to nobody. */
class NoNationalIdError extends Error {
  override readonly name = 'NoNationalIdError';
}

type WindowCall = Call<undefined, undefined>;

function callOf(context: Context, services: Services): WindowCall {
  const accountId = context.req.param('account') ?? '';
  if (!isAccountId(accountId) || !isId(context.req.param('id') ?? '')) {
    throw new ProblemError('not-found');
  }
  return createCall(context, services, accountId, undefined, undefined);
}

/** The window's first page: nothing in it is secret, and nothing happens without the opener. */
async function showBegin(call: WindowCall): Promise<Response> {
  return call.transaction(async ({ tx, account, now }) => {
    const login = await findOpenEidLogin(tx, call.id, now);
    if (!login?.provider || !login.returnOrigin) return refused(call.context);
    const { lang } = login;
    const words = eidWords[lang];
    const provider = await findEidProvider(tx, login.provider);
    return eidPage({
      lang,
      heading: account.name,
      text: words.goingOn(provider?.name ?? login.provider),
      isBusy: true,
      script: beginScript,
      data: {
        id: login.id,
        'return-origin': login.returnOrigin,
        'no-opener': words.noOpener,
        failed: words.failed,
      },
    });
  });
}

/** Ties the login to the browser that shows its token, and says where the provider is. */
async function goOn(call: WindowCall, eid: EidClient): Promise<Response> {
  const { services, id, header } = call;
  const root = rootOf(services, call.context.req.raw);
  // A page of elsewhere must not tie its visitor to a login of its own.
  const site = header('Sec-Fetch-Site');
  const isOwn = header('Origin') === new URL(root).origin && (!site || site === 'same-origin');
  const token = await services.hmac('login-token', id);
  if (!isOwn || !isSameSecret(token, header('Login-Token') ?? ''))
    throw new ProblemError('not-found');

  const secret = randomToken();
  const browserHash = await sha256(secret);
  const { access, lang } = await call.transaction(async ({ tx, now }) => {
    const login = await findOpenEidLogin(tx, id, now);
    const access = login?.provider && (await findEidProvider(tx, login.provider));
    if (!access || !(await tieToBrowser(tx, id, browserHash, now)))
      throw new ProblemError('not-found');
    return { access, lang: login.lang };
  });
  const url = await askProvider(call, eid, { id, access, lang });
  return answer(200, { url }, { 'Set-Cookie': browserCookie(root, id).set(secret) });
}

/** The provider has sent the browser back. */
async function comeBack(context: Context, services: Services, eid: EidClient): Promise<Response> {
  const { req } = context;
  const named = await readState(services.hmac, req.query('state'));
  if (!named) return refused(context);
  const { accountId, id } = named;
  const root = rootOf(services, req.raw);
  const cookie = browserCookie(root, id);
  const call = createCall(context, services, accountId, undefined, undefined);
  const browserHash = await sha256(cookie.read(req.header('Cookie')));

  const taken = await call.transaction(async ({ tx, now }) => {
    const login = await takeCallback(tx, id, browserHash, now);
    const access = login?.provider && (await findEidProvider(tx, login.provider));
    return login && { login, access: access || undefined };
  });
  if (!taken) return refused(context);
  const { login, access } = taken;

  const ties = await tiesOf(services.hmac, accountId, id);
  const back = new URL(`${root}${callbackPath}${new URL(req.url).search}`);
  const outcome: EidOutcome = access
    ? await eid.identify(access, ties, back, access.nationalIdClaim)
    : { kind: 'failed', error: new Error('The provider is no longer there.') };
  const ended = await call.transaction(async ({ tx, account, now }) => {
    if (outcome.kind === 'identified' && access) {
      const today = toClockTime(now, account.timeZone).date;
      const claim = access.nationalIdClaim;
      const identity = identityOf(outcome.claims, claim, account.market, today);
      if (identity && (await identify(tx, id, identity, now))) return 'done';
      if (!identity) services.onError(new NoNationalIdError());
    }
    await failEidLogin(tx, id, now);
    return outcome.kind === 'cancelled' ? 'cancelled' : 'failed';
  });
  if (outcome.kind === 'failed') services.onError(outcome.error);
  if (login.returnPath !== null) return sendBack(call, login);
  return eidPage({
    lang: login.lang,
    text: eidWords[login.lang][ended],
    script: endScript,
    data: { 'return-origin': login.returnOrigin ?? '' },
    headers: { 'Set-Cookie': cookie.clear() },
  });
}

/** Told alike whatever was wrong: no such login, its time is up, another browser, a state of somebody else's making. */
function refused(context: Context): Promise<Response> {
  const lang = languageOf(context.req.header('Accept-Language'));
  return eidPage({ lang, text: eidWords[lang].refused, script: endScript, status: 403 });
}
