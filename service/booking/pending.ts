import type { PendingBooking, SentTo } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { maskEmail, maskMobile } from '../core/masking.js';
import { cancelWaitingCodes } from '../messages/outbox.js';
import type { BookedTime } from '../store/bookings.js';
import { findBooking, updateBooking } from '../store/bookings.js';
import { updateReservation } from '../store/reservations.js';
import { isSameSecret, randomCode, randomToken } from '../store/secrets.js';
import { spendSms } from '../codes/sms-budget.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { codeMinutes, pendingMinutes, resendWait } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Services } from '../context/services.js';
import type { Work } from '../context/work.js';
import { sendCode } from './code-message.js';
import { findProvingAddresses } from './proving-addresses.js';

/** The token of a booking: derived, never stored. */
export function bookingToken({ hmac }: Services, bookingId: string): Promise<string> {
  return hmac('booking-token', bookingId);
}

/**
 * The booking that its id and the caller's booking token prove together, locked, whether it still waits for its code or not;
 * throws `not-found` as if it did not exist.
 */
export async function findPendingBooking(
  { services, bookingToken: token = '' }: Caller,
  { tx }: Work,
  id: string,
): Promise<BookedTime> {
  const isProven = isSameSecret(token, await bookingToken(services, id));
  const found = isProven && isUuid(id) ? await findBooking(tx, id) : undefined;
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Whether a booking still waits for its code at `now`, epoch milliseconds. */
export function isPending({ reservation }: BookedTime, now: number): boolean {
  return reservation.status === 'pending' && reservation.expiresAt!.getTime() > now;
}

/** Makes and sends a new code in place of the last one. The booking waits for it until the code, the booking or the time ends. */
export async function issueCode(caller: Caller, work: Work, time: BookedTime): Promise<BookedTime> {
  const { services } = caller;
  const { tx, account, now } = work;
  const { id, mobile, email, registeredAt } = time.booking;
  // Where only patients on file may book, the e-mail address may not be one that a code goes to.
  const hasEmail = email !== null && account.settings.selfCreation;
  const isSms = mobile !== null && (await spendSms(caller, work, mobile, { hasEmail }));
  const proving = await findProvingAddresses(work, time.booking);
  const code = randomCode();
  // A code that goes nowhere must be none that a guess can hit.
  const secret = proving.mobile || proving.email ? code : randomToken();
  const lastEnd = registeredAt.getTime() + pendingMinutes * 60_000;
  // A time that has begun cannot be confirmed any more (P-19).
  const start = time.reservation.startsAt.getTime();
  const expiresAt = new Date(Math.min(now + codeMinutes * 60_000, lastEnd, start));
  if (time.booking.codeSentAt) await cancelWaitingCodes(tx, id);
  const booking = await updateBooking(tx, id, {
    codeHash: await services.hmac('code', id, secret),
    codeExpiresAt: expiresAt,
    codeSentAt: new Date(now),
    codeMobile: isSms ? mobile : null,
    codeEmail: email,
  });
  const reservation = await updateReservation(tx, time.reservation.id, {
    status: 'pending',
    expiresAt,
  });
  const issued = { booking, reservation };
  await sendCode(work, issued, { code, proving, origin: caller.origin });
  return issued;
}

/** Seconds until another code may be requested. */
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
