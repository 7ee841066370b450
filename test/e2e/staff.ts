import { request } from '@playwright/test';
import type { Timebook, TimebookEntry } from '../../src/contract/index.js';
import { operatorKey } from './keys.js';

/** Saves the script of an account's hosted page (S-07); an empty one removes it. */
export async function saveScript(origin: string, account: string, html: string): Promise<void> {
  const { port } = new URL(origin);
  const api = await request.newContext({
    extraHTTPHeaders: { Authorization: `Bearer ${operatorKey}` },
  });
  const url = `http://127.0.0.1:${port}/v1/staff/accounts/${account}/script`;
  const answer = await api.put(url, { data: { html } });
  await api.dispose();
  if (answer.status() !== 204) throw new Error(await answer.text());
}

/** What the clinic's staff see in the timebook of the next nine weeks. */
export async function timebook(origin: string, account: string): Promise<TimebookEntry[]> {
  const { port } = new URL(origin);
  const api = await request.newContext({
    baseURL: `http://127.0.0.1:${port}`,
    extraHTTPHeaders: { Authorization: `Bearer ${operatorKey}` },
  });
  const day = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const answer = await api.get(
    `/v1/staff/accounts/${account}/timebook?from=${day(-1)}&to=${day(63)}`,
  );
  const { entries } = (await answer.json()) as Timebook;
  await api.dispose();
  return entries;
}
