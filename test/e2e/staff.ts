import { request } from '@playwright/test';
import type { Timebook, TimebookEntry } from '../../src/contract/index.js';
import { operatorKey } from './keys.js';

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
