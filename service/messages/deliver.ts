import { and, eq, inArray, lte, ne, not, or, sql } from 'drizzle-orm';
import type { AccountTransaction, Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { outbox } from '../store/schema/index.js';
import { erasedTexts, hasOlderUnsent, isOutOfDate, isWaiting } from './outbox.js';
import type { Transports } from './transport.js';
import { DeliveryError } from './transport.js';

/** How long a message belongs to the process that took it; then another may try, milliseconds. */
const lease = 60_000;
/** A try without an answer fails after this time, well within the lease; milliseconds. */
const patience = 45_000;
/** How many messages are sent side by side. */
const batch = 10;
/** Some eight hours of trying, with growing pauses; most messages expire before. */
const maxTries = 14;
const shortestPause = 15_000;
const longestPause = 3_600_000;

type Message = typeof outbox.$inferSelect;

/**
 * Sends what waits in an account's outbox and erases each text once it is sent (M-06); returns how many were sent. A message
 * is taken for a minute first, so that processes share the work and a crash only delays. After a crash between sending and
 * recording it, the message is sent again with the same id: at least once, never lost silently.
 */
export async function deliver(
  db: Database,
  accountId: string,
  transports: Transports,
  clock: () => number,
): Promise<number> {
  let sent = 0;
  for (;;) {
    const taken = await inAccount(db, accountId, (tx) => take(tx, clock()));
    if (taken.length === 0) return sent;
    const outcomes = await Promise.all(
      taken.map(async (message) => {
        const outcome = await send(message, transports);
        await inAccount(db, accountId, (tx) => note(tx, message, outcome, clock()));
        return outcome;
      }),
    );
    sent += outcomes.filter(({ isSent }) => isSent).length;
  }
}

/** Takes messages that are due, so that no other process sends them for a while, and drops those that are out of date. */
async function take(tx: AccountTransaction, now: number): Promise<Message[]> {
  const at = new Date(now);
  const isFree = lte(outbox.sendAt, at);
  await drop(tx, 'U', lte(outbox.expiresAt, at));
  // A failed one is dropped before it is due, since a newer message replaces it.
  await drop(tx, 'A', and(isOutOfDate, or(isFree, eq(outbox.status, 'FV'))));
  // First locked, then changed: PostgreSQL may run a locking subquery more than once.
  const due = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isWaiting, isFree, not(sql`(${hasOlderUnsent})`)))
    .orderBy(outbox.createdAt)
    .limit(batch)
    .for('update', { skipLocked: true });
  if (due.length === 0) return [];
  return (
    tx
      .update(outbox)
      // Waiting with a try counted is under way.
      .set({ status: 'V', tries: sql`${outbox.tries} + 1`, sendAt: new Date(now + lease) })
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
  condition: ReturnType<typeof and>,
): Promise<void> {
  const found = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(isWaiting, condition))
    .for('update', { skipLocked: true });
  if (found.length === 0) return;
  const ids = found.map(({ id }) => id);
  await tx
    .update(outbox)
    .set({ status, ...erasedTexts })
    .where(inArray(outbox.id, ids));
}

type Outcome =
  | { isSent: true; messageId: string | null }
  | { isSent: false; isPermanent: boolean; retryAfter: number };

async function send(message: Message, transports: Transports): Promise<Outcome> {
  const { accountId, id, channel, recipient: to, text, ...rest } = message;
  const { senderName, sender, subject, html, calendar } = rest;
  const outgoing = { senderName, sender, subject, html, calendar, text: text ?? '' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const { messageId } = await Promise.race([
      transports[channel]({ accountId, id, channel, to, ...outgoing }),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new DeliveryError('No answer in time.')), patience);
      }),
    ]);
    return { isSent: true, messageId: messageId ?? null };
  } catch (error) {
    const { isPermanent = false, retryAfter = 0 } = error instanceof DeliveryError ? error : {};
    return { isSent: false, isPermanent, retryAfter };
  } finally {
    clearTimeout(timer);
  }
}

/** Records how a try ended. Success always counts; a failure only while the message still belongs to this try. */
async function note(
  tx: AccountTransaction,
  { id, tries }: Message,
  outcome: Outcome,
  now: number,
): Promise<void> {
  if (outcome.isSent) {
    const { messageId } = outcome;
    await tx
      .update(outbox)
      .set({ status: 'S', messageId, sentAt: new Date(now), ...erasedTexts })
      .where(and(eq(outbox.id, id), ne(outbox.status, 'S')));
    return;
  }
  const isOver = outcome.isPermanent || tries >= maxTries;
  const pause = Math.min(shortestPause * 2 ** tries, longestPause);
  const change = isOver
    ? { status: 'F' as const, ...erasedTexts }
    : {
        status: 'FV' as const,
        sendAt: new Date(now + Math.max(pause, Math.min(outcome.retryAfter * 1000, longestPause))),
      };
  await tx
    .update(outbox)
    .set(change)
    .where(and(eq(outbox.id, id), eq(outbox.status, 'V'), eq(outbox.tries, tries)));
}

/** Accounts with a message that is due, for a worker of the whole service; works as the database's owner. */
export async function accountsWithDueMessages(db: Database, now: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: outbox.accountId })
    .from(outbox)
    .where(and(isWaiting, lte(outbox.sendAt, new Date(now))));
  return rows.map(({ accountId }) => accountId);
}
