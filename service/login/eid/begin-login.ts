import type { EidRequest, EidStarted, Session } from '../../../src/contract/index.js';
import type { Caller } from '../../context/caller.js';
import { ProblemError } from '../../context/problem.js';
import { insertEidLogin } from '../../store/eid-logins.js';
import { loginToken, provesLogin } from '../login-token.js';
import { exchange } from './exchange.js';
import { checkOffer, notOffered } from './offer.js';

/** Begins a login by e-ID in a window of its own (P-33); `root` is the service's address, without a slash at its end. */
export function beginEidLogin(
  caller: Caller,
  { idp: provider, returnOrigin, lang }: EidRequest,
  root: string,
): Promise<EidStarted> {
  const { services, accountId, origin } = caller;
  return caller.transaction(async (work) => {
    const { tx, account, now } = work;
    await checkOffer(caller, work, { idp: provider, origin: returnOrigin });
    // A page may begin a login only for itself: else its visitors would log in for another page.
    if (origin !== undefined && origin !== returnOrigin) throw notOffered();
    const login = { accountId, provider, returnOrigin, lang: lang ?? account.textLanguage };
    const id = await insertEidLogin(tx, login, now);
    return {
      id,
      token: await loginToken(services, id),
      url: `${root}/v1/accounts/${accountId}/logins/eid/${id}/begin`,
    };
  });
}

/** The session of a login by e-ID; undefined while the patient is at the provider (P-33). Throws as `exchange` does. */
export async function exchangeEidLogin(caller: Caller, id: string): Promise<Session | undefined> {
  if (!(await provesLogin(caller, id))) throw new ProblemError('not-found');
  return caller.transaction((work) => exchange(id, work));
}
