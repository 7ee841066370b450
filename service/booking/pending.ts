import type { PendingBooking, SentTo } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { maskEmail, maskMobile } from '../core/masking.js';
import { cancelWaitingCodes } from '../messages/outbox.js';
import type { BookedTime, Booking, NewBooking } from '../store/bookings.js';
import { findBooking, insertBooking, updateBooking } from '../store/bookings.js';
import { updateReservation } from '../store/reservations.js';
import type { Reservation } from '../store/reservations.js';
import { isSameSecret, randomCode, randomToken } from '../store/secrets.js';
import { spendSms } from '../codes/sms-budget.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { codeMinutes, pendingMinutes, resendWait } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Services } from '../context/services.js';
import type { Work } from '../context/work.js';
import { sendCode } from './code-message.js';
import type { CodeToSend } from './code-message.js';
import { findProvingAddresses } from './proving-addresses.js';
import type { CodeOwner } from './proving-addresses.js';

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

/** Whose code a stored booking waits for; its national ID is opened only where the address depends on it. */
export async function ownerOf({ tx, account }: Work, booking: Booking): Promise<CodeOwner> {
  const { mobile, email } = booking;
  const nationalId = account.settings.selfCreation
    ? ''
    : ((await tx.nationalIds.open('bookings', booking)) ?? '');
  return { nationalId, mobile, email };
}

/** Stores a new booking of a held time, which waits for its code, and sends that. */
export async function insertPending(
  caller: Caller,
  work: Work,
  row: NewBooking,
  hold: Reservation,
): Promise<BookedTime> {
  const { nationalId = '', mobile = null, email = null } = row;
  const { message, stored } = await makeCode(caller, work, row, hold, {
    nationalId,
    mobile,
    email,
  });
  return waitFor(work, insertBooking(work.tx, { ...row, ...stored }), hold, message);
}

/** Makes and sends a new code in place of the last one. The booking waits for it until the code, the booking or the time ends. */
export async function issueCode(caller: Caller, work: Work, time: BookedTime): Promise<BookedTime> {
  const { tx } = work;
  const { booking, reservation } = time;
  const owner = await ownerOf(work, booking);
  const { message, stored } = await makeCode(caller, work, booking, reservation, owner);
  if (booking.codeSentAt) await cancelWaitingCodes(tx, booking.id);
  return waitFor(work, updateBooking(tx, booking.id, stored), reservation, message);
}

/** A code, as it is sent and as it is stored with the booking. */
async function makeCode(
  caller: Caller,
  work: Work,
  { id, registeredAt }: Pick<NewBooking, 'id' | 'registeredAt'>,
  { startsAt }: Reservation,
  owner: CodeOwner,
) {
  const { services, origin } = caller;
  const { account, now } = work;
  const { mobile, email } = owner;
  // Where only patients on file may book, the e-mail address may not be one that a code goes to.
  const hasEmail = email !== null && account.settings.selfCreation;
  const isSms = mobile !== null && (await spendSms(caller, work, mobile, { hasEmail }));
  const proving = await findProvingAddresses(work, owner);
  const code = randomCode();
  // A code that goes nowhere must be none that a guess can hit.
  const secret = proving.mobile || proving.email ? code : randomToken();
  const lastEnd = registeredAt.getTime() + pendingMinutes * 60_000;
  // A time that has begun cannot be confirmed any more (P-19).
  const expiresAt = new Date(Math.min(now + codeMinutes * 60_000, lastEnd, startsAt.getTime()));
  return {
    message: { code, proving, origin, expiresAt },
    stored: {
      codeHash: await services.hmac('code', id, secret),
      codeExpiresAt: expiresAt,
      codeSentAt: new Date(now),
      codeMobile: isSms ? mobile : null,
      codeEmail: email,
    },
  };
}

/** Keeps a time for as long as its code is good, while the booking is stored, and sends the code. */
async function waitFor(
  work: Work,
  storing: Promise<Booking>,
  { id }: Reservation,
  message: CodeToSend & { expiresAt: Date },
): Promise<BookedTime> {
  const { expiresAt } = message;
  const change = { status: 'pending' as const, expiresAt };
  // Both are on their way to the database at once.
  const [booking, reservation] = await Promise.all([
    storing,
    updateReservation(work.tx, id, change),
  ]);
  const issued = { booking, reservation };
  await sendCode(work, issued, message);
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
