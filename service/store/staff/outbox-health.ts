import { sql } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import { outbox } from '../schema/index.js';

/** How messages of one channel left. */
export interface OutboxCount {
  channel: 'sms' | 'email';
  waiting: number;
  failed: number;
  lastSentAt: Date | null;
  failingSince: Date | null;
  failedAt: Date | null;
  failure: string | null;
}

/** So many recipients that are refused for good, and nothing that leaves in between, are not to blame themselves. */
export const manyRefused = 3;

/** Counts the outbox by channel: what waits, and what came of tries since `since` (S-08). */
export async function countOutbox(tx: AccountTransaction, since: Date): Promise<OutboxCount[]> {
  const isWaiting = sql`${outbox.status} IN ('V', 'FV')`;
  const recent = sql`${outbox.failedAt} >= ${since.toISOString()}`;
  const sent = tx
    .select({ channel: outbox.channel, at: sql<string | null>`max(${outbox.sentAt})`.as('at') })
    .from(outbox)
    .groupBy(outbox.channel)
    .as('sent');
  const isSince = sql`${outbox.failedAt} > coalesce(${sent.at}, '-infinity')`;
  const rows = await tx
    .select({
      channel: outbox.channel,
      waiting: sql<number>`(count(*) FILTER (WHERE ${isWaiting}))::int`,
      failed: sql<number>`(count(*) FILTER (WHERE ${outbox.status} = 'F' AND ${recent}))::int`,
      lastSentAt: sql<string | null>`max(${sent.at})`,
      failingSince: sql<
        string | null
      >`CASE WHEN bool_or(${outbox.status} <> 'F') FILTER (WHERE ${isSince})
          OR count(DISTINCT ${outbox.recipient}) FILTER (WHERE ${isSince}) >= ${manyRefused}
        THEN min(greatest(${outbox.createdAt}, ${sent.at})) FILTER (WHERE ${isSince}) END`,
      failedAt: sql<string | null>`max(${outbox.failedAt}) FILTER (WHERE ${recent})`,
      failure: sql<
        string | null
      >`(array_agg(${outbox.failure} ORDER BY ${outbox.failedAt} DESC) FILTER (WHERE ${recent}))[1]`,
    })
    .from(outbox)
    .innerJoin(sent, sql`${sent.channel} = ${outbox.channel}`)
    .groupBy(outbox.channel);
  return rows.map((row) => ({
    ...row,
    lastSentAt: toDate(row.lastSentAt),
    failingSince: toDate(row.failingSince),
    failedAt: toDate(row.failedAt),
  }));
}

/** An aggregate of instants comes as text. */
function toDate(text: string | Date | null): Date | null {
  return text === null ? null : new Date(text);
}
