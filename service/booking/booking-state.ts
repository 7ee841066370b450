import type { BookingState } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { toAppointment } from '../appointment/appointment.js';
import type { Caller } from '../context/caller.js';
import { codeTries } from '../context/limits.js';
import type { Work } from '../context/work.js';
import type { BookedTime } from '../store/bookings.js';
import { findPendingBooking, isPending, secondsToResend, toSentTo } from './pending.js';

/** The state of a booking, for the caller whose token proves it (P-31). */
export function bookingState(caller: Caller, id: string): Promise<BookingState> {
  return caller.transaction(async (work) =>
    toState(await findPendingBooking(caller, work, id), work),
  );
}

async function toState(time: BookedTime, work: Work): Promise<BookingState> {
  const { booking, reservation } = time;
  const { account, now } = work;
  switch (reservation.status) {
    case 'booked':
    case 'cancelled': {
      const { rows } = await work.catalogue();
      return { status: 'confirmed', appointment: toAppointment(time, account, rows) };
    }
    case 'released':
      return { status: 'released', booking: booking.id };
    case 'held':
    case 'expired':
      return { status: 'expired', booking: booking.id };
    case 'pending': {
      if (!isPending(time, now)) return { status: 'expired', booking: booking.id };
      const expiresAt = reservation.expiresAt!.getTime();
      return {
        status: 'code-required',
        booking: booking.id,
        sentTo: toSentTo(time),
        resendAfter: secondsToResend(time, now),
        expiresIn: Math.max(0, Math.floor((expiresAt - now) / 1000)),
        expiresAt: formatInstant(expiresAt, account.timeZone),
        triesLeft: Math.max(0, codeTries - booking.codeTries),
      };
    }
  }
}
