import { parseNationalId } from '../../src/domain/national-id/national-id.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import type { AccountRow } from './accounts.js';
import { endAlertsFor } from './alerts.js';
import type { BookedTime, Booking } from './bookings.js';
import { updateBooking } from './bookings.js';
import type { AccountTransaction } from './database.js';
import type { Booker } from './patient-of-session.js';
import { patientOfSession } from './patient-of-session.js';
import { patientOfBooking } from './patients.js';
import { updateReservation } from './reservations.js';

/**
 * Makes a booking an appointment: the time is the patient's for good, and the patient is on file (A-10, A-11, P-39).
 * `booker` is who booked with a session.
 */
export async function confirm(
  tx: AccountTransaction,
  { booking, reservation }: BookedTime,
  account: AccountRow,
  by: NonNullable<Booking['confirmedBy']>,
  now: number,
  booker?: Booker,
): Promise<BookedTime> {
  const today = toClockTime(now, account.timeZone).date;
  const nationalId = await tx.nationalIds.open('bookings', booking);
  const id = parseNationalId(account.market, nationalId ?? '', { today });
  const birthDate = (id.ok && id.value.birthDate) || null;
  const patientId = booker
    ? await patientOfSession(tx, booking, booker, birthDate, new Date(now))
    : await patientOfBooking(tx, booking, birthDate, new Date(now));
  const { codeMobile, codeEmail } = booking;
  await endAlertsFor(
    tx,
    {
      recipients: by === 'none' ? [] : [codeMobile, codeEmail],
      patientId: booker ? patientId : null,
    },
    reservation,
  );
  return {
    booking: await updateBooking(tx, booking.id, {
      patientId,
      confirmedAt: new Date(now),
      confirmedBy: by,
    }),
    reservation: await updateReservation(tx, reservation.id, {
      status: 'booked',
      expiresAt: null,
    }),
  };
}
