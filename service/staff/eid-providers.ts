import type { EidProviderInput, EidProviderList } from '../../src/contract/index.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import * as store from '../store/eid-providers.js';
import { requireFound } from './found.js';

/** The OpenID providers that patients may log in with (P-33), without their secrets. */
export async function listEidProviders({ tx }: Work): Promise<EidProviderList> {
  const rows = await store.findEidProviders(tx);
  const providers = rows.map(({ accountId: _account, clientSecret, ...provider }) => ({
    ...provider,
    hasSecret: clientSecret !== null,
  }));
  return { providers, items: providers };
}

/** Stores an OpenID provider; throws `invalid` for an issuer that is not secure: in demo mode one may run on this machine. */
export async function putEidProvider(
  { tx, account, isDemo }: Work,
  id: string,
  input: EidProviderInput,
): Promise<void> {
  if (!isIssuer(input.issuer, isDemo)) throw invalid({ path: 'issuer', code: 'https' });
  await store.putEidProvider(tx, account.id, id, input);
}

/** Deletes an OpenID provider; throws `not-found`, and `invalid` while patients are offered it: their button would lead nowhere. */
export async function deleteEidProvider({ tx, account }: Work, id: string): Promise<void> {
  const isOffered = account.settings.login.eid.some((offered) => offered.id === id);
  if (isOffered) throw invalid({ path: 'id', code: 'in-use' });
  requireFound(await store.removeEidProvider(tx, id));
}

/** An issuer is an `https` address without query and fragment (OpenID Connect Core §2); in demo mode `http` on this machine is allowed. */
export function isIssuer(text: string, isDemo: boolean): boolean {
  const { protocol, hostname, search, hash, username, password } = new URL(text);
  if (search || hash || username || password) return false;
  const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isDemo && isThisMachine);
}
