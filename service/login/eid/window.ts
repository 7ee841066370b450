import type { Language } from '../../../src/contract/index.js';
import type { Caller } from '../../context/caller.js';
import type { EidClient } from '../../context/eid-client.js';
import { ProblemError } from '../../context/problem.js';
import { findOpenEidLogin, tieToBrowser } from '../../store/eid-logins.js';
import { findEidProvider } from '../../store/eid-providers.js';
import { randomToken, sha256 } from '../../store/secrets.js';
import { provesLogin } from '../login-token.js';
import { authorizationUrl } from './provider.js';

/** What the first page in the window of an e-ID login shows. */
export interface WindowLogin {
  id: string;
  lang: Language;
  accountName: string;
  providerName: string;
  /** Origin of the page that began the login. */
  returnOrigin: string;
}

/** The login that a window was opened for; undefined when there is none. Nothing in it is secret. */
export function findWindowLogin(caller: Caller, id: string): Promise<WindowLogin | undefined> {
  return caller.transaction(async ({ tx, account, now }) => {
    const login = await findOpenEidLogin(tx, id, now);
    if (!login?.provider || !login.returnOrigin) return undefined;
    const provider = await findEidProvider(tx, login.provider);
    return {
      id: login.id,
      lang: login.lang,
      accountName: account.name,
      providerName: provider?.name ?? login.provider,
      returnOrigin: login.returnOrigin,
    };
  });
}

/**
 * Ties a login to the browser that proves its token. Returns the provider's address and the secret for the browser's cookie;
 * throws `not-found` without the token, or when the login is over.
 */
export async function tieWindow(
  caller: Caller,
  eid: EidClient,
  id: string,
  root: string,
): Promise<{ url: string; secret: string }> {
  if (!(await provesLogin(caller, id))) throw new ProblemError('not-found');
  const secret = randomToken();
  const browserHash = await sha256(secret);
  const { access, lang } = await caller.transaction(async ({ tx, now }) => {
    const login = await findOpenEidLogin(tx, id, now);
    const access = login?.provider && (await findEidProvider(tx, login.provider));
    if (!access || !(await tieToBrowser(tx, id, browserHash, now)))
      throw new ProblemError('not-found');
    return { access, lang: login.lang };
  });
  return { url: await authorizationUrl(caller, eid, { id, access, lang, root }), secret };
}
