import type { Subdomain, SubdomainChange, SubdomainState } from '../../src/contract/index.js';
import { siteNameProblem, toSiteName } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { siteNameOf } from '../store/accounts.js';
import { findFormerNames, findNameState, takeSiteName } from '../store/site-names.js';
import { updateAccount } from '../store/staff/account.js';

/** How long a former name leads to the present one and is nobody else's (S-03), milliseconds. */
const leadingTime = 90 * 24 * 60 * 60 * 1000;

/** The name of the account's page, and the former ones that lead to it. */
export async function readSubdomain({ tx, account, now, pageOf }: Work): Promise<Subdomain> {
  const former = await findFormerNames(tx, new Date(now));
  return {
    name: siteNameOf(account),
    ...(pageOf ? { address: pageOf('{name}', account.id) } : {}),
    former: former.map(({ name, until }) => ({
      name,
      until: formatInstant(until.getTime(), account.timeZone),
    })),
  };
}

/** Whether a name could be the account's; throws `invalid` for what is no name. */
export async function checkSubdomain({ tx, now }: Work, text: string): Promise<SubdomainState> {
  const name = toSiteName(text);
  const problem = siteNameProblem(name);
  const isLabel = problem === undefined || problem === 'reserved';
  if (!isLabel) throw invalid({ path: 'name', code: problem });
  // Whoever had a name before it was reserved keeps it.
  const state = await findNameState(tx, name, new Date(now));
  return { name, state: state !== 'yours' && problem === 'reserved' ? 'reserved' : state };
}

/** Gives the page of an account that is locked another name; throws `invalid` for one that it cannot have. */
export async function changeSubdomain(work: Work, change: SubdomainChange): Promise<void> {
  const { tx, account, now } = work;
  const { name, state } = await checkSubdomain(work, change.name);
  if (state === 'reserved') throw invalid({ path: 'name', code: 'reserved' });
  const at = new Date(now);
  const formerUntil = new Date(now + leadingTime);
  if (!(await takeSiteName(tx, name, { at, formerUntil }))) {
    throw invalid({ path: 'name', code: 'taken' });
  }
  await updateAccount(tx, { siteName: name === account.id ? null : name });
}
