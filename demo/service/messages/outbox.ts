import { and, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { AccountTransaction, Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { outbox } from '../store/schema/index.js';
import type { Transports } from './transport.js';

/** How long one try may take before another process may try again, milliseconds. */
const lease = 60_000;
const mostTries = 5;

/** A message to be sent once the transaction is through. */
export type NewMessage = Pick<
  typeof outbox.$inferInsert,
  | 'accountId'
  | 'kind'
  | 'channel'
  | 'recipient'
  | 'subject'
  | 'text'
  | 'lang'
  | 'bookingId'
  | 'loginId'
  | 'expiresAt'
>;

/** Puts messages into the outbox, within the transaction of what they tell. */
export async function enqueue(
  tx: AccountTransaction,
  messages: readonly NewMessage[],
  now: number,
): Promise<void> {
  if (messages.length === 0) return;
  const at = new Date(now);
  await tx
    .insert(outbox)
    .values(
      messages.map((message) => ({ ...message, status: 'V' as const, createdAt: at, sendAt: at })),
    );
}

/** Takes back the codes of a booking that are still waiting: a newer one follows, or none is needed. */
export async function cancelWaitingCodes(tx: AccountTransaction, bookingId: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'A', text: null })
    .where(
      and(
        eq(outbox.bookingId, bookingId),
        eq(outbox.kind, 'code'),
        inArray(outbox.status, ['V', 'FV']),
      ),
    );
}

/** Takes back what still waits of a booking and is not being sent right now: newer news of it follow (M-07). */
export async function cancelWaiting(tx: AccountTransaction, bookingId: string): Promise<void> {
  const waiting = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.bookingId, bookingId), inArray(outbox.status, ['V', 'FV'])))
    .for('update', { skipLocked: true });
  await tx.update(outbox).set({ status: 'A', text: null }).where(inArray(outbox.id, waiting));
}

/**
 * Sends what waits in an account's outbox and erases each text once it is sent (M-06). Each message is claimed for a
 * minute first, so that processes share the work and a crash only delays; returns how many were sent.
 */
export async function deliver(
  db: Database,
  accountId: string,
  transports: Transports,
  clock: () => number,
): Promise<number> {
  let sent = 0;
  for (;;) {
    const claimed = await inAccount(db, accountId, (tx) => claim(tx, clock()));
    if (claimed.length === 0) return sent;
    for (const { id, channel, recipient: to, subject, text, tries } of claimed) {
      const outcome = await transports[channel]({
        accountId,
        id,
        channel,
        to,
        subject,
        text: text ?? '',
      }).then(
        ({ messageId }) => ({ status: 'S' as const, messageId: messageId ?? null }),
        () => undefined,
      );
      if (outcome) sent += 1;
      const now = clock();
      const change = outcome
        ? { ...outcome, text: null, sentAt: new Date(now) }
        : tries >= mostTries
          ? { status: 'F' as const, text: null }
          : { status: 'FV' as const, sendAt: new Date(now + 15_000 * 2 ** tries) };
      await inAccount(db, accountId, (tx) =>
        tx.update(outbox).set(change).where(eq(outbox.id, id)),
      );
    }
  }
}

async function claim(tx: AccountTransaction, now: number) {
  await tx
    .update(outbox)
    .set({ status: 'U', text: null })
    .where(and(inArray(outbox.status, ['V', 'FV']), lte(outbox.expiresAt, new Date(now))));
  const due = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        inArray(outbox.status, ['V', 'FV']),
        lte(outbox.sendAt, new Date(now)),
        or(isNull(outbox.expiresAt), sql`${outbox.expiresAt} > ${new Date(now).toISOString()}`),
      ),
    )
    .orderBy(outbox.createdAt)
    .limit(20)
    .for('update', { skipLocked: true });
  return tx
    .update(outbox)
    .set({ tries: sql`${outbox.tries} + 1`, sendAt: new Date(now + lease) })
    .where(inArray(outbox.id, due))
    .returning();
}

/** Accounts with a message that is due, for a worker of the whole service; works as the database's owner. */
export async function accountsWithDueMessages(db: Database, now: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: outbox.accountId })
    .from(outbox)
    .where(and(inArray(outbox.status, ['V', 'FV']), lte(outbox.sendAt, new Date(now))));
  return rows.map(({ accountId }) => accountId);
}
