import type { ProviderCheck } from '../../src/contract/index.js';
import { hour, spendBudgets } from '../context/budgets.js';
import { invalid } from '../context/problem.js';
import type { Services } from '../context/services.js';
import type { StaffWork } from './actor.js';
import { isIssuer } from './eid-providers.js';

/**
 * Counts a look at an issuer's address against the account; throws `invalid` for an address that could not be stored, and
 * `rate-limited`: the service goes to an address that somebody has typed.
 */
export async function admitProviderCheck(
  { limits, demo }: Pick<Services, 'limits' | 'demo'>,
  work: StaffWork,
  issuer: string,
): Promise<void> {
  if (!isIssuer(issuer, demo)) throw invalid({ path: 'issuer', code: 'https' });
  const max = limits.providerChecksPerAccountAnHour;
  await spendBudgets(work, [{ subject: 'provider-checks', window: hour, max }]);
}

/** Looks at an issuer; outside any transaction, as it may take its time. A host without a client, such as a page, reaches nobody. */
export async function checkProvider(
  { eid }: Pick<Services, 'eid'>,
  issuer: string,
): Promise<ProviderCheck> {
  return { outcome: (await eid?.look(issuer)) ?? 'unreachable' };
}
