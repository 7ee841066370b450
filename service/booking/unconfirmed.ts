import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { findUnconfirmed } from '../store/bookings.js';
import { lockName } from '../store/reservations.js';

/** Throws `rate-limited` when an ID or a mobile has too many future bookings that wait for a code. */
export async function checkUnconfirmed(
  { services, isExempt }: Caller,
  { tx, now }: Work,
  who: { id?: string; nationalId: string | null; mobile?: string | null | undefined },
): Promise<void> {
  const { nationalId, mobile = null } = who;
  if (isExempt || !nationalId) return;
  // Two bookings of one patient at the same moment have to count each other; always the ID first, to avoid deadlocks.
  await lockName(tx, 'unconfirmed id', await services.hmac('patient', nationalId));
  if (mobile !== null) {
    await lockName(tx, 'unconfirmed mobile', await services.hmac('mobile', mobile));
  }
  const found = (await findUnconfirmed(tx, nationalId, mobile, new Date(now))).filter(
    ({ id }) => id !== who.id,
  );
  const max = services.limits.unconfirmedPerPatient;
  const isTooMany =
    found.filter(({ isSamePatient }) => isSamePatient).length >= max ||
    found.filter(({ isSameMobile }) => isSameMobile).length >= max;
  if (isTooMany) throw new ProblemError('rate-limited', { retryAfter: 600 });
}
