import { and, desc, eq, inArray } from 'drizzle-orm';
import { endAlertsOf } from './alerts.js';
import type { BookedTime } from './bookings.js';
import { updateBooking, withTime } from './bookings.js';
import type { AccountTransaction } from './database.js';
import { updateReservation } from './reservations.js';
import type { Reservation } from './reservations.js';
import { bookings, reservations } from './schema/index.js';

/** Everything that a patient has or had booked, cancelled included, latest start first (P-35). */
export function listAppointments(tx: AccountTransaction, patientId: string): Promise<BookedTime[]> {
  return tx
    .select({ booking: bookings, reservation: reservations })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(
      and(eq(bookings.patientId, patientId), inArray(reservations.status, ['booked', 'cancelled'])),
    )
    .orderBy(desc(reservations.startsAt), desc(reservations.id));
}

/** A booking and its time as they are, without locking them; undefined when there is none. */
export async function findAppointment(
  tx: AccountTransaction,
  id: string,
): Promise<BookedTime | undefined> {
  const [row] = await tx
    .select({ booking: bookings, reservation: reservations })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(eq(bookings.id, id));
  return row;
}

/**
 * Moves an appointment to the time that is held for it: that becomes the booked one, and the old one is free at once and
 * forgotten a day later (P-36). Everything else of the booking stays; its calendar entry has changed once more.
 */
export async function swapTime(
  tx: AccountTransaction,
  { booking, reservation }: BookedTime,
  hold: Reservation,
  now: Date,
): Promise<BookedTime> {
  await endAlertsOf(tx, booking.id);
  await updateReservation(tx, reservation.id, { status: 'released', expiresAt: now });
  const booked = await updateReservation(tx, hold.id, { status: 'booked', expiresAt: null });
  // Whoever moves it online has not come.
  const change = { reservationId: booked.id, sequence: booking.sequence + 1, arrivedAt: null };
  return { booking: await updateBooking(tx, booking.id, change), reservation: booked };
}

/** Cancels an appointment: its time, and what is held to move it to, is free at once (P-37, A-05). */
export async function cancelTime(
  tx: AccountTransaction,
  { booking, reservation }: BookedTime,
  now: Date,
): Promise<BookedTime> {
  await releaseHoldsOf(tx, reservation.partyId);
  await endAlertsOf(tx, booking.id);
  return {
    booking: await updateBooking(tx, booking.id, { sequence: booking.sequence + 1 }),
    reservation: await updateReservation(tx, reservation.id, {
      status: 'cancelled',
      cancelledAt: now,
    }),
  };
}

/** Gives up what is held to move an appointment to: a newer request of the same patient counts, or none any more. */
export async function releaseHoldsOf(tx: AccountTransaction, partyId: string): Promise<void> {
  await tx
    .update(reservations)
    .set({ status: 'released' })
    .where(and(eq(reservations.partyId, partyId), eq(reservations.status, 'held')));
}
