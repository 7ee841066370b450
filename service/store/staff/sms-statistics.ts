import { and, gte, inArray, lt, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { SmsType } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { messageCounts, outbox } from '../schema/index.js';

/** Appointments that are over, of one month and clinic. */
export type VisitCount = {
  /** Its place among the months asked for. */
  month: number;
  clinicId: string;
  appointments: number;
  missed: number;
  unknown: number;
};

/** Boundaries of periods by the clock of the account, in order: one more than periods. Clock times are not left to SQL (P-22). */
export type Boundaries = readonly [Date, Date, ...Date[]];

const isCounted = and(
  inArray(outbox.kind, [...SmsType.options]),
  sql`${outbox.channel} = 'sms'`,
  sql`${outbox.status} IN ('S', 'SB', 'F', 'U')`,
);
const number = (condition: string) =>
  sql<number>`(count(*) FILTER (WHERE ${sql.raw(condition)}))::int`;
const hasLeft = `status IN ('S', 'SB')`;

const iso = (date: Date) => date.toISOString();

/** In which of the periods an instant lies, from 0. */
const periodOf = (instant: SQL, boundaries: Boundaries) =>
  sql<number>`width_bucket(${instant}, string_to_array(${boundaries.map(iso).join()}, ',')::timestamptz[]) - 1`;
const isWithin = (instant: SQL, boundaries: Boundaries) =>
  sql`${instant} >= ${iso(boundaries[0])} AND ${instant} < ${iso(boundaries.at(-1)!)}`;

/** Messages that are still there, by month and clinic. */
export function countStored(tx: AccountTransaction, months: Boundaries) {
  return tx
    .select({
      month: periodOf(sql`${outbox.sendAt}`, months).as('month'),
      clinicId: sql<string>`coalesce(${outbox.clinicId}, '')`.as('clinic'),
      sent: number(hasLeft),
      reminders: number(`${hasLeft} AND kind LIKE 'reminder-%'`),
      delivered: number(`${hasLeft} AND delivery = 'delivered'`),
      notDelivered: number(`${hasLeft} AND delivery = 'not-delivered'`),
      failed: number(`status IN ('F', 'U')`),
      answered: number(`${hasLeft} AND answered_at IS NOT NULL`),
    })
    .from(outbox)
    .where(and(isCounted, isWithin(sql`${outbox.sendAt}`, months)))
    .groupBy(sql`month`, sql`clinic`);
}

/** Counts of messages that are kept no longer; dates are first days of months, half-open. */
export function listCounts(tx: AccountTransaction, from: string, until: string) {
  return tx
    .select()
    .from(messageCounts)
    .where(and(gte(messageCounts.month, from), lt(messageCounts.month, until)));
}

/** When the first reminder left, by clinic: of messages that are still there, and the first day of the month of those that are not. */
export async function firstReminders(
  tx: AccountTransaction,
): Promise<{ clinicId: string; sentAt: Date | null; month: string | null }[]> {
  return tx
    .select({
      clinicId: sql<string>`clinic`,
      sentAt: sql<Date | null>`min(send_at)`.mapWith(outbox.sendAt),
      month: sql<string | null>`min(month)::text`,
    })
    .from(
      sql`(
      SELECT clinic_id AS clinic, send_at, NULL::date AS month FROM outbox
        WHERE kind LIKE 'reminder-%' AND status IN ('S', 'SB') AND clinic_id IS NOT NULL
      UNION ALL
      SELECT clinic_id, NULL, month FROM message_counts WHERE reminders > 0 AND clinic_id <> ''
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
  months: Boundaries,
  days: Boundaries,
  now: Date,
): Promise<VisitCount[]> {
  const sum = (what: string, condition: string) =>
    sql<number>`coalesce(sum(${sql.raw(what)}) FILTER (WHERE ${sql.raw(condition)}), 0)::int`;
  return tx
    .select({
      month: periodOf(sql`first`, months).as('month'),
      clinicId: sql<string>`clinic_id`,
      appointments: sum('total', 'arrived > 0'),
      missed: sum('total - arrived', 'arrived > 0'),
      unknown: sum('total', 'arrived = 0'),
    })
    .from(
      sql`(
      SELECT r.clinic_id, min(r.starts_at) AS first, count(*) AS total, count(b.arrived_at) AS arrived
      FROM reservations r
      JOIN bookings b ON b.account_id = r.account_id AND b.reservation_id = r.id
      WHERE r.status = 'booked' AND ${isWithin(sql`r.starts_at`, months)}
        AND r.ends_at <= ${iso(now)} AND (b.patient_id IS NOT NULL OR b.first_name IS NOT NULL)
      GROUP BY r.clinic_id, ${periodOf(sql`r.starts_at`, days)}
    ) AS days`,
    )
    .groupBy(sql`month`, sql`clinic_id`);
}
