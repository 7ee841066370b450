import type { Slot } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import { toClockTime } from '../../../domain/clock-time.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { GuideData, GuideStep } from './guide-steps.js';
import { guideSteps } from './guide-steps.js';

/** How far the calendar is looked through, in days: the near days of a chain hold thousands of rows, and nearly always say it. */
const daysAhead = { near: 7, far: 91 };

/** Today by the account's clock. */
export async function readToday(api: StaffApi, now: number): Promise<string> {
  const { timeZone } = await api.describeAccount();
  return toClockTime(now, timeZone).date;
}

/** Reads what the guide is worked out from, of the calendar as much ahead of `today` as says whether patients find a time. */
export async function readGuideData(api: StaffApi, today: string): Promise<GuideData> {
  const near = await readAhead(api, today, daysAhead.near);
  const isToBeSeen = ({ name, isDone }: GuideStep) =>
    !isDone && (name === 'workingTime' || name === 'preblocks');
  if (!guideSteps(near).some(isToBeSeen)) return near;
  const query = { from: addDays(today, daysAhead.near), to: addDays(today, daysAhead.far) };
  const [working, placed] = await Promise.all([
    api.call('workingTime', { query }),
    api.call('preblocks', { query }),
  ]);
  return {
    ...near,
    workingTime: [...near.workingTime, ...working.data.workingTime],
    preblocks: [...near.preblocks, ...placed.data.preblocks],
  };
}

async function readAhead(api: StaffApi, today: string, days: number): Promise<GuideData> {
  const query = { from: today, to: addDays(today, days) };
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
