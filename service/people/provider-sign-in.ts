import { networkBudgets, spendBudgets } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import type { EidAccess } from '../context/eid-client.js';
import { codeMinutes } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import { tiesOf } from '../login/eid/ties.js';
import { randomToken, sha256 } from '../store/secrets.js';
import { endInvitation, findPersonByEmail } from '../store/staff/people.js';
import type { SignInProviderRow } from '../store/staff/sign-in-providers.js';
import {
  findProviderOfDomain,
  findSignInProvider,
  takeProviderSignIn,
} from '../store/staff/sign-in-providers.js';
import { insertSignIn } from '../store/staff/sign-ins.js';
import type { Browser, OpenedSession } from './open-session.js';
import { openSession } from './open-session.js';
import { openSecret } from '../context/sealed-secret.js';
import { readAddress } from './staff-email.js';

/** Where providers send browsers back to, below the console's origin: one address for all accounts, registered once. */
export const signInCallbackPath = '/v1/staff/sign-in/callback';

/** How a visit to a provider ended: with a session, or with nothing. `unknown`: nobody of the staff has the address. */
export type ProviderEnd =
  { kind: 'signed-in'; opened: OpenedSession } | { kind: 'cancelled' | 'failed' | 'unknown' };

const domainOf = (emailKey: string) => emailKey.slice(emailKey.indexOf('@') + 1);

/**
 * Begins a sign-in at the provider of an address's domain, for which the whole page goes there and comes back (C-02). Returns its
 * name and address and the secret for the browser's cookie; throws `not-found` where the domain has none, and `not-allowed` where the
 * provider is out of reach or the host has no client or console.
 */
export async function beginProviderSignIn(
  caller: Caller,
  email: string,
  root: string,
): Promise<{ id: string; url: string; name: string; secret: string }> {
  const { services, accountId } = caller;
  const { eid, consoleOf, limits } = services;
  if (!eid || !consoleOf) throw new ProblemError('not-allowed', { reason: 'setting' });
  const domain = domainOf(readAddress(email, 'email').emailKey);
  const secret = randomToken();
  const browserHash = await sha256(secret);
  const id = crypto.randomUUID();
  const { provider, lang } = await caller.transaction(async (work) => {
    const { tx, account, now } = work;
    if (!caller.isExempt) {
      await spendBudgets(
        work,
        await networkBudgets(caller, 'provider-sign-in', limits.signInsPerAddressAnHour),
      );
    }
    const found = await findProviderOfDomain(tx, domain);
    if (!found) throw new ProblemError('not-found');
    await insertSignIn(tx, {
      accountId,
      id,
      kind: 'provider',
      providerId: found.id,
      browserHash,
      addressHash: await caller.addressHash(),
      createdAt: new Date(now),
      expiresAt: new Date(now + codeMinutes * 60_000),
    });
    return { provider: found, lang: account.textLanguage };
  });
  // Outside the transaction, since the provider may take its time.
  const access = await accessOf(caller, provider);
  const ties = await tiesOf(services.hmac, accountId, id);
  try {
    const url = await eid.authorizationUrl(access, ties, `${root}${signInCallbackPath}`, lang);
    return { id, url, name: provider.name, secret };
  } catch (error) {
    services.onError(error);
    throw new ProblemError('not-allowed');
  }
}

/**
 * Takes a provider's answer, once, from the browser that began; undefined for every other callback. Only an address that the
 * provider has verified, of one of its domains, signs somebody in: any other may be one that its owner has typed there.
 */
export async function takeProviderAnswer(
  caller: Caller,
  { id, secret, url }: { id: string; secret: string; url: URL },
  browser: Browser,
): Promise<ProviderEnd | undefined> {
  const { services, accountId } = caller;
  const browserHash = await sha256(secret);
  const taken = await caller.transaction(async ({ tx, now }) => {
    const signIn = await takeProviderSignIn(tx, id, browserHash, new Date(now));
    return signIn && { provider: await findSignInProvider(tx, signIn.providerId!) };
  });
  if (!taken) return undefined;
  const { provider } = taken;
  if (!provider || !services.eid) return { kind: 'failed' };
  const ties = await tiesOf(services.hmac, accountId, id);
  const access = await accessOf(caller, provider);
  const outcome = await services.eid.identify(access, ties, url, 'email');
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind === 'failed') {
    services.onError(outcome.error);
    return { kind: 'failed' };
  }
  const emailKey = verifiedAddress(outcome.claims, provider);
  if (emailKey === undefined) return { kind: 'unknown' };
  return caller.transaction(async (work) => {
    const person = await findPersonByEmail(work.tx, emailKey);
    if (!person) return { kind: 'unknown' } as const;
    await endInvitation(work.tx, person.id);
    const opened = await openSession(caller, work, person, { ...browser, kind: 'provider' });
    return { kind: 'signed-in', opened } as const;
  });
}

/** The address that a provider vouches for; undefined without one (OpenID Connect Core, 5.1: `email_verified`). */
function verifiedAddress(
  claims: Readonly<Record<string, unknown>>,
  { domains }: SignInProviderRow,
): string | undefined {
  const { email, email_verified: isVerified } = claims;
  if (typeof email !== 'string' || isVerified !== true) return undefined;
  try {
    const { emailKey } = readAddress(email, 'email');
    return domains.includes(domainOf(emailKey)) ? emailKey : undefined;
  } catch {
    return undefined;
  }
}

async function accessOf(
  caller: Caller,
  { id, issuer, clientId, sealedSecret }: SignInProviderRow,
): Promise<EidAccess> {
  const clientSecret =
    sealedSecret && (await openSecret(caller, 'sign-in-provider', id, sealedSecret));
  return { issuer, clientId, clientSecret: clientSecret ?? null, scope: 'openid profile email' };
}
