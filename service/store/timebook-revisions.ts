import { eq, gt, inArray, sql } from 'drizzle-orm';
import type { CivilDate } from '../../src/domain/civil-date.js';
import type { AccountTransaction, Database } from './database.js';
import { accounts, dayRevisions, timebookRevisions } from './schema/index.js';
import { statement } from './statement.js';

/** Revisions of an account's row and catalogue, and of its timebook. */
export interface Revisions {
  account: number;
  timebook: number;
  /** Tells the account from another one that had its id before. */
  begun: number;
}

const selectRevisions = statement((tx) =>
  tx
    .select({
      account: accounts.revision,
      timebook: sql<number>`coalesce(${timebookRevisions.revision}, 0)`.mapWith(Number),
      begun: sql<number>`coalesce(${timebookRevisions.begun}, 0)`.mapWith(Number),
    })
    .from(accounts)
    .leftJoin(timebookRevisions, eq(timebookRevisions.accountId, accounts.id)),
);

/** The revisions that the transaction's snapshot sees; undefined when there is no such account. */
export async function findRevisions(tx: AccountTransaction): Promise<Revisions | undefined> {
  const [row] = await selectRevisions(tx, {});
  return row;
}

/** The revisions of the timebooks of some accounts, as the owner sees them all. */
export async function findTimebookRevisions(
  db: Database,
  accountIds: readonly string[],
): Promise<Map<string, number>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .select({ id: timebookRevisions.accountId, revision: timebookRevisions.revision })
    .from(timebookRevisions)
    .where(inArray(timebookRevisions.accountId, [...accountIds]));
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/**
 * Clinicians' days that have changed since a revision. What was reserved is noted by UTC dates, so the account's date may be the one
 * before or after.
 */
export async function findChangedDays(
  tx: AccountTransaction,
  since: number,
): Promise<{ clinician: string; date: CivilDate }[]> {
  return tx
    .select({ clinician: dayRevisions.clinicianId, date: dayRevisions.date })
    .from(dayRevisions)
    .where(gt(dayRevisions.revision, since));
}
