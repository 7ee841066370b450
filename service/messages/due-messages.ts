import { and, desc, eq, getTableColumns, inArray, not, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AccountTransaction } from '../store/database.js';
import { outbox } from '../store/schema/index.js';
import { statement } from '../store/statement.js';
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
  // First locked, then changed: PostgreSQL may run a locking subquery more than once.
  const found = await selectDue(tx, { at: new Date(now).toISOString(), size });
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

const at = sql`${sql.placeholder('at')}::timestamptz`;

/**
 * Ids among which the next messages are, by an index each: the first that are not planned, that are due, that have failed, and that
 * have expired.
 */
const candidateIds = sql.join(
  [
    firstOf(sql`status IN ('V', 'FV') AND NOT planned`, sql`send_at`),
    firstOf(sql`status = 'V' AND send_at <= ${at}`, sql`send_at`),
    firstOf(sql`status = 'FV'`, sql`send_at`),
    firstOf(sql`status IN ('V', 'FV') AND expires_at <= ${at}`, sql`expires_at`),
  ],
  sql` UNION ALL `,
);

function firstOf(condition: SQL, order: SQL): SQL {
  return sql`(SELECT id FROM ${outbox} WHERE ${condition} ORDER BY ${order} LIMIT ${sql.raw(String(candidates))})`;
}

const selectDue = statement((tx) => {
  const isFree = sql`${outbox.sendAt} <= ${at}`;
  const isExpired = sql`${outbox.expiresAt} <= ${at}`;
  // A failed one is dropped before it is due, since a newer message replaces it.
  const isReplaced = and(isOutOfDate, or(isFree, eq(outbox.status, 'FV')))!;
  return (
    tx
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
          sql`${outbox.id} IN (${candidateIds})`,
          or(isExpired, isReplaced, and(isFree, not(sql`(${hasOlderUnsent})`))),
        ),
      )
      // A code is waited for; reminders of a whole clinic are not. An SMS is read before an e-mail of the same moment.
      .orderBy(outbox.planned, outbox.createdAt, desc(outbox.channel))
      .limit(sql.placeholder('size'))
      .for('update', { skipLocked: true })
  );
});

/** Makes messages this process's own until their lease ends. */
async function begin(
  tx: AccountTransaction,
  due: readonly { id: string }[],
  now: number,
  from?: AccountSender,
): Promise<Message[]> {
  if (due.length === 0) return [];
  const values = {
    ids: due.map(({ id }) => id).join(),
    now: new Date(now).toISOString(),
    end: new Date(now + lease).toISOString(),
  };
  const begun = from
    ? await beginDueFrom(tx, {
        ...values,
        sender: from.sender,
        reason: from.isReplaced ? 'other-sender' : null,
      })
    : await beginDue(tx, values);
  // They leave in the order in which they are due.
  const byId = new Map(begun.map((message) => [message.id, message]));
  return due.flatMap(({ id }) => byId.get(id) ?? []);
}

const beginDue = statement((tx) => updateDue(tx));
const beginDueFrom = statement((tx) =>
  updateDue(tx, {
    sender: sql`${sql.placeholder('sender')}`,
    reason: sql`${sql.placeholder('reason')}`,
  }),
);

function updateDue(tx: AccountTransaction, from?: Record<'sender' | 'reason', SQL>) {
  const now = sql`${sql.placeholder('now')}::timestamptz`;
  return (
    tx
      .update(outbox)
      // Waiting with a try counted is under way.
      .set({
        status: 'V',
        tries: sql`${outbox.tries} + 1`,
        triedAt: sql`coalesce(${outbox.triedAt}, ${now})`,
        sendAt: sql`${sql.placeholder('end')}::timestamptz`,
        ...from,
      })
      .from(sql`unnest(string_to_array(${sql.placeholder('ids')}, ',')::uuid[]) AS due(id)`)
      .where(eq(outbox.id, sql`due.id`))
      .returning(getTableColumns(outbox))
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
