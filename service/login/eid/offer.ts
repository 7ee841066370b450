import { networkBudgets, spendBudgets } from '../../context/budgets.js';
import type { Caller } from '../../context/caller.js';
import type { EidClient } from '../../context/eid-client.js';
import { isOriginOfAccount } from '../../context/page-origin.js';
import { ProblemError } from '../../context/problem.js';
import type { Work } from '../../context/work.js';
import { refuseWhenDown } from '../../context/work.js';
import { loginWays } from '../../core/settings.js';
import type { AccountRow } from '../../store/accounts.js';
import { findEidProvider } from '../../store/eid-providers.js';

/**
 * The client to log in with at the provider `idp`. Throws where the account offers no such login, where pages of
 * `origin` may not begin one, or where the caller's address has begun too many (P-33).
 */
export async function checkOffer(
  caller: Caller,
  work: Work,
  { idp, origin }: { idp: string; origin: string },
): Promise<EidClient> {
  const { services, isExempt } = caller;
  const { tx, account } = work;
  refuseWhenDown(account);
  if (
    !services.eid ||
    !isOffered(account, idp) ||
    !isOriginOfAccount(services, account, origin) ||
    !(await findEidProvider(tx, idp))
  ) {
    throw notOffered();
  }
  if (!isExempt) {
    await spendBudgets(
      work,
      await networkBudgets(caller, 'eid', services.limits.eidPerAddressAnHour),
    );
  }
  return services.eid;
}

/** The problem of a login that the account's settings do not offer. */
export function notOffered(): ProblemError {
  return new ProblemError('not-allowed', { reason: 'setting' });
}

function isOffered({ settings }: AccountRow, idp: string): boolean {
  const { eid } = loginWays(settings);
  return eid.some(({ id }) => id === idp);
}
