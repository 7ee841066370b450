import type { Hono } from 'hono';
import type { Endpoint } from '../../../src/contract/index.js';
import { prefix, staffEndpoints } from '../../../src/contract/index.js';
import { typedCode } from '../../codes/typed-code.js';
import { ProblemError } from '../../context/problem.js';
import type { Services } from '../../context/services.js';
import { acceptInvitation } from '../../people/invitations.js';
import type { OpenedSession } from '../../people/open-session.js';
import * as sessions from '../../people/own-sessions.js';
import { loadPasskeyLibrary } from '../../people/passkey-library.js';
import { beginPasskeySignIn, endPasskeySignIn } from '../../people/passkey-sign-in.js';
import * as passkeys from '../../people/passkeys.js';
import { beginSignIn, enterSignInCode } from '../../people/sign-in-code.js';
import { answer } from '../routing/answer.js';
import type { Call } from '../routing/call.js';
import type { Handler } from '../routing/route.js';
import { route } from '../routing/route.js';
import { browserOf, refuseOtherPages, relyingPartyOf, staffCookie } from './console.js';
import { staffRoute } from './staff-route.js';

/** Signing in by code, passkey or invitation, and the own sessions and passkeys (C-02). */
export function registerStaffSignIns(app: Hono, services: Services): void {
  const open = <const E extends Endpoint>(endpoint: E, handler: Handler<E>) =>
    route(app, services, prefix.staff, endpoint, (call) => {
      refuseOtherPages(call, services);
      return handler(call);
    });
  open(staffEndpoints.beginSignIn, async ({ caller, body }) =>
    answer(202, await beginSignIn(caller, body)),
  );
  open(staffEndpoints.enterSignInCode, async (call) => {
    const code = { id: call.id, code: typedCode(call.body) };
    return signedIn(call, services, enterSignInCode(call.caller, code, browserOf(call, services)));
  });
  open(staffEndpoints.beginPasskeySignIn, async (call) =>
    answer(201, await beginPasskeySignIn(call.caller, relyingPartyOf(call, services))),
  );
  open(staffEndpoints.endPasskeySignIn, (call) => {
    const given = { id: call.id, credential: call.body.credential };
    const party = relyingPartyOf(call, services);
    const browser = browserOf(call, services);
    return signedIn(call, services, endPasskeySignIn(call.caller, given, party, browser));
  });
  open(staffEndpoints.acceptInvitation, (call) =>
    signedIn(
      call,
      services,
      acceptInvitation(call.caller, call.body.token, browserOf(call, services)),
    ),
  );
  registerOwnSessions(app, services);
  registerOwnPasskeys(app, services);
}

function registerOwnSessions(app: Hono, services: Services): void {
  const signedOut = (call: Call) =>
    answer(204, null, { 'Set-Cookie': staffCookie(call, services).clear() });
  staffRoute(app, services, staffEndpoints.staffSessions, async (work) =>
    answer(200, await sessions.listOwnSessions(work)),
  );
  staffRoute(app, services, staffEndpoints.signOut, async (work, call) => {
    await sessions.signOut(work);
    return signedOut(call);
  });
  staffRoute(app, services, staffEndpoints.endSession, (work, { id }) =>
    sessions.endOwnSession(work, id),
  );
  staffRoute(app, services, staffEndpoints.endSessions, async (work, call) => {
    await sessions.endOwnSessions(work);
    return signedOut(call);
  });
}

function registerOwnPasskeys(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.passkeys, async (work) =>
    answer(200, await passkeys.listOwnPasskeys(work)),
  );
  staffRoute(app, services, staffEndpoints.beginPasskey, async (work, call) => {
    const library = await loadPasskeyLibrary();
    const party = relyingPartyOf(call, services);
    return answer(201, await passkeys.beginPasskey(call.caller, work, library, party));
  });
  staffRoute(app, services, staffEndpoints.addPasskey, async (work, call) => {
    const library = await loadPasskeyLibrary();
    const party = relyingPartyOf(call, services);
    return answer(201, await passkeys.addPasskey(call.caller, work, library, party, call.body));
  });
  staffRoute(app, services, staffEndpoints.renamePasskey, (work, { id, body }) =>
    passkeys.renamePasskey(work, id, body.name),
  );
  staffRoute(app, services, staffEndpoints.deletePasskey, (work, { id }) =>
    passkeys.deletePasskey(work, id),
  );
}

/** Answers who is signed in, with the session in its cookie. */
export async function signedIn(
  call: Call,
  services: Services,
  opening: Promise<OpenedSession | ProblemError>,
): Promise<Response> {
  const opened = await opening;
  if (opened instanceof ProblemError) throw opened;
  const cookie = staffCookie(call, services).set(opened.token);
  return answer(200, opened.signedIn, { 'Set-Cookie': cookie });
}
