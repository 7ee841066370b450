import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { SmsType } from '../../src/contract/index.js';
import type { AccountTransaction } from './database.js';
import type { outbox } from './schema/index.js';
import { messageCounts } from './schema/index.js';

/** What of a message is counted. */
export type CountedMessage = Pick<
  typeof outbox.$inferSelect,
  'kind' | 'channel' | 'status' | 'delivery' | 'answeredAt' | 'sendAt' | 'clinicId'
>;

type Row = typeof messageCounts.$inferInsert;

const amounts = [
  'sent',
  'reminders',
  'delivered',
  'notDelivered',
  'failed',
  'answered',
] as const satisfies (keyof Row)[];
const isSms = ({ kind, channel }: CountedMessage) =>
  channel === 'sms' && SmsType.options.some((type) => type === kind);

/** Counts of some messages by month and clinic; those of other kinds, and what was taken back, count nowhere. */
export function countsOf(
  messages: readonly CountedMessage[],
  { id: accountId, timeZone }: { id: string; timeZone: string },
): Row[] {
  const rows = new Map<string, Row>();
  for (const message of messages) {
    const { kind, status, delivery, answeredAt, sendAt, clinicId } = message;
    const hasLeft = status === 'S' || status === 'SB';
    const hasFailed = status === 'F' || status === 'U';
    if (!isSms(message) || !(hasLeft || hasFailed)) continue;
    const { date } = toClockTime(sendAt.getTime(), timeZone);
    const month = `${date.slice(0, 7)}-01`;
    const key = JSON.stringify([month, clinicId]);
    const row = rows.get(key) ?? emptyRow(accountId, month, clinicId ?? '');
    rows.set(key, row);
    row.sent += Number(hasLeft);
    row.reminders += Number(hasLeft && kind.startsWith('reminder'));
    row.delivered += Number(hasLeft && delivery === 'delivered');
    row.notDelivered += Number(hasLeft && delivery === 'not-delivered');
    row.failed += Number(hasFailed);
    row.answered += Number(hasLeft && answeredAt !== null);
  }
  return [...rows.values()];
}

function emptyRow(accountId: string, month: CivilDate, clinicId: string): Row {
  const none = { sent: 0, reminders: 0, delivered: 0, notDelivered: 0, failed: 0, answered: 0 };
  return { accountId, month, clinicId, ...none };
}

/** Adds counts of messages that are forgotten to those that are kept. */
export async function addCounts(tx: AccountTransaction, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const sums = amounts.map((name) => {
    const column = messageCounts[name];
    return [name, sql`${column} + excluded.${sql.identifier(column.name)}`];
  });
  await tx
    .insert(messageCounts)
    .values([...rows])
    .onConflictDoUpdate({
      target: [messageCounts.accountId, messageCounts.month, messageCounts.clinicId],
      set: Object.fromEntries(sums) as Partial<Record<keyof Row, SQL>>,
    });
}
