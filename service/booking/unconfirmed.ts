import { waitForNextCode } from '../codes/code-waits.js';
import { day } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { findAskedByBookings, findUnconfirmed } from '../store/bookings.js';
import { lockName } from '../store/reservations.js';

/** Bookings of one national ID and mobile that one network may begin in vain before the next code has to wait. */
const freeCodes = 2;

/** Whose booking it is; `id` of the booking where it exists already. */
interface Who {
  id?: string;
  nationalId?: string | null;
  mobile?: string | null | undefined;
  email?: string | null | undefined;
}

/**
 * Throws `rate-limited` when the caller's network has too many future bookings of an ID or a mobile that wait for a code or needed
 * none, and before the next code of one ID and mobile may be sent.
 */
export async function checkUnconfirmed(
  caller: Caller,
  work: Work,
  { id, nationalId, mobile = null, email = null }: Who,
): Promise<void> {
  const { services, isExempt } = caller;
  const { tx, now } = work;
  if (isExempt || !nationalId) return;
  // Two bookings of one patient at the same moment have to count each other; always the ID first, to avoid deadlocks.
  await lockName(tx, 'unconfirmed id', await services.hmac('patient', nationalId));
  if (mobile !== null) {
    await lockName(tx, 'unconfirmed mobile', await services.hmac('mobile', mobile));
  }
  const network = await caller.addressHash();
  const unconfirmed = await findUnconfirmed(tx, nationalId, mobile, network, new Date(now));
  const found = unconfirmed.filter((booking) => booking.id !== id);
  const max = services.limits.unconfirmedPerPatient;
  const isTooMany =
    found.filter(({ isSamePatient }) => isSamePatient).length >= max ||
    found.filter(({ isSameMobile }) => isSameMobile).length >= max;
  if (isTooMany) throw new ProblemError('rate-limited', { retryAfter: 600 });
  const who = { nationalId, mobile, email };
  const asked = await findAskedByBookings(tx, who, network, new Date(now - day), id);
  await waitForNextCode(caller, work, mobile ?? email ?? '', asked, { free: freeCodes });
}
