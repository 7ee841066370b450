import type { Caller } from '../context/caller.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import { toAccount } from './account-answer.js';

/** The account at one revision; `json` is undefined where the caller has that revision already. */
export interface AccountAnswer {
  revision: number;
  json: string | undefined;
}

/** Reads accounts for patients' pages, with a cache of the answers, which are the largest of the service. */
export class AccountReader {
  // A catalogue is loaded anew for every revision of the account, so its answer is valid as long as the catalogue is.
  readonly #answers = new WeakMap<LoadedCatalogue, string>();

  /** The account of the caller; `isKnown` tells which revision needs no answer. */
  read(caller: Caller, isKnown: (revision: number) => boolean): Promise<AccountAnswer> {
    return caller.transaction(async ({ account, catalogue }) => {
      const { revision } = account;
      if (isKnown(revision)) return { revision, json: undefined };
      const loaded = await catalogue();
      let json = this.#answers.get(loaded);
      if (json === undefined) {
        json = JSON.stringify(toAccount(account, loaded));
        this.#answers.set(loaded, json);
      }
      return { revision, json };
    });
  }
}
