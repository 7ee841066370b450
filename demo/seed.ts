import { sql } from 'drizzle-orm';
import { sampleAccounts, sampleContents, setUp, topUp, topUpSms } from './accounts/index.js';
import type { Fetch } from './accounts/staff-client.js';
import { createApp } from '../service/http/create-app.js';
import type { ServiceParts } from '../service/node/start-service.js';
import type { SnapshotOptions } from '../service/node/snapshot.js';
import { randomToken } from '../service/store/secrets.js';
import { createPastService } from './past-service.js';

/** What a new embedded database begins with: the sample accounts without dates, kept between starts. */
export const sampleSnapshot: SnapshotOptions = {
  folder: 'node_modules/.cache/opus-booking',
  contents: sampleContents(),
  async fill(db) {
    const keys = { platformKey: randomToken(), operatorKey: randomToken() };
    const app = createApp({ db, ...keys, serverKey: randomToken(), demo: true });
    for (const sample of sampleAccounts) await setUp((request) => app.fetch(request), keys, sample);
  },
};

/** Seeds a running service and keeps it seeded. */
export interface Seeder {
  /** Sets up what is missing, and tops up all but the big chain. */
  begin: () => Promise<void>;
  /** Tops up everything, now and whenever a new day has begun; returns how to stop. */
  keepUp: (onError: (error: unknown) => void) => () => Promise<void>;
}

/** Milliseconds of rest between two writes while patients wait for the one connection of an embedded database. */
const restInBackground = 20;

/** How often to look whether a new day has begun; a machine may have slept. */
const lookEveryMinutes = 10;

/** Any fixed number: processes that share a database seed it one after the other, so that no row comes twice. */
const seedLock = 71_094_403;

type Connected = ServiceParts['connection'];

function exclusively<Result>({ unhurried, kind }: Connected, work: () => Promise<Result>) {
  // An embedded database has one process and one connection, which a lock would keep from the work.
  if (kind === 'pglite') return work();
  return unhurried.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${seedLock})`);
    return work();
  });
}

/** A seeder of a service's sample accounts, which works through the staff API. */
export function createSeeder(
  {
    connection,
    fetch,
    keys,
    serverKey,
  }: Pick<ServiceParts, 'connection' | 'keys' | 'serverKey'> & {
    fetch: Fetch;
  },
  clock: () => number = Date.now,
): Seeder {
  const stop = new AbortController();
  const rest = connection.kind === 'pglite' ? restInBackground : 0;
  const topUpSome = async (samples: typeof sampleAccounts, pause = 0) => {
    for (const sample of samples) {
      if (stop.signal.aborted) return;
      await topUp(fetch, keys.operatorKey, sample, {
        now: clock(),
        signal: stop.signal,
        rest: pause,
      });
      await topUpSms(fetch, keys.operatorKey, sample, {
        now: clock(),
        past: createPastService({ db: connection.db, keys, serverKey }),
      });
    }
  };

  return {
    begin: () =>
      exclusively(connection, async () => {
        for (const sample of sampleAccounts) await setUp(fetch, keys, sample);
        await topUpSome(sampleAccounts.slice(0, -1));
      }),
    keepUp(onError) {
      let day = '';
      let work = Promise.resolve();
      const look = () => {
        const today = new Date(clock()).toISOString().slice(0, 10);
        if (today === day) return;
        // The first time all but the big chain are done already.
        const samples = day === '' ? sampleAccounts.slice(-1) : sampleAccounts;
        day = today;
        work = work
          .then(() => exclusively(connection, () => topUpSome(samples, rest)))
          .catch(onError);
      };
      look();
      const timer = setInterval(look, lookEveryMinutes * 60_000);
      return async () => {
        clearInterval(timer);
        stop.abort();
        await work;
      };
    },
  };
}
