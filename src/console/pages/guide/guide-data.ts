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

/**
 * Reads what the guide is worked out from. The calendar from `today` on is looked into only where patients find no time, and no further
 * than says why.
 */
export async function readGuideData(api: StaffApi, today: string): Promise<GuideData> {
  const [setUp, first] = await Promise.all([readSetUp(api), readFirstTime(api, today)]);
  if (first) return { ...setUp, first, workingTime: [], preblocks: [] };
  const ahead = (days: number) => addDays(today, days);
  const near = await readCalendar(api, today, ahead(daysAhead.near));
  const isToBeSeen = ({ name, isDone }: GuideStep) =>
    !isDone && (name === 'workingTime' || name === 'preblocks');
  if (!guideSteps({ ...setUp, first, ...near }).some(isToBeSeen)) {
    return { ...setUp, first, ...near };
  }
  const far = await readCalendar(api, ahead(daysAhead.near), ahead(daysAhead.far));
  return {
    ...setUp,
    first,
    workingTime: [...near.workingTime, ...far.workingTime],
    preblocks: [...near.preblocks, ...far.preblocks],
  };
}

type Calendar = Pick<GuideData, 'workingTime' | 'preblocks'>;

async function readCalendar(api: StaffApi, from: string, to: string): Promise<Calendar> {
  const query = { from, to };
  const [working, placed] = await Promise.all([
    api.call('workingTime', { query }),
    api.call('preblocks', { query }),
  ]);
  return { workingTime: working.data.workingTime, preblocks: placed.data.preblocks };
}

async function readSetUp(api: StaffApi): Promise<Omit<GuideData, keyof Calendar | 'first'>> {
  const items = async (name: 'clinics' | 'clinicians' | 'categories' | 'templates') =>
    ((await api.call(name)).data as { items: never[] }).items;
  const [clinics, clinicians, categories, templates, definitions, ...parts] = await Promise.all([
    items('clinics'),
    items('clinicians'),
    items('categories'),
    items('templates'),
    api.call('preblockDefinitions'),
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
    settings: settings.data,
    theme: theme.data,
    texts: texts.data,
    passkeys: passkeys.data.items.length,
  };
}

/** The first free time that patients see now; null: none, undefined: the page is closed. */
async function readFirstTime(api: StaffApi, today: string): Promise<Slot | null | undefined> {
  const query = new URLSearchParams({ from: today, to: addDays(today, 1), view: 'days' });
  const response = await api.fetch(`${api.url}/v1/accounts/${api.account}/slots?${String(query)}`);
  if (!response.ok) return undefined;
  return ((await response.json()) as { first: Slot | null }).first;
}
