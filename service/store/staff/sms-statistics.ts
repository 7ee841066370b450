import { and, gte, inArray, lt, sql } from 'drizzle-orm';
import { SmsType } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { messageCounts, outbox } from '../schema/index.js';

/** Appointments that are over, of one month and clinic. */
export type VisitCount = {
  month: string;
  clinicId: string;
  appointments: number;
  missed: number;
  unknown: number;
};

/** Two instants, half-open, and the zone whose months they are parted into. */
export interface Months {
  from: Date;
  until: Date;
  timeZone: string;
}

const isCounted = and(
  inArray(outbox.kind, [...SmsType.options]),
  sql`${outbox.channel} = 'sms'`,
  sql`${outbox.status} IN ('S', 'SB', 'F', 'U')`,
);
const number = (condition: string) =>
  sql<number>`(count(*) FILTER (WHERE ${sql.raw(condition)}))::int`;
const hasLeft = `status IN ('S', 'SB')`;

/** Messages that are still there, by month (`YYYY-MM`) and clinic. */
export function countStored(tx: AccountTransaction, { from, until, timeZone }: Months) {
  const month = sql<string>`to_char(${outbox.sendAt} AT TIME ZONE ${timeZone}, 'YYYY-MM')`;
  return tx
    .select({
      month: month.as('month'),
      clinicId: sql<string>`coalesce(${outbox.clinicId}, '')`.as('clinic'),
      sent: number(hasLeft),
      reminders: number(`${hasLeft} AND kind LIKE 'reminder-%'`),
      delivered: number(`${hasLeft} AND delivery = 'delivered'`),
      notDelivered: number(`${hasLeft} AND delivery = 'not-delivered'`),
      failed: number(`status IN ('F', 'U')`),
      answered: number(`${hasLeft} AND answered_at IS NOT NULL`),
    })
    .from(outbox)
    .where(and(isCounted, gte(outbox.sendAt, from), lt(outbox.sendAt, until)))
    .groupBy(sql`month`, sql`clinic`);
}

/** Counts of messages that are kept no longer; dates are first days of months, half-open. */
export function listCounts(tx: AccountTransaction, from: string, until: string) {
  return tx
    .select()
    .from(messageCounts)
    .where(and(gte(messageCounts.month, from), lt(messageCounts.month, until)));
}

/** Month of the first reminder that left, by clinic. */
export async function firstReminders(
  tx: AccountTransaction,
  timeZone: string,
): Promise<{ clinicId: string; month: string }[]> {
  return tx
    .select({ clinicId: sql<string>`clinic`, month: sql<string>`min(month)` })
    .from(
      sql`(
      SELECT clinic_id AS clinic, to_char(min(send_at) AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month FROM outbox
        WHERE kind LIKE 'reminder-%' AND status IN ('S', 'SB') AND clinic_id IS NOT NULL GROUP BY clinic_id
      UNION ALL
      SELECT clinic_id, to_char(min(month), 'YYYY-MM') FROM message_counts
        WHERE reminders > 0 AND clinic_id <> '' GROUP BY clinic_id
    ) AS first`,
    )
    .groupBy(sql`clinic`)
    .orderBy(sql`clinic`);
}

/**
 * Appointments that are over at `now`, by month and clinic: on days with an arrival noted down, of these without one, and on all other
 * days. What staff put into the timebook without a patient is none.
 */
export async function countVisits(
  tx: AccountTransaction,
  { from, until, timeZone }: Months,
  now: Date,
): Promise<VisitCount[]> {
  const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  const sum = (what: string, condition: string) =>
    sql<number>`coalesce(sum(${sql.raw(what)}) FILTER (WHERE ${sql.raw(condition)}), 0)::int`;
  return tx
    .select({
      month: sql<string>`to_char(day, 'YYYY-MM')`,
      clinicId: sql<string>`clinic_id`,
      appointments: sum('total', 'arrived > 0'),
      missed: sum('total - arrived', 'arrived > 0'),
      unknown: sum('total', 'arrived = 0'),
    })
    .from(
      sql`(
      SELECT r.clinic_id, (r.starts_at AT TIME ZONE ${timeZone})::date AS day,
        count(*) AS total, count(b.arrived_at) AS arrived
      FROM reservations r
      JOIN bookings b ON b.account_id = r.account_id AND b.reservation_id = r.id
      WHERE r.status = 'booked' AND r.starts_at >= ${instant(from)} AND r.starts_at < ${instant(until)}
        AND r.ends_at <= ${instant(now)} AND (b.patient_id IS NOT NULL OR b.first_name IS NOT NULL)
      GROUP BY 1, 2
    ) AS days`,
    )
    .groupBy(sql`1`, sql`2`);
}
