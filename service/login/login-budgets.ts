import { day, networkBudgets, spendSlowed } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import type { Work } from '../context/work.js';

/**
 * Counts a login against the budgets of the caller's network and of the account, whether the patient is known or not (P-33);
 * throws `rate-limited`. Neither the national ID nor the number has a budget of its own: whoever knows one of them could use it
 * up and keep the patient out (N-05).
 */
export async function spendLogin(caller: Caller, work: Work): Promise<void> {
  const { limits } = caller.services;
  await spendSlowed(
    work,
    await networkBudgets(caller, 'login-address', limits.loginsPerAddressAnHour),
    { subject: 'login-account', window: day, max: limits.loginsPerAccountADay },
  );
}
