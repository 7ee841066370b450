import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { codeFailures, idempotencyKeys, rateWindows } from './schema/index.js';
import { joint } from './shared-transaction.js';
import { insertInto, statement } from './statement.js';

const day = 86_400_000;

/** One more of `subject` in the present window of `milliseconds`; returns the new count and when the window ends. */
export async function countInWindow(
  tx: AccountTransaction,
  accountId: string,
  subject: string,
  milliseconds: number,
  now: number,
): Promise<{ count: number; endsAt: number }> {
  const startsAt = Math.floor(now / milliseconds) * milliseconds;
  // One statement: two processes that count at once wait for each other and none is lost.
  const [row] = await tx
    .insert(rateWindows)
    .values({ accountId, subject, startsAt: new Date(startsAt), count: 1 })
    .onConflictDoUpdate({
      target: [rateWindows.accountId, rateWindows.subject, rateWindows.startsAt],
      set: { count: sql`${rateWindows.count} + 1` },
    })
    .returning({ count: rateWindows.count });
  return { count: row!.count, endsAt: startsAt + milliseconds };
}

/** Takes one of `max` uses of `subject` in the present window of `milliseconds`; false, with nothing counted, where none is left. */
export async function takeFromWindow(
  tx: AccountTransaction,
  accountId: string,
  subject: string,
  milliseconds: number,
  now: number,
  max: number,
): Promise<boolean> {
  const startsAt = new Date(Math.floor(now / milliseconds) * milliseconds);
  const rows = await tx
    .insert(rateWindows)
    .values({ accountId, subject, startsAt, count: 1 })
    .onConflictDoUpdate({
      target: [rateWindows.accountId, rateWindows.subject, rateWindows.startsAt],
      set: { count: sql`${rateWindows.count} + 1` },
      setWhere: lt(rateWindows.count, max),
    })
    .returning({ count: rateWindows.count });
  return rows.length > 0;
}

/** Gives back what `takeFromWindow` took in the same window. */
export async function giveBackToWindow(
  tx: AccountTransaction,
  accountId: string,
  subject: string,
  milliseconds: number,
  now: number,
): Promise<void> {
  const startsAt = new Date(Math.floor(now / milliseconds) * milliseconds);
  await tx
    .update(rateWindows)
    .set({ count: sql`${rateWindows.count} - 1` })
    .where(
      and(
        eq(rateWindows.accountId, accountId),
        eq(rateWindows.subject, subject),
        eq(rateWindows.startsAt, startsAt),
      ),
    );
}

/** Notes a wrong code against what it counts for: HMACs. */
export async function addCodeFailures(
  tx: AccountTransaction,
  accountId: string,
  subjects: readonly string[],
  now: number,
): Promise<void> {
  if (subjects.length === 0) return;
  await tx
    .insert(codeFailures)
    .values(subjects.map((subject) => ({ accountId, subject, at: new Date(now) })));
}

/** Wrong codes of a subject within 24 hours before `now`, and the oldest of them. */
export async function findCodeFailures(
  tx: AccountTransaction,
  subject: string,
  now: number,
): Promise<{ count: number; oldest: number }> {
  const rows = await tx
    .select({ at: codeFailures.at })
    .from(codeFailures)
    .where(and(eq(codeFailures.subject, subject), gt(codeFailures.at, new Date(now - day))))
    .orderBy(codeFailures.at);
  return { count: rows.length, oldest: rows[0]?.at.getTime() ?? now };
}

export type IdempotencyRecord = typeof idempotencyKeys.$inferSelect;

const selectRecord = statement((tx) =>
  tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.scope, sql.placeholder('scope')),
        eq(idempotencyKeys.key, sql.placeholder('key')),
        gt(idempotencyKeys.createdAt, sql.placeholder('since')),
      ),
    ),
);

const selectRecords = statement((tx) =>
  tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        sql`(${idempotencyKeys.scope}, ${idempotencyKeys.key}) IN (
          SELECT scope, key FROM json_to_recordset(${sql.placeholder('asked')}::json) AS asked(scope text, key text)
        )`,
        gt(idempotencyKeys.createdAt, sql.placeholder('since')),
      ),
    ),
);

const findRecord = joint<
  { scope: string; key: string; since: string },
  IdempotencyRecord | undefined
>({
  async one(tx, asked) {
    const [row] = await selectRecord(tx, asked);
    return row;
  },
  async many(tx, asked) {
    const since = asked.map((each) => each.since).sort()[0]!;
    const rows = await selectRecords(tx, { asked: JSON.stringify(asked), since });
    return asked.map((each) =>
      rows.find(
        ({ scope, key, createdAt }) =>
          scope === each.scope && key === each.key && createdAt.toISOString() > each.since,
      ),
    );
  },
});

/** What was answered under a key within 24 hours before `now`, or undefined. */
export function findIdempotencyRecord(
  tx: AccountTransaction,
  scope: string,
  key: string,
  now: number,
): Promise<IdempotencyRecord | undefined> {
  return findRecord(tx, { scope, key, since: new Date(now - day).toISOString() });
}

const insertRecord = insertInto(idempotencyKeys, { orReplace: ['accountId', 'scope', 'key'] });

/** Keeps what was answered under a key; an older record of the same key is replaced. */
export async function putIdempotencyRecord(
  tx: AccountTransaction,
  record: IdempotencyRecord,
): Promise<void> {
  await insertRecord(tx, record);
}

/** Forgets counters, wrong codes and idempotency records that are more than two days old. */
export async function forgetOldLimits(tx: AccountTransaction, now: number): Promise<void> {
  const old = new Date(now - 2 * day);
  await tx.delete(rateWindows).where(lte(rateWindows.startsAt, old));
  await tx.delete(codeFailures).where(lte(codeFailures.at, old));
  await tx.delete(idempotencyKeys).where(lte(idempotencyKeys.createdAt, old));
}
