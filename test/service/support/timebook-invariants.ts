import { sql } from 'drizzle-orm';
import type { Database } from '../../../service/store/database.js';

/** Pairs of taken times of one clinician, or of one resource, that overlap: there must be none in the whole table. */
export async function countOverlaps(db: Database): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(sql`
    reservations a JOIN reservations b
      ON a.account_id = b.account_id AND a.id < b.id
      AND (a.clinician_id = b.clinician_id OR a.resource_id = b.resource_id)
      AND a.party_id <> b.party_id
      AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
      AND a.status IN ('held', 'pending', 'booked') AND b.status IN ('held', 'pending', 'booked')`);
  return row!.count;
}

/**
 * What does not fit together in the whole timebook: an appointment that lost its time, a booked time of no appointment, a
 * party with two booked times, and messages that are not one for each event and channel, or that wait though newer news
 * follow, or a reminder twice (M-07). Each row names the rule that it breaks and the booking.
 */
export async function misfits(db: Database): Promise<{ rule: string; id: string }[]> {
  return db.select({ rule: sql<string>`rule`, id: sql<string>`id` }).from(
    sql`(
        SELECT 'an appointment has one time, booked or cancelled' AS rule, b.id::text AS id
          FROM bookings b LEFT JOIN reservations r ON r.account_id = b.account_id AND r.id = b.reservation_id
          WHERE b.confirmed_at IS NOT NULL AND (r.id IS NULL OR r.status NOT IN ('booked', 'cancelled'))
        UNION ALL
        SELECT 'a booked or cancelled time has one appointment', r.id::text
          FROM reservations r
          WHERE r.status IN ('booked', 'cancelled') AND
            (SELECT count(*) FROM bookings b WHERE b.account_id = r.account_id AND b.reservation_id = r.id) <> 1
        UNION ALL
        SELECT 'a party has one time that lasts', party_id::text
          FROM reservations WHERE status IN ('booked', 'cancelled') GROUP BY account_id, party_id HAVING count(*) > 1
        UNION ALL
        SELECT 'a cancellation is told once in each channel, as the last thing', o.booking_id::text
          FROM outbox o WHERE o.kind = 'cancelled' GROUP BY o.account_id, o.booking_id, o.channel
          HAVING count(*) > 1 OR bool_or((SELECT r.status <> 'cancelled' FROM bookings b JOIN reservations r
            ON r.account_id = b.account_id AND r.id = b.reservation_id WHERE b.account_id = o.account_id AND b.id = o.booking_id))
        UNION ALL
        SELECT 'each move and cancellation is told once in each channel', b.id::text
          FROM bookings b,
            unnest(ARRAY['sms', 'email'], ARRAY[b.mobile, b.email]) AS way(channel, recipient)
          WHERE recipient IS NOT NULL AND b.sequence <>
            (SELECT count(*) FROM outbox o WHERE o.account_id = b.account_id AND o.booking_id = b.id
              AND o.channel = way.channel AND o.kind IN ('moved', 'cancelled'))
        UNION ALL
        SELECT 'only the newest news of an appointment wait', o.booking_id::text
          FROM outbox o WHERE o.status IN ('V', 'FV') AND o.booking_id IS NOT NULL
            AND o.kind IN ('booked', 'moved', 'cancelled')
          GROUP BY o.account_id, o.booking_id, o.channel HAVING count(*) > 1
        UNION ALL
        SELECT 'an appointment has one reminder of a kind that waits', o.booking_id::text
          FROM outbox o WHERE o.status IN ('V', 'FV') AND o.booking_id IS NOT NULL AND o.planned
          GROUP BY o.account_id, o.booking_id, o.channel, o.kind HAVING count(*) > 1
      ) AS broken`,
  );
}
