import { countInWindow, findCodeFailures } from '../store/limits.js';
import type { Claim } from '../store/logins.js';
import { lockName } from '../store/reservations.js';
import type { Work } from './call.js';
import { ProblemError } from './problem.js';
import type { Services } from './services.js';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Counts a login against the budgets of its number, its national ID, the caller's address and the account, whether the
 * patient is known or not (P-33); throws `rate-limited`. Always in this order, so that nobody waits in a ring.
 */
export async function spend(
  { limits, hmac }: Services,
  { tx, account, now }: Work,
  { nationalId, mobile }: Claim,
  addressHash: string,
): Promise<void> {
  const budgets: [subject: string, window: number, most: number][] = [
    [`login-number ${await hmac('mobile', mobile)}`, hour, limits.loginsPerNumberAnHour],
    [`login-id ${await hmac('patient', nationalId)}`, hour, limits.loginsPerIdAnHour],
    [`login-address ${addressHash}`, hour, limits.loginsPerAddressAnHour],
    ['login-account', day, limits.loginsPerAccountADay],
  ];
  for (const [subject, window, most] of budgets) {
    const { count, endsAt } = await countInWindow(tx, account.id, subject, window, now);
    if (count > most) throw new ProblemError('rate-limited', { retryAfter: (endsAt - now) / 1000 });
  }
}

/** Throws `too-many-tries` when a subject has too many wrong codes within 24 hours; codes of one subject wait for each other. */
export async function refuseAfterFailures(
  { limits }: Pick<Services, 'limits'>,
  { tx, now }: Work,
  subjects: readonly string[],
): Promise<void> {
  for (const subject of subjects) {
    await lockName(tx, 'failures', subject);
    const { count, oldest } = await findCodeFailures(tx, subject, now);
    if (count >= limits.wrongCodesADay) {
      throw new ProblemError('too-many-tries', { retryAfter: (oldest + day - now) / 1000 });
    }
  }
}
