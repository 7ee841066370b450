import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import type { TakenMinutes } from '../core/share-of-day.js';
import { withTime } from './bookings.js';
import type { AccountTransaction } from './database.js';
import { bookings, reservations } from './schema/index.js';
import { touches } from './timebook.js';

/** A clinician's day, in epoch milliseconds, and the network whose part of it is wanted too, as its HMAC. */
export interface TakenDay {
  clinicianId: string;
  day: { start: number; end: number };
  addressHash: string;
}

const isOnDay = ({ clinicianId, day }: TakenDay) =>
  and(
    eq(reservations.clinicianId, clinicianId),
    eq(reservations.anonymous, true),
    touches(day.start, day.end),
  );

const columns = {
  addressHash: reservations.addressHash,
  startsAt: reservations.startsAt,
  endsAt: reservations.endsAt,
};

/** Minutes that holds without a session take, also while they wait for a code, other than the hold `exceptId`. */
export async function countHeldMinutes(
  tx: AccountTransaction,
  taken: TakenDay,
  exceptId: string | undefined,
  now: Date,
): Promise<TakenMinutes> {
  const rows = await tx
    .select(columns)
    .from(reservations)
    .where(
      and(
        isOnDay(taken),
        inArray(reservations.status, ['held', 'pending']),
        gt(reservations.expiresAt, now),
        exceptId === undefined ? undefined : ne(reservations.id, exceptId),
      ),
    );
  return sumOf(rows, taken);
}

/**
 * Minutes that bookings take which neither a code nor a login has proved: those of the network made within 24 hours before `now`,
 * and all made within an hour. Older ones do not count, so that a day fills up where no bookings are proved at all.
 */
export async function countUnprovenMinutes(
  tx: AccountTransaction,
  taken: TakenDay,
  now: Date,
): Promise<TakenMinutes> {
  const [hourBefore, dayBefore] = [1, 24].map(
    (hours) => new Date(now.getTime() - hours * 3_600_000),
  );
  const rows = await tx
    .select({ ...columns, at: bookings.registeredAt })
    .from(reservations)
    .innerJoin(bookings, withTime)
    .where(
      and(
        isOnDay(taken),
        eq(reservations.status, 'booked'),
        eq(bookings.confirmedBy, 'none'),
        gt(bookings.registeredAt, dayBefore!),
      ),
    );
  const { ofNetwork } = sumOf(rows, taken);
  return {
    all: sumOf(
      rows.filter(({ at }) => at > hourBefore!),
      taken,
    ).all,
    ofNetwork,
  };
}

function sumOf(
  rows: readonly { addressHash: string | null; startsAt: Date; endsAt: Date }[],
  { addressHash }: TakenDay,
): TakenMinutes {
  const minutesOf = (some: typeof rows) =>
    some.reduce((sum, { startsAt, endsAt }) => sum + (+endsAt - +startsAt) / 60_000, 0);
  return {
    all: minutesOf(rows),
    ofNetwork: minutesOf(rows.filter((row) => row.addressHash === addressHash)),
  };
}
