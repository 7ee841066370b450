import { and, asc, eq, gt, isNotNull, type SQL } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import { bookings, patients, reservations, timeAlerts } from '../schema/index.js';

/** Somebody who waits for an earlier time, with the record and the appointment that there may be. */
export type WaitingRow = Awaited<ReturnType<typeof select>>[number];

/** All who wait for an earlier time at `now`, who waits longest first; of one appointment alone where it is named (P-48). */
export function listWaiting(
  tx: AccountTransaction,
  now: Date,
  appointment?: string,
): Promise<WaitingRow[]> {
  const { confirmedAt, expiresAt, bookingId } = timeAlerts;
  return select(
    tx,
    and(
      isNotNull(confirmedAt),
      gt(expiresAt, now),
      appointment === undefined ? undefined : eq(bookingId, appointment),
    ),
  );
}

/** One who waits; undefined where nobody does under that id. */
export async function findWaitingRow(
  tx: AccountTransaction,
  id: string,
): Promise<WaitingRow | undefined> {
  const [row] = await select(tx, and(eq(timeAlerts.id, id), isNotNull(timeAlerts.confirmedAt)));
  return row;
}

function select(tx: AccountTransaction, which: SQL | undefined) {
  return tx
    .select({
      alert: timeAlerts,
      patient: {
        id: patients.id,
        firstName: patients.firstName,
        lastName: patients.lastName,
        mobile: patients.mobile,
      },
      time: {
        startsAt: reservations.startsAt,
        endsAt: reservations.endsAt,
        clinicId: reservations.clinicId,
        clinicianId: reservations.clinicianId,
      },
    })
    .from(timeAlerts)
    .leftJoin(patients, eq(patients.id, timeAlerts.patientId))
    .leftJoin(bookings, eq(bookings.id, timeAlerts.bookingId))
    .leftJoin(reservations, eq(reservations.id, bookings.reservationId))
    .where(which)
    .orderBy(asc(timeAlerts.confirmedAt), asc(timeAlerts.id));
}
