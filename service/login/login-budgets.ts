import { day, hour, spendBudgets } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import type { Work } from '../context/work.js';
import type { Claim } from '../store/logins.js';

/**
 * Counts a login against the budgets of its number, its national ID, the caller's address and the account, whether the
 * patient is known or not (P-33); throws `rate-limited`.
 */
export async function spendLogin(
  { services: { limits, hmac }, addressHash }: Caller,
  work: Work,
  { nationalId, mobile }: Claim,
): Promise<void> {
  await spendBudgets(work, [
    {
      subject: `login-number ${await hmac('mobile', mobile)}`,
      window: hour,
      max: limits.loginsPerNumberAnHour,
    },
    {
      subject: `login-id ${await hmac('patient', nationalId)}`,
      window: hour,
      max: limits.loginsPerIdAnHour,
    },
    {
      subject: `login-address ${await addressHash()}`,
      window: hour,
      max: limits.loginsPerAddressAnHour,
    },
    { subject: 'login-account', window: day, max: limits.loginsPerAccountADay },
  ]);
}
