import type { BookedTime } from '../store/bookings.js';
import { findBooking } from '../store/bookings.js';
import { findIdempotencyRecord, putIdempotencyRecord } from '../store/limits.js';
import { lockName } from '../store/reservations.js';
import { sha256 } from '../store/secrets.js';
import type { Caller } from './caller.js';
import { invalid, ProblemError } from './problem.js';
import type { Work } from './work.js';

/** The caller's idempotency key; throws `invalid` without a usable one. */
export function requireKey({ idempotencyKey: key }: Caller): string {
  if (!key || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid({ path: 'Idempotency-Key', code: key ? 'format' : 'empty' });
  }
  return key;
}

/** What a key counts for: one kind of call, and the secret that the caller proves it with. */
export interface KeyScope {
  name: string;
  secret: string;
}

const fullScope = async ({ name, secret }: KeyScope) => `${name} ${await sha256(secret)}`;

/** The lock under which calls of one key wait for each other. */
export async function lockOfKey(scope: KeyScope, key: string): Promise<string[]> {
  return [await fullScope(scope), key];
}

/** A call that is done once; its answer is made from the booking's state, now and whenever the call is repeated. */
export interface OnceSteps<Answer> {
  key: string;
  scope: KeyScope;
  /** The call's body; the same key with another body is a conflict. */
  body: unknown;
  /** Whether the transaction has begun with `lockOfKey`; else the key is locked now. */
  isLocked?: true;
  first: () => Promise<BookedTime>;
  toAnswer: (time: BookedTime) => Promise<Answer>;
}

/**
 * Does something once for a key; when the key comes again, answers from the booking's present state. All of it happens in
 * one transaction, or nothing. Throws `idempotency-conflict` for the same key with another body.
 */
export async function once<Answer>(
  { services }: Caller,
  { tx, account, now }: Work,
  { key, scope: of, body, isLocked, first, toAnswer }: OnceSteps<Answer>,
): Promise<Answer> {
  const scope = await fullScope(of);
  const bodyHash = await services.hmac('body', JSON.stringify(body ?? null));
  if (!isLocked) await lockName(tx, ...(await lockOfKey(of, key)));
  const record = await findIdempotencyRecord(tx, scope, key, now);
  if (record) {
    if (record.bodyHash !== bodyHash) throw new ProblemError('idempotency-conflict');
    const time = await findBooking(tx, record.bookingId);
    if (!time) throw new ProblemError('not-found');
    return toAnswer(time);
  }

  const time = await first();
  const answer = await toAnswer(time);
  await putIdempotencyRecord(tx, {
    accountId: account.id,
    scope,
    key,
    bodyHash,
    // The column says that the call succeeded; a repeated answer is made from the booking.
    status: 200,
    bookingId: time.booking.id,
    createdAt: new Date(now),
  });
  return answer;
}
