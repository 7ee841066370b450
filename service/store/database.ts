import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import type * as schema from './schema/index.js';

/** PGlite or a pool of PostgreSQL connections, through Drizzle. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** What every function of the store takes first: one transaction that sees one account. */
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

declare const account: unique symbol;

/** A transaction that works as the unprivileged role and sees the rows of one account only (N-04). */
export type AccountTransaction = Transaction & { readonly [account]: true };

/** Runs `work` in one transaction as the unprivileged role, seeing only the rows of `accountId` (N-04). */
export function inAccount<Result>(
  db: Database,
  accountId: string,
  work: (tx: AccountTransaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction((tx) => asAccount(tx, accountId, work));
}

/** The same for reading, all of it from one snapshot of the database. */
export function inSnapshot<Result>(
  db: Database,
  accountId: string,
  work: (tx: AccountTransaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction((tx) => asAccount(tx, accountId, work), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

async function asAccount<Result>(
  tx: Transaction,
  accountId: string,
  work: (tx: AccountTransaction) => Promise<Result>,
): Promise<Result> {
  await tx.execute(
    sql`SELECT set_config('opus.account', ${accountId}, true), set_config('role', 'opus_service', true)`,
  );
  return work(tx as AccountTransaction);
}

/** SQLSTATE of a failure, looked for through its chain of causes; undefined when there is none. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 8; depth += 1) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
    cause = cause.cause;
  }
  return undefined;
}
