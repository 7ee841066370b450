import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { drizzle } from 'drizzle-orm/pglite';
import snapshotAddress from 'virtual:sample-snapshot';
import { sampleAccounts, topUp } from '../../demo/accounts/index.js';
import { createStaffClient } from '../../demo/accounts/staff-client.js';
import { createApp } from '../../service/http/create-app.js';
import type { DemoMessage } from '../../service/messages/demo-inbox.js';
import { publicDemoKey } from '../../service/store/data-key.js';
import { withNationalIds } from '../../service/store/database.js';
import { migrate } from '../../service/store/migrate.js';
import { createNationalIds } from '../../service/store/national-ids.js';
import * as schema from '../../service/store/schema/index.js';
import { randomToken } from '../../service/store/secrets.js';
import type { AccountStatus, SettingsPatch, StaffSettings } from '../../src/contract/index.js';
import { withInlineImages } from './inline-images.js';

/** What staff may change of an account; what is left out is as the sample account has it. */
export interface AccountOptions {
  settings: SettingsPatch;
  status: AccountStatus;
  /** `#rrggbb` */
  accent?: string | undefined;
}

/** The whole service with its database inside this page. */
export interface PageService {
  /** In place of the network's, for one account's widget. */
  fetch: typeof fetch;
  /** Gives the account its free times of the coming weeks. */
  prepare: (account: string) => Promise<void>;
  /** Through the staff API. Throws a `StaffCallError` when the service refuses. */
  change: (account: string, request: AccountOptions) => Promise<void>;
  /** What the account's patients were sent, newest first. */
  messages: (account: string) => Promise<DemoMessage[]>;
}

/** A chain has so many clinicians that nobody would wait for ten weeks of theirs. */
const manyPatterns = 100;

let opened: Promise<PageService> | undefined;

/** The one service of this page: opened once, however often a story is drawn. */
export function openPageService(): Promise<PageService> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<PageService> {
  const client = await PGlite.create({
    extensions: { btree_gist },
    loadDataDir: await loadSnapshot(snapshotAddress),
  });
  // The stored database was filled with it, and nothing that is typed here leaves the page.
  const db = withNationalIds(drizzle({ client, schema }), createNationalIds([publicDemoKey]));
  await migrate(db);
  const operatorKey = randomToken();
  const app = createApp({
    db,
    operatorKey,
    serverKey: randomToken(),
    demo: true,
    onError: (error) => console.error(error),
  });
  const inside = async (request: Request) => app.fetch(request);

  const prepared = new Map<string, Promise<void>>();
  const settings = new Map<string, Promise<StaffSettings>>();
  const staffOf = (account: string) => createStaffClient(inside, account, operatorKey);

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      return withInlineImages(request, await inside(request), inside);
    },
    prepare(account) {
      const sample = sampleOf(account);
      const weeksAhead = sample.weeks.length > manyPatterns ? 3 : 10;
      const work =
        prepared.get(account) ??
        topUp(inside, operatorKey, sample, { now: Date.now(), weeksAhead });
      prepared.set(account, work);
      // What failed is tried again by whoever asks next: a week that has its rows is left as it is.
      return work.catch((error: unknown) => {
        prepared.delete(account);
        throw error;
      });
    },
    async change(account, { settings: patch, status, accent }) {
      const staff = staffOf(account);
      const own = settings.get(account) ?? staff.send<StaffSettings>('GET', '/settings');
      settings.set(account, own);
      const whole = merged(await own, patch);
      await staff.send('PATCH', '/settings', whole);
      await staff.send('PUT', '/status', { status });
      await staff.send('PATCH', '/theme', { accent: accent ?? sampleOf(account).theme.accent });
    },
    async messages(account) {
      const answer = await inside(new Request('http://localhost/demo/messages'));
      const all = (await answer.json()) as DemoMessage[];
      return all.filter((message) => message.account === account);
    },
  };
}

async function loadSnapshot(address: string): Promise<Blob> {
  const stored = await fetch(address);
  if (!stored.ok) throw new Error(`The stored database answered ${stored.status}.`);
  const bytes = new Uint8Array(await stored.arrayBuffer());
  // Some servers call a file with this ending an encoding, and the browser has taken that off already.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new Blob([bytes], { type: isPacked ? 'application/x-gzip' : 'application/x-tar' });
}

/** The account's own settings with the requests on top, so that a request which is taken back leaves no trace. */
function merged(
  own: StaffSettings,
  { fields, login, retention, ...rest }: SettingsPatch,
): StaffSettings {
  return {
    ...own,
    ...(rest as Partial<StaffSettings>),
    fields: { ...own.fields, ...(fields as Partial<StaffSettings['fields']>) },
    login: { ...own.login, ...(login as Partial<StaffSettings['login']>) },
    retention: { ...own.retention, ...(retention as Partial<StaffSettings['retention']>) },
  };
}

function sampleOf(account: string) {
  const sample = sampleAccounts.find(({ id }) => id === account);
  if (!sample) throw new Error(`There is no sample account "${account}".`);
  return sample;
}
