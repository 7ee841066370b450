import type { KnownCredential, PasskeyOptions } from '../../src/contract/index.js';
import { networkBudgets, spendBudgets } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { codeMinutes } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import { findCredential, notePasskeyUse } from '../store/staff/passkeys.js';
import { endInvitation } from '../store/staff/people.js';
import { insertSignIn, takeChallenge } from '../store/staff/sign-ins.js';
import type { Browser, OpenedSession } from './open-session.js';
import { openSession } from './open-session.js';
import { challengeOf, isChallenge } from './passkey-challenge.js';
import { loadPasskeyLibrary } from './passkey-library.js';
import type { RelyingParty } from './passkeys.js';

/**
 * What the browser needs to sign somebody in with a passkey (C-02). It names nobody's: the authenticator finds it by itself, so
 * that the answer tells nobody who is a member of the staff.
 */
export async function beginPasskeySignIn(
  caller: Caller,
  { id: rpID }: RelyingParty,
): Promise<PasskeyOptions> {
  const { limits } = caller.services;
  const { generateAuthenticationOptions } = await loadPasskeyLibrary();
  return caller.transaction(async (work) => {
    const { tx, account, now } = work;
    if (!caller.isExempt) {
      await spendBudgets(
        work,
        await networkBudgets(caller, 'passkey', limits.passkeysPerAddressAnHour),
      );
    }
    const id = crypto.randomUUID();
    await insertSignIn(tx, {
      accountId: account.id,
      id,
      kind: 'passkey',
      addressHash: await caller.addressHash(),
      createdAt: new Date(now),
      expiresAt: new Date(now + codeMinutes * 60_000),
    });
    const challenge = await challengeOf(caller, id);
    const options = await generateAuthenticationOptions({
      rpID,
      challenge,
      userVerification: 'required',
    });
    return { id, options: { ...options } };
  });
}

/**
 * Signs in with a passkey (C-02): it has to be one of the account, used by somebody whom the device has recognised, for this very
 * challenge. Returns `not-allowed` for any other, since the transaction that uses up the challenge has to commit; throws
 * `code-expired`.
 */
export async function endPasskeySignIn(
  caller: Caller,
  { id, credential: response }: { id: string; credential: KnownCredential },
  { id: expectedRPID, origin: expectedOrigin }: RelyingParty,
  browser: Browser,
): Promise<OpenedSession | ProblemError> {
  const { verifyAuthenticationResponse } = await loadPasskeyLibrary();
  return caller.transaction(async (work) => {
    const { tx, now } = work;
    const at = new Date(now);
    const taken =
      isUuid(id) && (await takeChallenge(tx, { id, kind: 'passkey', personId: null }, at));
    if (!taken) throw new ProblemError('code-expired');
    const found = await findCredential(tx, response.id);
    if (!found || found.person.removedAt !== null) return new ProblemError('not-allowed');
    const { passkey, person } = found;
    const checked = await verifyAuthenticationResponse({
      response: { clientExtensionResults: {}, ...response } as never,
      expectedChallenge: (challenge: string) => isChallenge(caller, id, challenge),
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    }).catch(() => undefined);
    if (!checked?.verified) return new ProblemError('not-allowed');
    const counter = checked.authenticationInfo.newCounter;
    await notePasskeyUse(tx, passkey.id, { counter, usedAt: at });
    await endInvitation(tx, person.id);
    return openSession(caller, work, person, { ...browser, kind: 'passkey' });
  });
}
