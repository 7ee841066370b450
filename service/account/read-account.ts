import type { Caller } from '../context/caller.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import { toAccount } from './account-answer.js';

/** The account at one revision; `json` is undefined where the caller has that revision already. */
export interface AccountAnswer {
  /** Changes with everything that the answer is made of. */
  version: string;
  json: string | undefined;
}

/** Reads accounts for patients' pages, with a cache of the answers, which are the largest of the service. */
export class AccountReader {
  // A catalogue is loaded anew for every revision of the account, so its answer is valid as long as the catalogue is.
  readonly #answers = new WeakMap<LoadedCatalogue, { version: string; json: string }>();

  /** The account of the caller; `isKnown` tells which version needs no answer. */
  read(caller: Caller, isKnown: (version: string) => boolean): Promise<AccountAnswer> {
    return caller.transaction(async ({ account, catalogue, utf8Email }) => {
      const version = `${account.revision}${utf8Email ? '-utf8' : ''}`;
      if (isKnown(version)) return { version, json: undefined };
      const loaded = await catalogue();
      const known = this.#answers.get(loaded);
      if (known?.version === version) return known;
      const json = JSON.stringify(toAccount(account, loaded, utf8Email));
      this.#answers.set(loaded, { version, json });
      return { version, json };
    });
  }
}
