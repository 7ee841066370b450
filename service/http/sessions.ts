import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { typedCode } from '../codes/typed-code.js';
import type { Services } from '../context/services.js';
import { confirmSession, sendSessionCode } from '../login/session-code.js';
import { logOut, presentSession } from '../session/present-session.js';
import { answer } from './routing/answer.js';
import { route } from './routing/route.js';

/** The caller's session, the code that confirms it, and logging out (P-33, P-43). */
export function registerSessions(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.session, async ({ caller }) =>
    answer(200, await presentSession(caller)),
  );

  route(app, services, prefix.public, publicEndpoints.logout, async ({ caller }) => {
    await logOut(caller);
    return answer(204, null);
  });

  route(app, services, prefix.public, publicEndpoints.sendSessionCode, async ({ caller, body }) =>
    answer(202, await sendSessionCode(caller, body)),
  );

  route(app, services, prefix.public, publicEndpoints.confirmSession, async ({ caller, body }) =>
    answer(200, await confirmSession(caller, typedCode(body))),
  );
}
