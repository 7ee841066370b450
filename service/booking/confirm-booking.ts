import type { ConfirmedBooking, ResendAnswer } from '../../src/contract/index.js';
import { toAppointment } from '../appointment/appointment.js';
import { sendBooked } from '../appointment/appointment-messages.js';
import { noteProvedHere } from '../codes/proved-here.js';
import type { Caller } from '../context/caller.js';
import { codeMinutes, codeTries, maxResends } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import { cancelWaitingCodes } from '../messages/outbox.js';
import type { BookedTime } from '../store/bookings.js';
import { updateBooking } from '../store/bookings.js';
import { confirm } from '../store/confirm.js';
import { updateReservation } from '../store/reservations.js';
import { isSameSecret } from '../store/secrets.js';
import {
  findPendingBooking,
  isPending,
  issueCode,
  ownerOf,
  secondsToResend,
  toPending,
} from './pending.js';
import { findProvingAddresses } from './proving-addresses.js';

/**
 * Confirms a booking by its code, of which there are few tries (P-31). The right code repeats the answer. A wrong one is
 * returned as a problem, since the transaction that counts it has to commit.
 */
export async function confirmBooking(
  caller: Caller,
  id: string,
  code: string,
): Promise<ConfirmedBooking | ProblemError> {
  const { services } = caller;
  const answer = await caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    const time = await findPendingBooking(caller, work, id);
    const { booking, reservation } = time;
    const { tx, account, now } = work;
    const { rows } = await work.catalogue();
    const given = await services.hmac('code', booking.id, code);
    const isRight = booking.codeHash !== null && isSameSecret(given, booking.codeHash);

    if (reservation.status === 'booked' || reservation.status === 'cancelled') {
      if (!isRight) return new ProblemError('code-wrong', { triesLeft: 0 });
      return { status: 'confirmed', appointment: toAppointment(time, account, rows) } as const;
    }
    if (booking.codeTries >= codeTries)
      throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
    const isOver = !isPending(time, now) || booking.codeExpiresAt!.getTime() <= now;
    if (isOver) throw new ProblemError('code-expired');

    // Nothing but the tries of this very booking: its right code is good, whatever strangers have guessed elsewhere (N-05).
    if (!isRight) {
      const tries = booking.codeTries + 1;
      await updateBooking(tx, booking.id, { codeTries: tries });
      // The booking can no longer be confirmed, so its time is free for others.
      if (tries >= codeTries) await updateReservation(tx, reservation.id, { status: 'released' });
      // Returned, not thrown: a rollback would not count the try.
      return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
    }
    await cancelWaitingCodes(tx, booking.id);
    const confirmed = await confirm(tx, await withProof(caller, work, time), account, 'code', now);
    await sendBooked(work, confirmed);
    const appointment = toAppointment(confirmed, account, rows);
    return { status: 'confirmed', appointment } as const;
  });
  if (!(answer instanceof ProblemError)) await caller.deliver();
  return answer;
}

/** Sends a new code for a booking, after a wait that grows (P-31); throws `rate-limited` and `code-expired`. */
export async function resendCode(caller: Caller, id: string): Promise<ResendAnswer> {
  const answer = await caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    const time = await findPendingBooking(caller, work, id);
    if (!isPending(time, work.now)) throw new ProblemError('code-expired');
    const wait = secondsToResend(time, work.now);
    const { booking } = time;
    if (wait > 0 || booking.codeResends >= maxResends) {
      throw new ProblemError('rate-limited', { retryAfter: wait || codeMinutes * 60 });
    }
    const codeResends = booking.codeResends + 1;
    const counted = {
      ...time,
      booking: await updateBooking(work.tx, booking.id, { codeResends }),
    };
    const issued = await issueCode(caller, work, counted);
    const { resendAfter, expiresIn, expiresAt } = await toPending(caller.services, issued, work);
    return { resendAfter, expiresIn, expiresAt };
  });
  await caller.deliver();
  return answer;
}

/** A booking with the mobile that its right code has proved; none where no code went there. */
async function withProof(caller: Caller, work: Work, time: BookedTime): Promise<BookedTime> {
  const { id, codeMobile, codeEmail } = time.booking;
  if (codeMobile === null) return time;
  const { mobile } = await findProvingAddresses(work, await ownerOf(work, time.booking));
  if (!mobile) {
    return { ...time, booking: await updateBooking(work.tx, id, { codeMobile: null }) };
  }
  // With an e-mail beside it nobody knows which of the two was read.
  if (codeEmail === null) await noteProvedHere(caller, work, codeMobile);
  return time;
}
