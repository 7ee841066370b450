import type { PendingBooking, SentTo } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { maskEmail, maskMobile } from '../core/masking.js';
import { cancelWaitingCodes } from '../messages/outbox.js';
import type { BookedTime } from '../store/bookings.js';
import { findBooking, updateBooking } from '../store/bookings.js';
import { updateReservation } from '../store/reservations.js';
import { isSameSecret, randomCode } from '../store/secrets.js';
import { sendCode, spendSms } from './booking-messages.js';
import type { Call, Work } from './call.js';
import { codeMinutes, pendingMinutes, resendWait } from './limits.js';
import { ProblemError } from './problem.js';
import { isUuid } from './route.js';
import type { Services } from './services.js';

/** The token of a booking: derived, never stored. */
export function bookingToken({ hmac }: Services, bookingId: string): Promise<string> {
  return hmac('booking-token', bookingId);
}

/** The booking that id and `Booking-Token` prove together, locked; throws `not-found` as if it did not exist. */
export async function findOwnBooking(
  call: Call<unknown, unknown>,
  { tx }: Work,
): Promise<BookedTime> {
  const token = call.header('Booking-Token') ?? '';
  const isOwn = isSameSecret(token, await bookingToken(call.services, call.id));
  const found = isOwn && isUuid(call.id) ? await findBooking(tx, call.id) : undefined;
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Whether a booking still waits for its code at `now`, epoch milliseconds. */
export function isPending({ reservation }: BookedTime, now: number): boolean {
  return reservation.status === 'pending' && reservation.expiresAt!.getTime() > now;
}

/** Makes and sends a new code, which ends the one before; the booking waits for it, though never past its last end. */
export async function issueCode(
  call: Call<unknown, unknown>,
  work: Work,
  time: BookedTime,
): Promise<BookedTime> {
  const { services, isExempt } = call;
  const { tx, now } = work;
  const { id, mobile, email, registeredAt } = time.booking;
  if (mobile && !isExempt) await spendSms(services, work, mobile, await call.addressHash());
  const code = randomCode();
  const lastEnd = registeredAt.getTime() + pendingMinutes * 60_000;
  // Whoever is late has nothing to confirm (P-19).
  const start = time.reservation.startsAt.getTime();
  const expiresAt = new Date(Math.min(now + codeMinutes * 60_000, lastEnd, start));
  await cancelWaitingCodes(tx, id);
  const booking = await updateBooking(tx, id, {
    codeHash: await services.hmac('code', id, code),
    codeExpiresAt: expiresAt,
    codeSentAt: new Date(now),
    codeMobile: mobile,
    codeEmail: email,
  });
  const reservation = await updateReservation(tx, time.reservation.id, {
    status: 'pending',
    expiresAt,
  });
  const issued = { booking, reservation };
  await sendCode(work, issued, code, call.header('Origin'));
  return issued;
}

/** Seconds until another code may be asked for. */
export function secondsToResend({ booking }: BookedTime, now: number): number {
  const waited = (now - (booking.codeSentAt?.getTime() ?? 0)) / 1000;
  return Math.max(0, Math.ceil(resendWait(booking.codeResends) - waited));
}

/** Where the code went, masked. */
export function toSentTo({ booking }: BookedTime): SentTo {
  return {
    ...(booking.codeMobile ? { sms: maskMobile(booking.codeMobile) } : {}),
    ...(booking.codeEmail ? { email: maskEmail(booking.codeEmail) } : {}),
  };
}

/** A booking's id under its name, and under the former one that clients of version 0.1 read. */
export function idsOf({ booking }: BookedTime): { id: string; booking: string } {
  return { id: booking.id, booking: booking.id };
}

/** A booking that waits for its code, as the API writes it. */
export async function toPending(
  services: Services,
  time: BookedTime,
  { account, now }: Work,
): Promise<PendingBooking> {
  const expiresAt = time.reservation.expiresAt!.getTime();
  return {
    status: 'code-required',
    ...idsOf(time),
    token: await bookingToken(services, time.booking.id),
    sentTo: toSentTo(time),
    resendAfter: secondsToResend(time, now),
    expiresIn: Math.max(0, Math.floor((expiresAt - now) / 1000)),
    expiresAt: formatInstant(expiresAt, account.timeZone),
  };
}
