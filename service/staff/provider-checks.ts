import type { ProviderCheck } from '../../src/contract/index.js';
import { hour, spendBudgets } from '../context/budgets.js';
import { invalid } from '../context/problem.js';
import type { Services } from '../context/services.js';
import { siteNameOf } from '../store/accounts.js';
import type { StaffWork } from './actor.js';
import { isIssuer } from './eid-providers.js';

/**
 * Root under which patients' browsers reach the service, without a slash at its end: its own address, or else that of the account's
 * page; undefined where the host has told neither.
 */
export function pageRootOf(
  { publicUrl, pageOf }: Pick<Services, 'publicUrl' | 'pageOf'>,
  { account }: StaffWork,
): string | undefined {
  const page = pageOf?.(siteNameOf(account), account.id);
  return publicUrl ?? (page && new URL(page).origin);
}

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
