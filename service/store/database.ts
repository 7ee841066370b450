import type { PgDatabase, PgQueryResultHKT, PgTransactionConfig } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AccountIds, NationalIds } from './national-ids.js';
import { asOutage } from './outage.js';
import type * as schema from './schema/index.js';

/** PGlite or a pool of PostgreSQL connections, through Drizzle. */
export type BareDatabase = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The same with the keys of its national IDs: what the service works on. */
export type Database = BareDatabase & { readonly nationalIds: NationalIds };

/** Gives a database the keys that its national IDs are written and read with. */
export function withNationalIds(db: BareDatabase, nationalIds: NationalIds): Database {
  // A view of its own: the database itself may be worked on with other keys too.
  return Object.assign(Object.create(db) as BareDatabase, { nationalIds });
}

/** What every function of the store takes first: one transaction that sees one account. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

declare const account: unique symbol;

/** A transaction that works as the unprivileged role and sees the rows of one account only (N-04). */
export type AccountTransaction = Transaction & {
  readonly [account]: true;
  /** Writes and reads the account's national IDs (N-04). */
  readonly nationalIds: AccountIds;
  /** Where several work in the transaction at the same time (`SharedTransaction`): how one of them does. */
  readonly share?: Share;
};

/** How one of several works in a transaction that they share. */
export interface Share {
  /** Takes a lock, or throws a `LockedElsewhereError`. */
  lock: (name: string) => Promise<void>;
  /** Does something together with those of them who do the same. */
  join: <Given, Result>(what: Joint<Given, Result>, given: Given) => Promise<Result>;
}

/** What can be done for one and, by one statement, for many; the results in the order of what was given. */
export interface Joint<Given, Result> {
  one: (tx: AccountTransaction, given: Given) => Promise<Result>;
  many: (tx: AccountTransaction, given: readonly Given[]) => Promise<Result[]>;
}

/**
 * How long the database works and waits for one account (N-07). They are set in each transaction, since a pooler in
 * transaction mode takes them neither at the connection nor for a session.
 */
const timeLimits = {
  // Shorter than browsers wait for an answer.
  statement_timeout: '8s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '15s',
};

/** What every transaction begins with, beside its account: the role and the limits. */
const settings = Object.entries({ role: 'opus_service', ...timeLimits })
  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
  .join(', ');

/**
 * Runs `work` in one transaction as the unprivileged role, seeing only the rows of `accountId` (N-04), within the time limits
 * of a call; `locks` are taken as it begins, one after the other. Throws an `OutageError` where the database is away or cannot work now.
 */
export function inAccount<Result>(
  db: Database,
  accountId: string,
  work: (tx: AccountTransaction) => Promise<Result>,
  { locks = [] }: { locks?: readonly string[] } = {},
): Promise<Result> {
  return inTransaction(db, accountId, work, { locks });
}

/** The same for reading, all of it from one snapshot of the database. */
export function inSnapshot<Result>(
  db: Database,
  accountId: string,
  work: (tx: AccountTransaction) => Promise<Result>,
): Promise<Result> {
  return inTransaction(db, accountId, work, {
    config: { isolationLevel: 'repeatable read', accessMode: 'read only' },
  });
}

/** Names locks within the account of the transaction. */
export function lockOf(parts: readonly string[]): string {
  return JSON.stringify(parts);
}

/** The number by which PostgreSQL knows a lock. */
export function lockKey(name: string | SQL): SQL {
  return sql`hashtextextended(current_setting('opus.account') || ${name}, 0)`;
}

/** Takes a lock until the transaction ends. */
export function takeLock(name: string | SQL): SQL {
  return sql`pg_advisory_xact_lock(${lockKey(name)})`;
}

/** Runs `work` inside a transaction and takes back all that it has written. */
export async function tryOut<Result>(
  tx: AccountTransaction,
  work: (tx: AccountTransaction) => Promise<Result>,
): Promise<Result> {
  let result: { value: Result } | undefined;
  const { nationalIds } = tx;
  try {
    await tx.transaction(async (inner) => {
      result = { value: await work(Object.assign(inner, { nationalIds }) as AccountTransaction) };
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return result!.value;
}

class TakenBack extends Error {
  override readonly name = 'TakenBack';
}

async function inTransaction<Result>(
  db: Database,
  accountId: string,
  work: (tx: AccountTransaction) => Promise<Result>,
  { config, locks = [] }: { config?: PgTransactionConfig; locks?: readonly string[] },
): Promise<Result> {
  try {
    return await db.transaction(async (tx) => {
      const begin = sql`SELECT set_config('opus.account', ${accountId}, true), ${sql.raw(settings)}`;
      await tx.execute(sql.join([begin, ...locks.map(takeLock)], sql`, `));
      const own = { nationalIds: db.nationalIds.ofAccount(accountId) };
      return work(Object.assign(tx, own) as AccountTransaction);
    }, config);
  } catch (error) {
    throw asOutage(error);
  }
}
