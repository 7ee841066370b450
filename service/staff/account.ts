import type {
  OrganisationLists,
  PageScript,
  SettingsPatch,
  StaffSettings,
  StatusChange,
  TextsPatch,
  ThemePatch,
} from '../../src/contract/index.js';
import { foldDigits } from '../../src/domain/typed-text.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { Closures } from '../core/account-status.js';
import { closuresOf, statusOf } from '../core/account-status.js';
import { mayJoin } from '../core/marketplace.js';
import { checkSettings } from '../core/settings.js';
import { checkOrigins } from '../core/web-origin.js';
import { changedTexts, checkTexts } from '../core/own-texts.js';
import { findScript } from '../store/accounts.js';
import { updateAccount } from '../store/staff/account.js';
import { withConsentVersion } from './consents.js';
import { checkAssignedLists, refuseForeignList } from './lists.js';
import { toStoredImage } from './stored-image.js';

/** Changes settings of an account that is locked; throws `invalid` where they contradict each other. Returns all of them. */
export async function changeSettings(work: Work, patch: SettingsPatch): Promise<StaffSettings> {
  const settings = merge(work.account.settings, withFoldedSender(patch));
  // Only origins that are sent: one that was stored before it was refused must not stand in the way of other settings.
  const problems = [
    ...checkSettings(settings),
    ...checkOrigins(patch.allowedOrigins ?? []),
    ...(patch.marketplace && !mayJoin(work.account.market)
      ? [{ path: 'marketplace', code: 'market' }]
      : []),
  ];
  if (problems.length > 0) throw invalid(...problems);
  await updateAccount(work.tx, { settings });
  return settings;
}

/** The sender of SMS as gateways take it, whatever keyboard it was typed with. */
function withFoldedSender(patch: SettingsPatch): SettingsPatch {
  const { sender } = patch;
  if (!sender) return patch;
  return { ...patch, sender: { ...sender, sms: sender.sms && foldDigits(sender.sms) } };
}

/** Changes the own texts of an account that is locked; an empty one is removed. Throws `invalid` for a translation into their own language. */
export async function changeTexts(work: Work, patch: TextsPatch): Promise<void> {
  const { account } = work;
  const problems = checkTexts(patch, account.textLanguage);
  if (problems.length > 0) throw invalid(...problems);
  const { textLanguage } = account;
  const after = { texts: changedTexts(account.texts, patch), textLanguage };
  await updateAccount(work.tx, { texts: await withConsentVersion(work, account, after) });
}

/** Opens or closes the page (P-40); throws `invalid` for a state that the switches beside it do not come to. */
export async function changeStatus({ tx, account }: Work, change: StatusChange): Promise<void> {
  const { status, ...given } = change;
  const switches = Object.entries(given).filter(([, isOn]) => isOn !== undefined);
  if (switches.length === 0) {
    if (status === undefined) throw invalid({ path: 'status', code: 'required' });
    return updateAccount(tx, closuresOf(status));
  }
  const { maintenance, unpublished, newBookingOff } = account;
  const closures: Closures = {
    ...{ maintenance, unpublished, newBookingOff },
    ...Object.fromEntries(switches),
  };
  if (status !== undefined && status !== statusOf(closures)) {
    throw invalid({ path: 'status', code: 'contradicts' });
  }
  await updateAccount(tx, closures);
}

/** Changes the colour and the logo; null removes one (P-09). */
export async function changeTheme({ tx }: Work, { accent, logo }: ThemePatch): Promise<void> {
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
}

/** The script of the hosted page (P-41). */
export async function readScript({ tx }: Work): Promise<PageScript> {
  return { html: (await findScript(tx)) ?? '' };
}

/** Changes the script of the hosted page (P-41). */
export async function changeScript({ tx }: Work, { html }: PageScript): Promise<void> {
  await updateAccount(tx, { script: html || null });
}

/** Assigns the lists of the organisation; throws `invalid` for one that does not exist, or is not for all. */
export async function assignLists({ tx }: Work, lists: OrganisationLists): Promise<void> {
  await checkAssignedLists(tx, lists);
  await updateAccount(tx, {
    bookingList: lists.bookingList ?? null,
    timebookList: lists.timebookList ?? null,
    preblockList: lists.preblockList ?? null,
  });
  await refuseForeignList(tx, { kind: 'organisation' });
}

/** The settings with a patch: `fields`, `login` and `retention` are merged switch by switch, the others replaced. */
function merge(settings: StaffSettings, patch: SettingsPatch): StaffSettings {
  const { fields, login, retention, ...rest } = patch;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...settings,
    ...(Object.fromEntries(given) as Partial<StaffSettings>),
    fields: { ...settings.fields, ...fields },
    login: { ...settings.login, ...login },
    retention: { ...settings.retention, ...retention },
  };
}
