import { and, eq, inArray, lte, or, sql } from 'drizzle-orm';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import type { AccountTransaction } from '../store/database.js';
import { outbox } from '../store/schema/index.js';

/** A message to be sent once the transaction is through. */
export type NewMessage = Pick<
  typeof outbox.$inferInsert,
  | 'accountId'
  | 'kind'
  | 'channel'
  | 'recipient'
  | 'subject'
  | 'text'
  | 'html'
  | 'calendar'
  | 'senderName'
  | 'sender'
  | 'lang'
  | 'bookingId'
  | 'loginId'
  | 'expiresAt'
>;

/** Everything of a message that may hold more than who got it and when (M-06, N-02). */
export const erasedTexts = { text: null, html: null, calendar: null };

/** Waiting, for the first time or after a failure. */
export const isWaiting = inArray(outbox.status, ['V', 'FV']);

/** Of what an appointment's messages tell, each newer one puts the older out of date. */
export const newsKinds = ['booked', 'moved', 'cancelled'] as const;

/** Puts messages into the outbox, within the transaction of what they tell; those by SMS in plain characters (M-02). */
export async function enqueue(
  tx: AccountTransaction,
  messages: readonly NewMessage[],
  now: number,
): Promise<void> {
  if (messages.length === 0) return;
  const at = new Date(now);
  await tx.insert(outbox).values(
    messages.map((message) => ({
      ...message,
      text: message.text && message.channel === 'sms' ? smsText(message.text) : message.text,
      status: 'V' as const,
      createdAt: at,
      sendAt: at,
    })),
  );
}

/** Takes back the codes of a booking that are still waiting: a newer one follows, or none is needed. */
export async function cancelWaitingCodes(tx: AccountTransaction, bookingId: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'A', ...erasedTexts })
    .where(and(eq(outbox.bookingId, bookingId), eq(outbox.kind, 'code'), isWaiting));
}

/**
 * Takes back what still waits of an appointment, for newer news of it follow (M-07). What is being sent at `now`, epoch
 * milliseconds, is left to whoever sends it; should that fail, it is not tried again.
 */
export async function cancelWaiting(
  tx: AccountTransaction,
  bookingId: string,
  now: number,
): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'A', ...erasedTexts })
    .where(
      and(
        eq(outbox.bookingId, bookingId),
        or(
          eq(outbox.status, 'FV'),
          // Waiting and tried already: under way until its lease ends.
          and(eq(outbox.status, 'V'), or(eq(outbox.tries, 0), lte(outbox.sendAt, new Date(now)))),
        ),
      ),
    );
}

/** Whether there is a newer message of the same appointment on the same channel, so that this one is out of date. */
export const isOutOfDate = sql`${outbox.kind} IN ${newsKinds} AND EXISTS (
  SELECT FROM ${outbox} AS newer
  WHERE newer.account_id = ${outbox.accountId} AND newer.booking_id = ${outbox.bookingId}
    AND newer.channel = ${outbox.channel} AND newer.kind IN ${newsKinds} AND newer.created_at > ${outbox.createdAt}
)`;

/** Whether an older message of the same appointment has yet to leave in the same way: this one has to wait for it. */
export const hasOlderUnsent = sql`${outbox.kind} IN ${newsKinds} AND EXISTS (
  SELECT FROM ${outbox} AS older
  WHERE older.account_id = ${outbox.accountId} AND older.booking_id = ${outbox.bookingId}
    AND older.channel = ${outbox.channel} AND older.kind IN ${newsKinds} AND older.created_at < ${outbox.createdAt}
    AND older.status IN ('V', 'FV')
)`;
