import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { typedCode } from '../codes/typed-code.js';
import type { Services } from '../context/services.js';
import { beginLogin, enterLoginCode } from '../login/sms-login.js';
import { answer } from './routing/answer.js';
import { route } from './routing/route.js';

/** Logins by a code to a mobile (P-33). */
export function registerLogins(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.login, async ({ caller, body }) =>
    answer(202, await beginLogin(caller, body)),
  );

  route(app, services, prefix.public, publicEndpoints.loginCode, async ({ caller, id, body }) =>
    answer(200, await enterLoginCode(caller, id, typedCode(body))),
  );
}
