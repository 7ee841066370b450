import type {
  AccountStatus,
  SettingsPatch,
  Texts,
  Timebook,
  TimebookEntry,
} from '../../src/contract/index.js';
import { setUp, topUp, type SampleAccount } from '../../demo/accounts/index.js';
import {
  createStaffClient,
  type Fetch,
  type StaffClient,
} from '../../demo/accounts/staff-client.js';
import { operatorKey, platformKey } from './keys.js';

/** Sends a request to the service of the tests; Node resolves no *.localhost. */
export function fetchOf(origin: string): Fetch {
  const { port } = new URL(origin);
  return (call) => {
    const { pathname, search } = new URL(call.url);
    return fetch(new Request(`http://127.0.0.1:${port}${pathname}${search}`, call));
  };
}

/** The staff calls of an account, signed. */
export function staffOf(origin: string, account: string): StaffClient {
  return createStaffClient(fetchOf(origin), account, operatorKey);
}

/** Makes an account with its times of the coming weeks, unless it is there. */
export async function makeAccount(origin: string, account: SampleAccount): Promise<void> {
  await setUp(fetchOf(origin), { operatorKey, platformKey }, account);
  await topUp(fetchOf(origin), operatorKey, account, { now: Date.now() });
}

/** Saves the script of an account's hosted page (S-07); an empty one removes it. */
export async function saveScript(origin: string, account: string, html: string): Promise<void> {
  await staffOf(origin, account).send('PUT', '/script', { html });
}

/** Opens or closes an account's page (P-40). Whoever closes one opens it again, also when a test fails. */
export async function changeStatus(
  origin: string,
  account: string,
  status: AccountStatus,
): Promise<void> {
  await staffOf(origin, account).send('PUT', '/status', { status });
}

/** Changes texts of an account (S-05). */
export async function changeTexts(
  origin: string,
  account: string,
  texts: Partial<Texts>,
): Promise<void> {
  await staffOf(origin, account).send('PATCH', '/texts', texts);
}

/** Changes settings of an account (S-02). */
export async function changeSettings(
  origin: string,
  account: string,
  settings: SettingsPatch,
): Promise<void> {
  await staffOf(origin, account).send('PATCH', '/settings', settings);
}

/** What the clinic's staff see in the timebook of the next nine weeks. */
export async function timebook(origin: string, account: string): Promise<TimebookEntry[]> {
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { entries } = await staffOf(origin, account).send<Timebook>(
    'GET',
    `/timebook?from=${day(-1)}&to=${day(63)}`,
  );
  return entries;
}
