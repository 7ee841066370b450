import { and, desc, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { SmsType } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { outbox, smsReceived } from '../schema/index.js';

const isSms = inArray(outbox.kind, [...SmsType.options]);
const isWaiting = inArray(outbox.status, ['V', 'FV']);

/** What waits, what is due and for how long, and what came of the messages since an instant. */
export async function countSms(tx: AccountTransaction, now: Date, since: Date) {
  const [waiting] = await tx
    .select({ waiting: sql<number>`count(*)::int` })
    .from(outbox)
    .where(and(isSms, isWaiting));
  const [due] = await tx
    .select({
      due: sql<number>`count(*)::int`,
      oldest: sql<string | null>`min(${outbox.sendAt})`,
    })
    .from(outbox)
    .where(and(isSms, isWaiting, lte(outbox.sendAt, now)));
  const [past] = await tx
    .select({
      sent: sql<number>`(count(*) FILTER (WHERE status IN ('S', 'SB')))::int`,
      delivered: sql<number>`(count(*) FILTER (WHERE delivery = 'delivered'))::int`,
      notDelivered: sql<number>`(count(*) FILTER (WHERE delivery = 'not-delivered'))::int`,
      failed: sql<number>`(count(*) FILTER (WHERE status = 'F'))::int`,
      expired: sql<number>`(count(*) FILTER (WHERE status = 'U'))::int`,
      lastSentAt: sql<string | null>`max(sent_at)`,
    })
    .from(outbox)
    .where(and(isSms, gte(outbox.sendAt, since)));
  const [error] = await tx
    .select({ at: outbox.failedAt, reason: outbox.failure })
    .from(outbox)
    .where(and(isSms, isNotNull(outbox.failedAt), gte(outbox.failedAt, since)))
    .orderBy(desc(outbox.failedAt))
    .limit(1);
  const [received] = await tx
    .select({
      received: sql<number>`(count(*) FILTER (WHERE ${smsReceived.createdAt} >= ${since.toISOString()}::timestamptz))::int`,
      unread: sql<number>`(count(*) FILTER (WHERE NOT is_read))::int`,
      lastReceivedAt: sql<string | null>`max(created_at)`,
    })
    .from(smsReceived);
  const date = (text: string | Date | null) => (text === null ? null : new Date(text));
  return {
    ...waiting!,
    ...due!,
    oldest: date(due!.oldest),
    ...past!,
    lastSentAt: date(past!.lastSentAt),
    ...received!,
    lastReceivedAt: date(received!.lastReceivedAt),
    error: error?.at ? { at: error.at, reason: error.reason ?? '' } : null,
  };
}
