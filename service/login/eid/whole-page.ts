import type { EidRedirectRequest, Session } from '../../../src/contract/index.js';
import type { Caller } from '../../context/caller.js';
import { isUuid } from '../../context/ids.js';
import { ProblemError } from '../../context/problem.js';
import { insertEidLogin, isTiedToReturn, tieToReturn } from '../../store/eid-logins.js';
import { findEidProvider } from '../../store/eid-providers.js';
import { randomToken, sha256 } from '../../store/secrets.js';
import { exchange } from './exchange.js';
import { checkOffer, notOffered } from './offer.js';
import { authorizationUrl } from './provider.js';

/**
 * Begins a login by e-ID for which the whole page goes to the provider and comes back (P-33), for pages on the service's own
 * origin `root`. Returns the provider's address and the secret for the browser's cookie.
 */
export async function beginWholePageLogin(
  caller: Caller,
  { idp: provider, returnPath, lang: chosenLang }: EidRedirectRequest,
  root: string,
): Promise<{ id: string; url: string; secret: string }> {
  const { accountId } = caller;
  const secret = randomToken();
  const browserHash = await sha256(secret);
  const { id, lang, access, eid } = await caller.transaction(async (work) => {
    const { tx, account, now } = work;
    const eid = await checkOffer(caller, work, { idp: provider, origin: new URL(root).origin });
    const lang = chosenLang ?? account.textLanguage;
    const login = { accountId, provider, returnPath, browserHash, lang };
    const id = await insertEidLogin(tx, login, now);
    return { id, lang, eid, access: await findEidProvider(tx, provider) };
  });
  if (!access) throw notOffered();
  return { id, url: await authorizationUrl(caller, eid, { id, access, lang, root }), secret };
}

/** Ties an ended login to the page that the browser returns to; returns the secret for its cookie. */
export async function tieReturn(caller: Caller, id: string): Promise<string> {
  const secret = randomToken();
  const browserHash = await sha256(secret);
  await caller.transaction(({ tx }) => tieToReturn(tx, id, browserHash));
  return secret;
}

/** The session for the page that the browser has returned to; throws `not-found` without the secret of its cookie. */
export async function sessionOfReturn(
  caller: Caller,
  id: string,
  secret: string,
): Promise<Session | undefined> {
  const browserHash = await sha256(secret);
  return caller.transaction(async (work) => {
    if (!isUuid(id) || !(await isTiedToReturn(work.tx, id, browserHash))) {
      throw new ProblemError('not-found');
    }
    return exchange(id, work);
  });
}
