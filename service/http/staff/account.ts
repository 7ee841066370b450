import type { Hono } from 'hono';
import { prefix, staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { listConsents } from '../../staff/consents.js';
import { revokeOperatorToken, rotateOperatorToken } from '../../people/operator-token.js';
import { changeRecord } from '../../staff/records/change-record.js';
import { readRecord } from '../../staff/records/list-records.js';
import { checkSubdomain } from '../../staff/subdomain.js';
import { setUpAccount } from '../../people/set-up.js';
import { answer } from '../routing/answer.js';
import { route } from '../routing/route.js';
import { conditionOf, versionHeader } from '../routing/version.js';
import { staffRoute } from './staff-route.js';

/** What an account has one of: the calls that read it and change it. */
const parts = {
  settings: 'changeSettings',
  texts: 'changeTexts',
  theme: 'changeTheme',
  status: 'changeStatus',
  script: 'changeScript',
  subdomain: 'changeSubdomain',
  lists: 'assignLists',
} as const;

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

  for (const name of Object.keys(parts) as (keyof typeof parts)[]) {
    staffRoute(app, services, staffEndpoints[name], async (work) => {
      const { body, version } = await readRecord(work, name);
      return answer(200, body, versionHeader(version));
    });
    staffRoute(app, services, staffEndpoints[parts[name]], async (work, { body, header }) => {
      const change = { name, id: '', condition: conditionOf(header), input: body };
      const { value, version } = await changeRecord(work, change);
      // Settings are answered whole; all else by its version alone.
      return name === 'settings'
        ? answer(200, value, versionHeader(version))
        : answer(204, null, versionHeader(version));
    });
  }
  staffRoute(app, services, staffEndpoints.subdomainState, async (work, { name }) =>
    answer(200, await checkSubdomain(work, name)),
  );
  staffRoute(app, services, staffEndpoints.standardTexts, async ({ account }) => {
    const languages = new Set([account.textLanguage, ...account.languages]);
    const texts = [...languages].map((one) => [one, services.standardTextsOf?.(account, one)]);
    return answer(200, Object.fromEntries(texts));
  });
  staffRoute(app, services, staffEndpoints.consents, async (work) =>
    answer(200, await listConsents(work)),
  );
}
