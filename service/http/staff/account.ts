import type { Hono } from 'hono';
import {
  prefix,
  staffEndpoints,
  type AccountCreated,
  type SettingsPatch,
  type StaffSettings,
  type Texts,
} from '../../../src/contract/index.js';
import { checkSettings } from '../../core/settings.js';
import { findAccount, findScript } from '../../store/accounts.js';
import { inAccount } from '../../store/database.js';
import { lockName } from '../../store/reservations.js';
import { isSameSecret, randomToken, sha256 } from '../../store/secrets.js';
import { insertAccount, lockAccount, updateAccount } from '../../store/staff/account.js';
import { invalid, ProblemError } from '../problem.js';
import { answer, route } from '../route.js';
import type { Services } from '../services.js';
import { checkAssignedLists } from './lists.js';
import { toStoredImage } from './images.js';
import { bearerOf, refuse, staffRoute } from './staff-route.js';

/** The account itself: set-up, settings, texts, status, theme, and the organisation's lists. */
export function registerStaffAccount(app: Hono, services: Services): void {
  registerSetUp(app, services);

  staffRoute(app, services, staffEndpoints.settings, ({ account }) =>
    Promise.resolve(answer(200, account.settings)),
  );

  staffRoute(app, services, staffEndpoints.changeSettings, async ({ tx }, { body }) => {
    await lockAccount(tx);
    const account = await findAccount(tx);
    if (!account) throw new ProblemError('not-found');
    const settings = merge(account.settings, body);
    refuse(checkSettings(settings));
    await updateAccount(tx, { settings });
    return answer(200, settings);
  });

  staffRoute(app, services, staffEndpoints.changeTexts, async ({ tx }, { body }) => {
    await lockAccount(tx);
    const account = await findAccount(tx);
    if (!account) throw new ProblemError('not-found');
    const changed = Object.entries({ ...account.texts, ...body }).filter(([, text]) => text !== '');
    const texts = Object.fromEntries(changed) as Partial<Texts>;
    // Consent is stored with its version, so there is always one (P-28).
    const consentVersion = texts.consentVersion ?? account.texts.consentVersion;
    await updateAccount(tx, { texts: { ...texts, consentVersion } });
    return undefined;
  });

  staffRoute(app, services, staffEndpoints.changeStatus, async ({ tx }, { body }) => {
    await updateAccount(tx, { status: body.status });
    return undefined;
  });

  staffRoute(app, services, staffEndpoints.changeTheme, async ({ tx }, { body }) => {
    const { accent, logo } = body;
    const image = logo ? await toStoredImage(logo, 'logo') : logo;
    await updateAccount(tx, {
      ...(accent === undefined ? {} : { accent }),
      ...(image === undefined
        ? {}
        : {
            logo: image?.bytes ?? null,
            logoType: image?.type ?? null,
            logoWidth: image?.width ?? null,
            logoHeight: image?.height ?? null,
            logoVersion: image?.version ?? null,
          }),
    });
    return undefined;
  });

  staffRoute(app, services, staffEndpoints.script, async ({ tx }) =>
    answer(200, { html: (await findScript(tx)) ?? '' }),
  );

  staffRoute(app, services, staffEndpoints.changeScript, async ({ tx }, { body }) => {
    await updateAccount(tx, { script: body.html || null });
    return undefined;
  });

  staffRoute(app, services, staffEndpoints.assignLists, async ({ tx }, { body }) => {
    await checkAssignedLists(tx, body);
    await updateAccount(tx, {
      bookingList: body.bookingList ?? null,
      preblockList: body.preblockList ?? null,
    });
    return undefined;
  });
}

/** Making an account needs the platform's key; its operator's token is answered once. */
function registerSetUp(app: Hono, services: Services): void {
  route(app, services, prefix.staff, staffEndpoints.setUpAccount, async (call) => {
    const { platformKey } = services;
    if (!platformKey || !isSameSecret(bearerOf(call), platformKey)) {
      throw new ProblemError('login-required');
    }
    if (!isTimeZone(call.body.timeZone)) throw invalid({ path: 'timeZone', code: 'unknown' });
    const token = randomToken();
    const hash = await sha256(token);
    const isNew = await inAccount(services.db, call.accountId, async (tx) => {
      await lockName(tx, 'set up');
      if (await findAccount(tx)) {
        await updateAccount(tx, call.body);
        return false;
      }
      await insertAccount(tx, call.accountId, call.body, hash, new Date(call.now));
      return true;
    });
    const made: AccountCreated = {
      account: call.accountId,
      ...(isNew ? { operatorToken: token } : {}),
    };
    return answer(isNew ? 201 : 200, made);
  });
}

/** The settings with a patch on top; fields and ways to log in switch by switch, the rest whole. */
function merge(settings: StaffSettings, patch: SettingsPatch): StaffSettings {
  const { fields, login, ...rest } = patch;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...settings,
    ...(Object.fromEntries(given) as Partial<StaffSettings>),
    fields: { ...settings.fields, ...fields },
    login: { ...settings.login, ...login },
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
