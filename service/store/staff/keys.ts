import { and, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import { staffKeys } from '../schema/index.js';
import { statement } from '../statement.js';

export type KeyRow = typeof staffKeys.$inferSelect;

const minute = 60_000;

const selectKey = statement((tx) =>
  tx
    .select()
    .from(staffKeys)
    .where(
      and(
        eq(staffKeys.tokenHash, sql.placeholder('tokenHash')),
        isNull(staffKeys.revokedAt),
        or(isNull(staffKeys.expiresAt), gt(staffKeys.expiresAt, sql.placeholder('now'))),
      ),
    ),
);

/** The key of a token that is good at `now`, epoch milliseconds; undefined when there is none. Notes down its use, once a minute. */
export async function findLiveKey(
  tx: AccountTransaction,
  tokenHash: string,
  now: number,
): Promise<KeyRow | undefined> {
  const [row] = await selectKey(tx, { tokenHash, now: new Date(now).toISOString() });
  if (!row || now - (row.usedAt?.getTime() ?? 0) < minute) return row;
  // Many calls with one key note it down at once: none waits for the other.
  await tx
    .update(staffKeys)
    .set({ usedAt: new Date(now) })
    .where(
      sql`(${staffKeys.accountId}, ${staffKeys.id}) IN (
        SELECT account_id, id FROM staff_keys WHERE id = ${row.id}::uuid FOR UPDATE SKIP LOCKED)`,
    );
  return row;
}

/** All keys, newest first. */
export function listKeys(tx: AccountTransaction): Promise<KeyRow[]> {
  return tx.select().from(staffKeys).orderBy(desc(staffKeys.createdAt), staffKeys.id);
}

export async function insertKey(
  tx: AccountTransaction,
  row: typeof staffKeys.$inferInsert,
): Promise<void> {
  await tx.insert(staffKeys).values(row);
}

/** Revokes a key and returns it; undefined when there is none that is still good. */
export async function revokeKey(
  tx: AccountTransaction,
  id: string,
  now: Date,
): Promise<{ id: string; name: string } | undefined> {
  const [gone] = await tx
    .update(staffKeys)
    .set({ revokedAt: now })
    .where(and(eq(staffKeys.id, id), isNull(staffKeys.revokedAt)))
    .returning({ id: staffKeys.id, name: staffKeys.name });
  return gone;
}

const isOperators = and(eq(staffKeys.isOperator, true), isNull(staffKeys.revokedAt));

/** Hash of the operator's key; undefined when nobody has one. */
export async function findOperatorKeyHash(tx: AccountTransaction): Promise<string | undefined> {
  const [row] = await tx.select({ hash: staffKeys.tokenHash }).from(staffKeys).where(isOperators);
  return row?.hash;
}

/** Stores the hash of a new operator's key in place of the former one; null: nobody has one. */
export async function replaceOperatorKey(
  tx: AccountTransaction,
  accountId: string,
  tokenHash: string | null,
  now: Date,
): Promise<void> {
  await tx.update(staffKeys).set({ revokedAt: now }).where(isOperators);
  if (tokenHash === null) return;
  await insertKey(tx, {
    accountId,
    id: crypto.randomUUID(),
    name: 'Operator',
    tokenHash,
    isOperator: true,
    createdBy: '',
    createdAt: now,
  });
}
