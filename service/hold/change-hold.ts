import type { Hold } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { maxExtensions } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import { refuseWhenDown } from '../context/work.js';
import { updateReservation } from '../store/reservations.js';
import { endOfHold, findHold, toHold } from './hold.js';

/** Gives a live hold another ten minutes (P-24); throws `hold-expired`, and `rate-limited` after ten extensions. */
export function extendHold(caller: Caller, id: string): Promise<Hold> {
  return caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    const token = caller.holdToken ?? '';
    const hold = await findHold(work, id, token);
    const expiresAt = hold.expiresAt?.getTime() ?? 0;
    if (hold.status !== 'held' || expiresAt <= work.now) throw new ProblemError('hold-expired');
    if (hold.extensions >= maxExtensions) {
      throw new ProblemError('rate-limited', { retryAfter: (expiresAt - work.now) / 1000 });
    }
    const extended = await updateReservation(work.tx, hold.id, {
      extensions: hold.extensions + 1,
      expiresAt: endOfHold(work.now, hold.startsAt.getTime()),
    });
    return toHold(extended, token, work);
  });
}

/** Frees the time of a hold (P-24). A hold that became a booking stays as it is. */
export function releaseHold(caller: Caller, id: string, token: string): Promise<void> {
  return caller.transaction(async (work) => {
    const hold = await findHold(work, id, token);
    if (hold.status === 'held') await updateReservation(work.tx, hold.id, { status: 'released' });
  });
}
