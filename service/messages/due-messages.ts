import { and, eq, inArray, lte, not, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AccountTransaction } from '../store/database.js';
import { outbox } from '../store/schema/index.js';
import type { AccountSender } from '../core/sms-sender.js';
import { passGate, withSenders } from './gate.js';
import { erasedTexts, hasOlderUnsent, isGated, isOutOfDate, isWaiting } from './outbox.js';

/** How long a message belongs to the process that took it; then another may try, milliseconds. */
const lease = 60_000;
/** How many messages are taken at once, and sent side by side. */
export const batchSize = 10;

export type Message = typeof outbox.$inferSelect;

/** Takes messages that are due, so that no other process sends them for a while, and drops those that are out of date. */
export async function takeDue(
  tx: AccountTransaction,
  now: number,
  size = batchSize,
): Promise<Message[]> {
  const at = new Date(now);
  const isFree = lte(outbox.sendAt, at);
  const isExpired = lte(outbox.expiresAt, at);
  // A failed one is dropped before it is due, since a newer message replaces it.
  const isReplaced = and(isOutOfDate, or(isFree, eq(outbox.status, 'FV')))!;
  // First locked, then changed: PostgreSQL may run a locking subquery more than once.
  const found = await tx
    .select({
      id: outbox.id,
      isExpired: sql<boolean>`coalesce(${isExpired}, false)`,
      isReplaced: sql<boolean>`coalesce(${isReplaced}, false)`,
      ...{ kind: outbox.kind, channel: outbox.channel, recipient: outbox.recipient },
      ...{ companyId: outbox.companyId, expiresAt: outbox.expiresAt },
      sender: outbox.sender,
    })
    .from(outbox)
    .where(
      and(
        isWaiting,
        sql`${outbox.id} IN (${candidatesAt(at)})`,
        or(isExpired, isReplaced, and(isFree, not(sql`(${hasOlderUnsent})`))),
      ),
    )
    // A code is waited for; reminders of a whole clinic are not.
    .orderBy(outbox.planned, outbox.createdAt)
    .limit(size)
    .for('update', { skipLocked: true });
  const expired = found.filter((row) => row.isExpired);
  const replaced = found.filter((row) => row.isReplaced && !row.isExpired);
  const due = found.filter((row) => !row.isReplaced && !row.isExpired);
  await drop(tx, 'U', expired);
  await drop(tx, 'A', replaced);
  const sms = due.filter(({ kind }) => isGated(kind));
  const others = due.filter(({ kind }) => !isGated(kind));
  const asked = await withSenders(tx, others);
  const begun = await begin(tx, asked.others, now);
  for (const passed of asked.passed) begun.push(...(await begin(tx, passed.messages, now, passed)));
  let isAll = due.length === found.length;
  if (sms.length > 0) {
    const { passed, isAllPassed } = await passGate(tx, sms, now);
    for (const one of passed) begun.push(...(await begin(tx, one.messages, now, one)));
    isAll &&= isAllPassed;
  }
  // What waited for one of those may go now.
  if (!isAll && begun.length < size) begun.push(...(await takeDue(tx, now, size - begun.length)));
  return begun;
}

/** More than others hold at the moment, and few enough that a queue of a hundred thousand is not sorted for each ten. */
const candidates = 100;

/**
 * Ids among which the next messages are, by an index each: the first that are not planned, that are due, that have failed, and that
 * have expired.
 */
function candidatesAt(at: Date): SQL {
  const now = sql`${at.toISOString()}::timestamptz`;
  const first = (condition: SQL, order: SQL) =>
    sql`(SELECT id FROM ${outbox} WHERE ${condition} ORDER BY ${order} LIMIT ${sql.raw(String(candidates))})`;
  return sql.join(
    [
      first(sql`status IN ('V', 'FV') AND NOT planned`, sql`send_at`),
      first(sql`status = 'V' AND send_at <= ${now}`, sql`send_at`),
      first(sql`status = 'FV'`, sql`send_at`),
      first(sql`status IN ('V', 'FV') AND expires_at <= ${now}`, sql`expires_at`),
    ],
    sql` UNION ALL `,
  );
}

/** Makes messages this process's own until their lease ends. */
async function begin(
  tx: AccountTransaction,
  due: readonly { id: string }[],
  now: number,
  from?: AccountSender,
): Promise<Message[]> {
  if (due.length === 0) return [];
  const fromSender = from && {
    sender: from.sender,
    reason: from.isReplaced ? ('other-sender' as const) : null,
  };
  return (
    tx
      .update(outbox)
      // Waiting with a try counted is under way.
      .set({
        status: 'V',
        tries: sql`${outbox.tries} + 1`,
        triedAt: sql`coalesce(${outbox.triedAt}, ${new Date(now).toISOString()}::timestamptz)`,
        sendAt: new Date(now + lease),
        ...fromSender,
      })
      .where(
        inArray(
          outbox.id,
          due.map(({ id }) => id),
        ),
      )
      .returning()
  );
}

async function drop(
  tx: AccountTransaction,
  status: 'U' | 'A',
  messages: readonly { id: string }[],
): Promise<void> {
  if (messages.length === 0) return;
  const ids = messages.map(({ id }) => id);
  await tx
    .update(outbox)
    .set({ status, ...erasedTexts })
    .where(inArray(outbox.id, ids));
}
