import type { SignInProviderInput, SignInProviderList } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { StaffWork } from '../staff/actor.js';
import { isIssuer } from '../staff/eid-providers.js';
import * as store from '../store/staff/sign-in-providers.js';
import { noteWayIn } from './people-history.js';
import { sealSecret } from '../context/sealed-secret.js';

/** Providers that a chain's people sign in at (C-02), without their secrets. */
export async function listSignInProviders({ tx }: StaffWork): Promise<SignInProviderList> {
  const rows = await store.listSignInProviders(tx);
  return {
    items: rows.map(({ id, name, domains, issuer, clientId, sealedSecret }) => ({
      ...{ id, name, domains, issuer, clientId },
      hasSecret: sealedSecret !== null,
    })),
  };
}

/** Stores one; throws `invalid` for an issuer that is not secure, and a domain that another one has. */
export async function putSignInProvider(
  caller: Caller,
  work: StaffWork,
  id: string,
  { clientSecret, ...input }: SignInProviderInput,
): Promise<void> {
  const { tx, account } = work;
  if (!isIssuer(input.issuer, caller.services.demo)) {
    throw invalid({ path: 'issuer', code: 'https' });
  }
  const others = (await store.listSignInProviders(tx)).filter((row) => row.id !== id);
  const taken = input.domains.findIndex((domain) =>
    others.some(({ domains }) => domains.includes(domain)),
  );
  if (taken !== -1) throw invalid({ path: `domains.${taken}`, code: 'taken' });
  const stored = await store.findSignInProvider(tx, id);
  // Otherwise somebody who may change the issuer could have the stored secret sent to an address of their own.
  const isSame = stored?.issuer === input.issuer && stored.clientId === input.clientId;
  const kept = isSame ? stored.sealedSecret : null;
  const sealedSecret =
    clientSecret === undefined
      ? kept
      : await sealSecret(caller, 'sign-in-provider', id, clientSecret);
  await store.storeSignInProvider(tx, { accountId: account.id, id, ...input, sealedSecret });
  const { name, ...after } = input;
  await noteWayIn(work, 'sign-in-providers', 'stored', { id, name, after });
}

/** Deletes one; throws `not-found`. */
export async function deleteSignInProvider(work: StaffWork, id: string): Promise<void> {
  const gone = await store.removeSignInProvider(work.tx, id);
  if (!gone) throw new ProblemError('not-found');
  await noteWayIn(work, 'sign-in-providers', 'removed', gone);
}
