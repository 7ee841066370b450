import type { Hono } from 'hono';
import { prefix, staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import * as account from '../../staff/account.js';
import { listConsents } from '../../staff/consents.js';
import { revokeOperatorToken, rotateOperatorToken } from '../../people/operator-token.js';
import { setUpAccount } from '../../people/set-up.js';
import { answer } from '../routing/answer.js';
import { route } from '../routing/route.js';
import { staffRoute } from './staff-route.js';

/** The account itself: set-up, settings, texts, status, theme, script, and the organisation's lists. */
export function registerStaffAccount(app: Hono, services: Services): void {
  route(app, services, prefix.staff, staffEndpoints.setUpAccount, async ({ caller, body }) => {
    const created = await setUpAccount(caller, body);
    return answer(created.operatorToken === undefined ? 200 : 201, created);
  });

  const { rotateOperatorToken: rotate, revokeOperatorToken: revoke } = staffEndpoints;
  route(app, services, prefix.staff, rotate, async ({ caller }) =>
    answer(201, await rotateOperatorToken(caller)),
  );
  route(app, services, prefix.staff, revoke, async ({ caller }) => {
    await revokeOperatorToken(caller);
    return answer(204, null);
  });

  staffRoute(app, services, staffEndpoints.settings, (work) =>
    Promise.resolve(answer(200, work.account.settings)),
  );
  staffRoute(app, services, staffEndpoints.changeSettings, async (work, { body }) =>
    answer(200, await account.changeSettings(work, body)),
  );
  staffRoute(app, services, staffEndpoints.changeTexts, (work, { body }) =>
    account.changeTexts(work, body),
  );
  staffRoute(app, services, staffEndpoints.consents, async (work) =>
    answer(200, await listConsents(work)),
  );
  staffRoute(app, services, staffEndpoints.changeStatus, (work, { body }) =>
    account.changeStatus(work, body),
  );
  staffRoute(app, services, staffEndpoints.changeTheme, (work, { body }) =>
    account.changeTheme(work, body),
  );
  staffRoute(app, services, staffEndpoints.script, async (work) =>
    answer(200, await account.readScript(work)),
  );
  staffRoute(app, services, staffEndpoints.changeScript, (work, { body }) =>
    account.changeScript(work, body),
  );
  staffRoute(app, services, staffEndpoints.assignLists, (work, { body }) =>
    account.assignLists(work, body),
  );
}
