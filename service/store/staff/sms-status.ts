import { and, desc, eq, gt, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { SmsType } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { outbox, smsReceived } from '../schema/index.js';
import { manyRefused } from './outbox-health.js';

const isSms = inArray(outbox.kind, [...SmsType.options]);
const isWaiting = inArray(outbox.status, ['V', 'FV']);

/** What tells whether SMS leave; each null: there is none. */
export interface SmsPulse {
  /** When the one that has been due for the longest was to be sent. */
  oldest: Date | null;
  lastSentAt: Date | null;
  error: { at: Date; reason: string } | null;
  /** Whether none leaves since the last one that did: the gateway is asked again, or has refused several numbers. */
  isFailing: boolean;
}

/** More failures in a row tell nothing new. */
const mostFailures = 50;

/** Looks at the ends of indexes alone, so that it costs every page of the console the same, however many messages there are. */
export async function findSmsPulse(
  tx: AccountTransaction,
  now: Date,
  since: Date,
): Promise<SmsPulse> {
  // Each status by itself: of both together the index has no order.
  const due = [];
  for (const status of ['V', 'FV'] as const) {
    const [first] = await tx
      .select({ at: outbox.sendAt })
      .from(outbox)
      .where(and(isSms, eq(outbox.status, status), lte(outbox.sendAt, now)))
      .orderBy(outbox.sendAt)
      .limit(1);
    if (first) due.push(first.at.getTime());
  }
  const [sent] = await tx
    .select({ at: outbox.sentAt })
    .from(outbox)
    .where(and(isSms, isNotNull(outbox.sentAt), gte(outbox.sentAt, since)))
    .orderBy(desc(outbox.sentAt))
    .limit(1);
  const [error] = await tx
    .select({ at: outbox.failedAt, reason: outbox.failure })
    .from(outbox)
    .where(and(isSms, isNotNull(outbox.failedAt), gte(outbox.failedAt, since)))
    .orderBy(desc(outbox.failedAt))
    .limit(1);
  const failures = await tx
    .select({ status: outbox.status, recipient: outbox.recipient })
    .from(outbox)
    .where(and(isSms, isNotNull(outbox.failedAt), gt(outbox.failedAt, sent?.at ?? since)))
    .orderBy(desc(outbox.failedAt))
    .limit(mostFailures);
  const refused = new Set(failures.map(({ recipient }) => recipient));
  return {
    oldest: due.length > 0 ? new Date(Math.min(...due)) : null,
    lastSentAt: sent?.at ?? null,
    error: error?.at ? { at: error.at, reason: error.reason ?? '' } : null,
    // One that is refused for good says something about its number alone.
    isFailing: failures.some(({ status }) => status !== 'F') || refused.size >= manyRefused,
  };
}

/** How many SMS came in that nobody has read. */
export async function countUnread(tx: AccountTransaction): Promise<number> {
  const [found] = await tx
    .select({ unread: sql<number>`count(*)::int` })
    .from(smsReceived)
    .where(sql`NOT ${smsReceived.isRead}`);
  return found!.unread;
}

/** What waits, what is due, and what came of the messages since an instant. */
export async function countSms(tx: AccountTransaction, now: Date, since: Date) {
  const [waiting] = await tx
    .select({
      waiting: sql<number>`count(*)::int`,
      due: sql<number>`(count(*) FILTER (WHERE ${outbox.sendAt} <= ${now.toISOString()}::timestamptz))::int`,
    })
    .from(outbox)
    .where(and(isSms, isWaiting));
  const [past] = await tx
    .select({
      sent: sql<number>`(count(*) FILTER (WHERE status IN ('S', 'SB')))::int`,
      delivered: sql<number>`(count(*) FILTER (WHERE delivery = 'delivered'))::int`,
      notDelivered: sql<number>`(count(*) FILTER (WHERE delivery = 'not-delivered'))::int`,
      failed: sql<number>`(count(*) FILTER (WHERE status = 'F'))::int`,
      expired: sql<number>`(count(*) FILTER (WHERE status = 'U'))::int`,
    })
    .from(outbox)
    .where(and(isSms, gte(outbox.sendAt, since)));
  const [received] = await tx
    .select({
      received: sql<number>`(count(*) FILTER (WHERE ${smsReceived.createdAt} >= ${since.toISOString()}::timestamptz))::int`,
      lastReceivedAt: sql<string | Date | null>`max(created_at)`,
    })
    .from(smsReceived);
  const { lastReceivedAt, ...rest } = received!;
  return {
    ...waiting!,
    ...past!,
    ...rest,
    lastReceivedAt: lastReceivedAt === null ? null : new Date(lastReceivedAt),
  };
}
