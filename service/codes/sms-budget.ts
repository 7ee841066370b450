import { day, hour, spendBudgets } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import type { Work } from '../context/work.js';

/**
 * Counts an SMS against the budgets of its number, the caller's address and the account; throws `rate-limited`. Callers on
 * this machine in demo mode have no limits.
 */
export async function spendSms(
  { services: { limits, hmac }, addressHash, isExempt }: Caller,
  work: Work,
  mobile: string,
): Promise<void> {
  if (isExempt) return;
  await spendBudgets(work, [
    {
      subject: `sms-number ${await hmac('mobile', mobile)}`,
      window: hour,
      max: limits.smsPerNumberAnHour,
    },
    {
      subject: `sms-address ${await addressHash()}`,
      window: hour,
      max: limits.smsPerAddressAnHour,
    },
    { subject: 'sms-account', window: day, max: limits.smsPerAccountADay },
  ]);
}
