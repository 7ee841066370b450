import {
  day,
  giveBack,
  hour,
  networkBudgets,
  spendBudgets,
  spendSlowed,
  take,
} from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { hasProvedHere } from './proved-here.js';

/**
 * Whether an SMS may go to a mobile; counts it against the budgets of the number, the caller's network and the account. Where
 * others have used up the number's or the account's, the code goes by e-mail alone if there is an address, and without one an
 * account slows its callers down (N-05). Throws `rate-limited`. Callers on this machine in demo mode have no limits.
 */
export async function spendSms(
  caller: Caller,
  work: Work,
  mobile: string,
  { hasEmail }: { hasEmail: boolean },
): Promise<boolean> {
  const { services, addressHash, isExempt } = caller;
  if (isExempt) return true;
  const { limits, hmac } = services;
  const [number, network] = [await hmac('mobile', mobile), await addressHash()];
  await spendBudgets(work, [
    { subject: `sms-number ${number} ${network}`, window: hour, max: limits.smsPerNumberAnHour },
  ]);
  const ofNumber = { subject: `sms-number ${number}`, window: hour, max: limits.smsToNumberAnHour };
  const isTaken = await take(work, ofNumber);
  if (!isTaken && !(await hasProvedHere(caller, work, mobile))) {
    if (hasEmail) return false;
    throw new ProblemError('rate-limited', { retryAfter: (hour - (work.now % hour)) / 1000 });
  }
  const networks = await networkBudgets(caller, 'sms-address', limits.smsPerAddressAnHour);
  const ofAccount = { subject: 'sms-account', window: day, max: limits.smsPerAccountADay };
  const isWithinAccount = await spendSlowed(work, networks, ofAccount);
  if (isWithinAccount || !hasEmail) return true;
  if (isTaken) await giveBack(work, ofNumber);
  return false;
}
