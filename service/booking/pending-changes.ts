import type { ContactCorrection, PendingBooking } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { maxResends } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import { refuseWhenDown } from '../context/work.js';
import { cancelWaitingCodes } from '../messages/outbox.js';
import { checkContact } from '../patient/patient-check.js';
import type { BookedTime } from '../store/bookings.js';
import { updateBooking } from '../store/bookings.js';
import { updateReservation } from '../store/reservations.js';
import { findPendingBooking, isPending, issueCode, toPending } from './pending.js';
import { checkUnconfirmed } from './unconfirmed.js';

/** Corrects the mobile or e-mail of a booking that waits for its code, and sends a new code there (P-31). */
export async function correctContact(
  caller: Caller,
  id: string,
  body: ContactCorrection,
): Promise<PendingBooking> {
  const { services } = caller;
  const answer = await caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    const time = await findPendingBooking(caller, work, id);
    const contact = checkContact(body, work);
    if (!isPending(time, work.now)) throw new ProblemError('code-expired');
    const { booking } = time;
    // Without a change, as in a repeated call, another code would only get round the wait for one.
    const isChanged = (['mobile', 'email'] as const).some(
      (field) => contact[field] !== undefined && contact[field] !== booking[field],
    );
    if (!isChanged) return toPending(services, time, work);
    if (booking.codeResends >= maxResends) {
      throw new ProblemError('rate-limited', { retryAfter: secondsLeft(time, work.now) });
    }
    const change = { ...contact, codeResends: booking.codeResends + 1 };
    const corrected = { ...time, booking: await updateBooking(work.tx, booking.id, change) };
    const nationalId = await work.tx.nationalIds.open('bookings', corrected.booking);
    await checkUnconfirmed(caller, work, { ...corrected.booking, nationalId });
    return toPending(services, await issueCode(caller, work, corrected), work);
  });
  await caller.deliver();
  return answer;
}

/** Gives up a booking that waits for its code, and frees its time (P-31). */
export function giveUpBooking(caller: Caller, id: string): Promise<void> {
  return caller.transaction(async (work) => {
    const { booking, reservation } = await findPendingBooking(caller, work, id);
    // A confirmed booking is an appointment: cancelling it needs a login (P-44).
    if (reservation.status === 'booked' || reservation.status === 'cancelled') {
      throw new ProblemError('not-found');
    }
    if (reservation.status === 'pending') {
      await updateReservation(work.tx, reservation.id, { status: 'released' });
      await cancelWaitingCodes(work.tx, booking.id);
    }
  });
}

function secondsLeft({ reservation }: BookedTime, now: number): number {
  return ((reservation.expiresAt?.getTime() ?? now) - now) / 1000;
}
