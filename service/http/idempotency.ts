import type { BookedTime } from '../store/bookings.js';
import { findBooking } from '../store/bookings.js';
import { findIdempotencyRecord, putIdempotencyRecord } from '../store/limits.js';
import { lockName } from '../store/reservations.js';
import { sha256 } from '../store/secrets.js';
import type { Call, Work } from './call.js';
import { invalid, ProblemError } from './problem.js';

/** The call's `Idempotency-Key`; throws `invalid` without a usable one. */
export function requireKey({ header }: Call<unknown, unknown>): string {
  const key = header('Idempotency-Key');
  if (!key || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid({ path: 'Idempotency-Key', code: key ? 'format' : 'empty' });
  }
  return key;
}

/** What a key counts for: one kind of call, and what the caller proves with. */
export interface KeyScope {
  name: string;
  secret: string;
}

/** What is done once, and how the state of its booking reads as an answer: now, and whenever it is asked again. */
export interface OnceSteps {
  first: () => Promise<BookedTime>;
  toAnswer: (time: BookedTime) => Promise<Response>;
}

/**
 * Does something, or answers again what this key was answered before, rebuilt from the booking's state: all of it in one
 * transaction, or nothing. The same key with another body is `idempotency-conflict`.
 */
export async function once(
  { services, body }: Call<unknown, unknown>,
  { tx, account, now }: Work,
  key: string,
  { name, secret }: KeyScope,
  { first, toAnswer }: OnceSteps,
): Promise<Response> {
  const scope = `${name} ${await sha256(secret)}`;
  const bodyHash = await services.hmac('body', JSON.stringify(body ?? null));
  await lockName(tx, scope, key);
  const record = await findIdempotencyRecord(tx, scope, key, now);
  if (record) {
    if (record.bodyHash !== bodyHash) throw new ProblemError('idempotency-conflict');
    const time = await findBooking(tx, record.bookingId);
    if (!time) throw new ProblemError('not-found');
    return toAnswer(time);
  }

  const time = await first();
  const response = await toAnswer(time);
  await putIdempotencyRecord(tx, {
    accountId: account.id,
    scope,
    key,
    bodyHash,
    status: response.status,
    bookingId: time.booking.id,
    createdAt: new Date(now),
  });
  return response;
}
