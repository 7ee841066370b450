import { and, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { AskedCodes } from './asked-codes.js';
import type { AccountTransaction } from './database.js';
import type { SealedId } from './national-ids.js';
import { bookings, reservations } from './schema/index.js';
import type { Reservation } from './reservations.js';
import { insertInto, updateOf } from './statement.js';

export type Booking = typeof bookings.$inferSelect;
/** What a new booking is stored with; the national ID normalized. */
export type NewBooking = Omit<typeof bookings.$inferInsert, keyof SealedId> & {
  nationalId?: string;
};

/** A booking with the time it takes. */
export interface BookedTime {
  booking: Booking;
  reservation: Reservation;
}

/** A booking and its time, both locked; undefined when there is none. */
export async function findBooking(
  tx: AccountTransaction,
  id: string,
): Promise<BookedTime | undefined> {
  // One after the other: a join that has waited for a move would still look at the time from before, and find nothing.
  const [booking] = await tx.select().from(bookings).where(eq(bookings.id, id)).for('update');
  if (!booking) return undefined;
  const [reservation] = await tx
    .select()
    .from(reservations)
    .where(eq(reservations.id, booking.reservationId))
    .for('update');
  return reservation && { booking, reservation };
}

/** The same for reading, without a lock. */
export async function readBooking(
  tx: AccountTransaction,
  id: string,
): Promise<BookedTime | undefined> {
  const [time] = await tx
    .select({ booking: bookings, reservation: reservations })
    .from(bookings)
    .innerJoin(reservations, eq(reservations.id, bookings.reservationId))
    .where(eq(bookings.id, id));
  return time;
}

const insert = insertInto(bookings);

/** Stores a new booking. */
export async function insertBooking(
  tx: AccountTransaction,
  { nationalId, ...row }: NewBooking,
): Promise<Booking> {
  const sealed =
    nationalId === undefined ? {} : await tx.nationalIds.seal('bookings', row.id, nationalId);
  return (await insert(tx, { ...row, ...sealed }))!;
}

const update = updateOf(bookings);

/** Changes a booking. */
export async function updateBooking(
  tx: AccountTransaction,
  id: string,
  change: Partial<Booking>,
): Promise<Booking> {
  return (await update(tx, id, change))!;
}

/** Joins a booking and the time that it takes. */
export const withTime = and(
  eq(reservations.accountId, bookings.accountId),
  eq(reservations.id, bookings.reservationId),
);

/**
 * Future bookings of a national ID or a mobile that one network made and no code has confirmed: pending ones, and those that needed
 * none. Those of other networks may be a stranger's, and must not count against the patient (N-05).
 */
export async function findUnconfirmed(
  tx: AccountTransaction,
  nationalId: string,
  mobile: string | null,
  addressHash: string,
  now: Date,
): Promise<{ id: string; isSamePatient: boolean; isSameMobile: boolean }[]> {
  const lookups = await tx.nationalIds.lookups(nationalId);
  const rows = await tx
    .select({ booking: bookings, reservation: reservations })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(
      and(
        eq(reservations.addressHash, addressHash),
        or(
          inArray(bookings.nationalIdLookup, lookups),
          mobile === null ? undefined : eq(bookings.mobile, mobile),
        ),
        inArray(reservations.status, ['pending', 'booked']),
        gt(reservations.startsAt, now),
      ),
    );
  return rows
    .filter(({ booking, reservation }) =>
      reservation.status === 'pending'
        ? reservation.expiresAt! > now
        : booking.confirmedBy === 'none',
    )
    .map(({ booking }) => ({
      id: booking.id,
      isSamePatient:
        booking.nationalIdLookup !== null && lookups.includes(booking.nationalIdLookup),
      isSameMobile: mobile !== null && booking.mobile === mobile,
    }));
}

/**
 * Codes that bookings of one national ID and mobile, or e-mail address where there is no mobile, have asked for since an instant
 * in vain, other than the booking `exceptId`.
 */
export async function findAskedByBookings(
  tx: AccountTransaction,
  who: { nationalId: string } & Pick<Booking, 'mobile' | 'email'>,
  addressHash: string,
  since: Date,
  exceptId: string | undefined,
): Promise<AskedCodes> {
  const { nationalId, mobile, email } = who;
  const lookups = await tx.nationalIds.lookups(nationalId);
  const rows = await tx
    .select({ at: bookings.registeredAt, addressHash: reservations.addressHash })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(
      and(
        inArray(bookings.nationalIdLookup, lookups),
        mobile === null ? eq(bookings.email, email ?? '') : eq(bookings.mobile, mobile),
        gt(bookings.registeredAt, since),
        isNotNull(bookings.codeHash),
        isNull(bookings.confirmedAt),
        exceptId === undefined ? undefined : ne(bookings.id, exceptId),
      ),
    )
    .orderBy(bookings.registeredAt);
  const own = rows.filter((row) => row.addressHash === addressHash);
  return {
    own: own.length,
    lastOwn: own.at(-1)?.at ?? null,
    all: rows.length,
    last: rows.at(-1)?.at ?? null,
  };
}
