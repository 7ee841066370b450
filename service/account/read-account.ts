import type { Account } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { isOriginOfAccount } from '../context/page-origin.js';
import { ProblemError } from '../context/problem.js';
import { hasLogin } from '../core/settings.js';
import { siteNameOf } from '../store/accounts.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import { toAccount } from './account-answer.js';

/** Has to rise when the same account gets another answer than before, so that no page keeps the former one. */
const edition = 2;

/** The account as JSON in UTF-8; `version` changes with everything that it is made of. */
export interface AccountAnswer {
  version: string;
  json: Uint8Array<ArrayBuffer>;
}

/** Reads accounts for patients' pages, with a cache of the answers, which are the largest of the service. */
export class AccountReader {
  // A catalogue is loaded anew for every revision of the account, so its answers are valid as long as the catalogue is.
  readonly #answers = new WeakMap<LoadedCatalogue, Map<string, AccountAnswer>>();

  /** The account of the caller, whose page has the origin `from`; throws `not-found`. */
  async read(
    { accountId, services }: Pick<Caller, 'accountId' | 'services'>,
    from: string | undefined,
  ): Promise<AccountAnswer> {
    const known = await services.timebooks.readAccount(accountId);
    if (!known) throw new ProblemError('not-found');
    const { account, loaded } = known;
    const utf8Email = services.transports.utf8Email?.() ?? false;
    // The service's own pages come without an origin.
    const isListed = from === undefined || isOriginOfAccount(services, account, from);
    const isElsewhere = hasLogin(account.settings) && !isListed;
    const ofAccount = `${edition}-${account.revision}${utf8Email ? '-utf8' : ''}`;
    const version = `${ofAccount}${isElsewhere ? '-elsewhere' : ''}`;
    const answers = this.#answers.get(loaded) ?? new Map<string, AccountAnswer>();
    this.#answers.set(loaded, answers);
    let answer = answers.get(version);
    if (!answer) {
      const whole = toAccount(account, loaded, utf8Email);
      const shown = isElsewhere
        ? withoutLogin(whole, services.pageOf?.(siteNameOf(account), accountId))
        : whole;
      answer = { version, json: new TextEncoder().encode(JSON.stringify(shown)) };
      answers.set(version, answer);
    }
    return answer;
  }
}

/** The account for a page whose origin is not listed: no way to log in, and where there is one (P-33). */
function withoutLogin(account: Account, page: string | undefined): Account {
  const login = { sms: false, eid: [] };
  const loginPage = page === undefined ? '' : new URL('/?view=login', page).href;
  return { ...account, settings: { ...account.settings, login }, loginPage };
}
