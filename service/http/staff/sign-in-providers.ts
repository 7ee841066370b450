import type { Context, Hono } from 'hono';
import { prefix, staffEndpoints } from '../../../src/contract/index.js';
import { ProblemError } from '../../context/problem.js';
import type { Services } from '../../context/services.js';
import { readState } from '../../login/eid/ties.js';
import {
  beginProviderSignIn,
  signInCallbackPath,
  takeProviderAnswer,
} from '../../people/provider-sign-in.js';
import * as providers from '../../people/sign-in-providers.js';
import { answer } from '../routing/answer.js';
import { callTo } from '../routing/call.js';
import { hostCookie } from '../routing/host-cookie.js';
import { route } from '../routing/route.js';
import { browserOf, refuseOtherPages, relyingPartyOf, staffCookie } from './console.js';
import { staffRoute } from './staff-route.js';

/** Seconds for which a browser may come back from the provider. */
const seconds = 600;

/** Ties a sign-in to the browser that goes to the provider. Lax, since the provider's page sends it back. */
const tieCookie = (root: string, id: string) =>
  hostCookie(root, {
    name: `opus-staff-sign-in-${id}`,
    path: signInCallbackPath,
    sameSite: 'Lax',
    seconds,
  });

/** OpenID providers that a chain's people sign in at (C-02). */
export function registerSignInProviders(app: Hono, services: Services): void {
  route(app, services, prefix.staff, staffEndpoints.beginProviderSignIn, async (call) => {
    refuseOtherPages(call, services);
    const { origin } = relyingPartyOf(call, services);
    const { id, url, name, secret } = await beginProviderSignIn(
      call.caller,
      call.body.email,
      origin,
    );
    return answer(200, { url, name }, { 'Set-Cookie': tieCookie(origin, id).set(secret) });
  });
  app.get(signInCallbackPath, (context) => returnFromProvider(context, services));

  staffRoute(app, services, staffEndpoints.signInProviders, async (work) =>
    answer(200, await providers.listSignInProviders(work)),
  );
  staffRoute(app, services, staffEndpoints.putSignInProvider, (work, { id, body, caller }) =>
    providers.putSignInProvider(caller, work, id, body),
  );
  staffRoute(app, services, staffEndpoints.deleteSignInProvider, (work, { id }) =>
    providers.deleteSignInProvider(work, id),
  );
}

/** The provider has sent the browser back: on to the console, signed in or with the reason in the fragment. */
async function returnFromProvider(context: Context, services: Services): Promise<Response> {
  const { req } = context;
  const named = await readState(services.hmac, req.query('state'));
  if (!named || !services.consoleOf) throw new ProblemError('not-found');
  const { accountId, id } = named;
  const call = callTo(accountId, context, services);
  const { origin } = relyingPartyOf(call, services);
  const tie = tieCookie(origin, id);
  const ended = await takeProviderAnswer(
    call.caller,
    {
      id,
      secret: tie.read(req.header('Cookie')),
      url: new URL(`${origin}${signInCallbackPath}${new URL(req.url).search}`),
    },
    browserOf(call, services),
  );
  if (!ended) throw new ProblemError('not-found');
  const isIn = ended.kind === 'signed-in';
  return new Response(null, {
    status: 303,
    headers: [
      ['Location', `${services.consoleOf(accountId)}${isIn ? '' : `#sign-in=${ended.kind}`}`],
      ['Cache-Control', 'no-store'],
      ['Referrer-Policy', 'no-referrer'],
      ['Set-Cookie', tie.clear()],
      ...(isIn
        ? [['Set-Cookie', staffCookie(call, services).set(ended.opened.token)] as [string, string]]
        : []),
    ],
  });
}
