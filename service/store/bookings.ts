import { and, eq, gt, inArray, or } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import type { SealedId } from './national-ids.js';
import { bookings, reservations } from './schema/index.js';
import type { Reservation } from './reservations.js';

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

/** Stores a new booking. */
export async function insertBooking(
  tx: AccountTransaction,
  { nationalId, ...row }: NewBooking,
): Promise<Booking> {
  const sealed =
    nationalId === undefined ? {} : await tx.nationalIds.seal('bookings', row.id, nationalId);
  const [inserted] = await tx
    .insert(bookings)
    .values({ ...row, ...sealed })
    .returning();
  return inserted!;
}

/** Changes a booking. */
export async function updateBooking(
  tx: AccountTransaction,
  id: string,
  change: Partial<Booking>,
): Promise<Booking> {
  const [row] = await tx.update(bookings).set(change).where(eq(bookings.id, id)).returning();
  return row!;
}

/** Future bookings of a national ID or a mobile that no code has confirmed: pending ones, and those that needed none. */
export async function findUnconfirmed(
  tx: AccountTransaction,
  nationalId: string,
  mobile: string | null,
  now: Date,
): Promise<{ id: string; isSamePatient: boolean; isSameMobile: boolean }[]> {
  const lookups = await tx.nationalIds.lookups(nationalId);
  const rows = await tx
    .select({ booking: bookings, reservation: reservations })
    .from(bookings)
    .innerJoin(
      reservations,
      and(
        eq(reservations.accountId, bookings.accountId),
        eq(reservations.id, bookings.reservationId),
      ),
    )
    .where(
      and(
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
