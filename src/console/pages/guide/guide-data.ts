import type { Account, Slot } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import { toClockTime } from '../../../domain/clock-time.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import type { GuideData } from './guide-steps.js';

/** As far as one call of the calendar reaches, in days. */
const daysAhead = 91;

/** Today by the account's clock. */
export async function readToday(api: StaffApi, now: number): Promise<string> {
  const response = await api.fetch(`${api.url}/v1/accounts/${api.account}`);
  if (!response.ok) throw new StaffError('unreachable');
  const { timeZone } = (await response.json()) as Account;
  return toClockTime(now, timeZone).date;
}

/** Reads what the guide is worked out from, of the calendar what lies ahead of `today`. */
export async function readGuideData(api: StaffApi, today: string): Promise<GuideData> {
  const query = { from: today, to: addDays(today, daysAhead) };
  const items = async (name: 'clinics' | 'clinicians' | 'categories' | 'templates') =>
    ((await api.call(name)).data as { items: never[] }).items;
  const [clinics, clinicians, categories, templates, definitions, working, placed, ...parts] =
    await Promise.all([
      items('clinics'),
      items('clinicians'),
      items('categories'),
      items('templates'),
      api.call('preblockDefinitions'),
      api.call('workingTime', { query }),
      api.call('preblocks', { query }),
      api.call('settings'),
      api.call('theme'),
      api.call('texts'),
      api.call('passkeys'),
    ]);
  const [settings, theme, texts, passkeys] = parts;
  return {
    clinics,
    clinicians,
    categories,
    templates,
    definitions: (definitions.data as { items: never[] }).items,
    workingTime: working.data.workingTime,
    preblocks: placed.data.preblocks,
    settings: settings.data,
    theme: theme.data,
    texts: texts.data,
    passkeys: passkeys.data.items.length,
  };
}

/** The first free time that patients see now; null: none, undefined: the page is closed. */
export async function readFirstTime(
  api: StaffApi,
  today: string,
): Promise<Slot | null | undefined> {
  const query = new URLSearchParams({ from: today, to: addDays(today, 1), view: 'days' });
  const response = await api.fetch(`${api.url}/v1/accounts/${api.account}/slots?${String(query)}`);
  if (!response.ok) return undefined;
  return ((await response.json()) as { first: Slot | null }).first;
}
