import { and, desc, eq, gte, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { AccountTransaction, Database } from '../database.js';
import { staffHistory, staffImages } from '../schema/index.js';

export type HistoryRow = typeof staffHistory.$inferSelect;
export type NewHistoryRow = typeof staffHistory.$inferInsert;

/** Writes entries of the history, in the transaction of what they tell. Returns their numbers. */
export async function writeHistory(
  tx: AccountTransaction,
  entries: readonly NewHistoryRow[],
): Promise<number[]> {
  const rows = await tx
    .insert(staffHistory)
    .values([...entries])
    .returning({ id: staffHistory.id });
  return rows.map(({ id }) => id);
}

/** What to look for in the history; instants as `Date`, half-open. */
export interface HistoryFilter {
  /** Entries older than this one. */
  before?: number | undefined;
  kind?: string | undefined;
  kinds?: readonly string[];
  actorKind?: HistoryRow['actorKind'];
  person?: string | undefined;
  record?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  limit: number;
}

/** Entries, newest first. */
export function listHistory(tx: AccountTransaction, filter: HistoryFilter): Promise<HistoryRow[]> {
  const { before, kind, kinds, actorKind, person, record, from, to, limit } = filter;
  return tx
    .select()
    .from(staffHistory)
    .where(
      and(
        before === undefined ? undefined : lt(staffHistory.id, before),
        kind === undefined ? undefined : eq(staffHistory.kind, kind),
        kinds && inArray(staffHistory.kind, [...kinds]),
        actorKind && eq(staffHistory.actorKind, actorKind),
        person === undefined ? undefined : eq(staffHistory.actorId, person),
        record === undefined ? undefined : eq(staffHistory.recordId, record),
        from && gte(staffHistory.at, from),
        to && lt(staffHistory.at, to),
      ),
    )
    .orderBy(desc(staffHistory.id))
    .limit(limit);
}

/** The entry with a number, or undefined. */
export async function findEntry(
  tx: AccountTransaction,
  id: number,
): Promise<HistoryRow | undefined> {
  const [row] = await tx.select().from(staffHistory).where(eq(staffHistory.id, id));
  return row;
}

/** For each of some entries that was taken back, the newest entry that did so. */
export async function findUndoings(
  tx: AccountTransaction,
  ids: readonly number[],
): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: staffHistory.id, undoes: staffHistory.undoesId })
    .from(staffHistory)
    .where(inArray(staffHistory.undoesId, [...ids]))
    .orderBy(staffHistory.id);
  return new Map(rows.map(({ id, undoes }) => [undoes!, id]));
}

/** The newest entry about a record after one of its entries that touches one of some fields, or undefined. */
export async function findLaterEntry(
  tx: AccountTransaction,
  { id, kind, recordId }: Pick<HistoryRow, 'id' | 'kind' | 'recordId'>,
): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: staffHistory.id })
    .from(staffHistory)
    .where(
      and(
        eq(staffHistory.kind, kind),
        recordId === null ? undefined : eq(staffHistory.recordId, recordId),
        sql`${staffHistory.id} > ${id}`,
        ne(staffHistory.id, id),
      ),
    )
    .orderBy(desc(staffHistory.id))
    .limit(1);
  return row?.id;
}

/** The newest entry about a record, or undefined. */
export async function findNewestEntry(
  tx: AccountTransaction,
  kind: string,
  recordId: string,
): Promise<HistoryRow | undefined> {
  const [row] = await tx
    .select()
    .from(staffHistory)
    .where(and(eq(staffHistory.kind, kind), eq(staffHistory.recordId, recordId)))
    .orderBy(desc(staffHistory.id))
    .limit(1);
  return row;
}

/** So many of the newest entries are looked through for a row: each holds all that a change was about. */
const lookedThrough = 500;

/** The newest entry that an interval with an id is part of, before or after; undefined where none of the newest holds it. */
export async function findNewestOfRow(
  tx: AccountTransaction,
  kind: string,
  id: string,
): Promise<HistoryRow | undefined> {
  const newest = tx
    .select()
    .from(staffHistory)
    .where(and(eq(staffHistory.kind, kind), isNull(staffHistory.recordId)))
    .orderBy(desc(staffHistory.id))
    .limit(lookedThrough)
    .as('newest');
  const held = JSON.stringify({ rows: [{ id }] });
  const [row] = await tx
    .select()
    .from(newest)
    .where(or(sql`${newest.before} @> ${held}::jsonb`, sql`${newest.after} @> ${held}::jsonb`))
    .orderBy(desc(newest.id))
    .limit(1);
  return row;
}

/** Keeps an image that the history names. */
export async function keepImage(
  tx: AccountTransaction,
  image: typeof staffImages.$inferInsert,
): Promise<void> {
  await tx.insert(staffImages).values(image).onConflictDoNothing();
}

/** The bytes of a kept image, or undefined. */
export async function findKeptImage(
  tx: AccountTransaction,
  hash: string,
): Promise<Uint8Array | undefined> {
  const [row] = await tx
    .select({ bytes: staffImages.bytes })
    .from(staffImages)
    .where(eq(staffImages.hash, hash));
  return row?.bytes;
}

/**
 * Forgets entries of all accounts from before an instant, and images that only they named. Works as the owner, since the role of
 * the service may not delete what is written down.
 */
export async function forgetHistory(db: Database, before: Date): Promise<void> {
  await db.delete(staffHistory).where(lte(staffHistory.at, before));
  await db.execute(sql`
    DELETE FROM ${staffImages} i WHERE i.kept_at <= ${before.toISOString()}::timestamptz
      AND NOT EXISTS (SELECT FROM ${staffHistory} h WHERE h.account_id = i.account_id AND i.hash = ANY (h.images))`);
}
