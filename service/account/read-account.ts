import type { Account } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import { toAccount } from './account-answer.js';

/** Has to rise when the same account gets another answer than before, so that no page keeps the former one. */
const edition = 2;

/** The account with its `ETag`; `json` is undefined where the caller has that answer already. */
export interface AccountAnswer {
  /** Changes with everything that the answer is made of. */
  version: string;
  json: string | undefined;
}

/** Reads accounts for patients' pages, with a cache of the answers, which are the largest of the service. */
export class AccountReader {
  // A catalogue is loaded anew for every revision of the account, so its answer is valid as long as the catalogue is.
  readonly #answers = new WeakMap<LoadedCatalogue, { version: string; json: string }>();

  /** The account of the caller, whose page has the origin `from`; `isKnown` tells which version needs no answer. */
  read(
    caller: Caller,
    from: string | undefined,
    isKnown: (version: string) => boolean,
  ): Promise<AccountAnswer> {
    return caller.transaction(async ({ account, catalogue, page, utf8Email }) => {
      const { login, allowedOrigins } = account.settings;
      const hasLogin = login.sms || login.eid.length > 0;
      const isElsewhere = hasLogin && from !== undefined && !allowedOrigins.includes(from);
      const ofAccount = `${edition}-${account.revision}${utf8Email ? '-utf8' : ''}`;
      const version = `${ofAccount}${isElsewhere ? '-elsewhere' : ''}`;
      if (isKnown(version)) return { version, json: undefined };
      const loaded = await catalogue();
      let known = this.#answers.get(loaded);
      if (known?.version !== ofAccount) {
        known = {
          version: ofAccount,
          json: JSON.stringify(toAccount(account, loaded, utf8Email)),
        };
        this.#answers.set(loaded, known);
      }
      return { version, json: isElsewhere ? withoutLogin(known.json, page) : known.json };
    });
  }
}

/** The account for a page whose origin is not listed: no way to log in, and where there is one (P-33). */
function withoutLogin(json: string, page: string | undefined): string {
  const account = JSON.parse(json) as Account;
  const login = { sms: false, eid: [] };
  const loginPage = page === undefined ? '' : new URL('/?view=login', page).href;
  return JSON.stringify({ ...account, settings: { ...account.settings, login }, loginPage });
}
