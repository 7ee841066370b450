import type { SignInRequest, SignInStarted } from '../../src/contract/index.js';
import { waitForNextCode } from '../codes/code-waits.js';
import { noteProvedHere } from '../codes/proved-here.js';
import { day, networkBudgets, spendSlowed } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { codeMinutes, codeTries, codeWait } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { withholdUnless } from '../messages/login-codes.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { staffTexts } from '../messages/staff-texts.js';
import { lockName } from '../store/reservations.js';
import { isSameSecret, randomCode } from '../store/secrets.js';
import { endInvitation, findPerson, findPersonByEmail } from '../store/staff/people.js';
import type { PersonRow } from '../store/staff/people.js';
import type { SignInRow } from '../store/staff/sign-ins.js';
import {
  endSignIns,
  findAskedSignIns,
  findCodeSignIn,
  forgetAskedSignIns,
  insertSignIn,
  updateSignIn,
} from '../store/staff/sign-ins.js';
import type { Browser, OpenedSession } from './open-session.js';
import { openSession } from './open-session.js';
import type { StaffAddress } from './staff-email.js';
import { readAddress } from './staff-email.js';

/** A person's id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Begins a sign-in by a code to an e-mail address (C-02). Before the right code the answer, its time included, is the same for
 * known and unknown addresses.
 */
export async function beginSignIn(caller: Caller, body: SignInRequest): Promise<SignInStarted> {
  const answer = await caller.transaction((work) =>
    begin(caller, work, readAddress(body.email, 'email'), body),
  );
  // Waiting for the message to be sent would tell that there is one.
  caller.deliverLater();
  return answer;
}

/** Does the same for known and unknown addresses, except that the message to an unknown one is never sent. */
async function begin(
  caller: Caller,
  work: Work,
  { email, emailKey }: StaffAddress,
  { lang }: SignInRequest,
): Promise<SignInStarted> {
  const { services, isExempt } = caller;
  const { tx, account, now } = work;
  const addressHash = await caller.addressHash();
  const emailHash = await services.hmac('staff-email', emailKey);
  const of = { emailHash, addressHash };
  // Two of one address at the same moment wait for each other, so that each counts the other.
  await lockName(tx, 'sign-in', emailHash);
  const asked = await findAskedSignIns(tx, of, new Date(now - day));
  await waitForNextCode(caller, work, emailKey, asked);
  if (!isExempt) await spendSignIn(caller, work);
  await endSignIns(tx, of, new Date(now));

  const person = await findPersonByEmail(tx, emailKey);
  const id = crypto.randomUUID();
  const code = randomCode();
  const expiresAt = new Date(now + codeMinutes * 60_000);
  await insertSignIn(tx, {
    accountId: account.id,
    id,
    kind: 'code',
    personId: person?.id ?? null,
    ...of,
    codeHash: await services.hmac('code', id, code),
    createdAt: new Date(now),
    expiresAt,
  });
  const language = person?.language ?? lang ?? account.textLanguage;
  const words = staffTexts(language);
  const message = {
    accountId: account.id,
    kind: 'sign-in' as const,
    channel: 'email' as const,
    // The stored address, never the typed one: what counts as the same letter must not lead to another mailbox.
    recipient: person?.email ?? email,
    ...senderOf(account, 'email'),
    subject: words.signInSubject,
    text: words.signIn(code, account.name, codeMinutes),
    lang: language,
    loginId: id,
    expiresAt,
  };
  await enqueue(tx, [message], now);
  await withholdUnless(tx, person !== undefined, id);
  return {
    id,
    token: await signInToken(caller, id),
    resendAfter: codeWait(asked.own + 1),
    expiresIn: codeMinutes * 60,
  };
}

/** Counts a sign-in against the caller's network and the account, whether the address is known or not; throws `rate-limited`. */
async function spendSignIn(caller: Caller, work: Work): Promise<void> {
  const { limits } = caller.services;
  await spendSlowed(
    work,
    await networkBudgets(caller, 'sign-in-address', limits.signInsPerAddressAnHour),
    { subject: 'sign-in-account', window: day, max: limits.signInsPerAccountADay },
  );
}

/** The token of a sign-in: derived, never stored. */
function signInToken({ services, accountId }: Caller, id: string): Promise<string> {
  return services.hmac('login-token', 'staff', accountId, id);
}

/**
 * Trades the right code for a session (C-02). A wrong one is returned as a problem, since the transaction that counts it has to
 * commit.
 */
export async function enterSignInCode(
  caller: Caller,
  { id, code }: { id: string; code: string },
  browser: Browser,
): Promise<OpenedSession | ProblemError> {
  const { services, loginToken = '' } = caller;
  const isProven = isSameSecret(loginToken, await signInToken(caller, id));
  return caller.transaction(async (work) => {
    const { tx, now } = work;
    const signIn = isProven && isUuid(id) ? await findCodeSignIn(tx, id) : undefined;
    if (!signIn) throw new ProblemError('not-found');
    if (signIn.codeTries >= codeTries) {
      throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
    }
    // One opens one session; after a lost answer another code is asked for.
    const { codeHash, endedAt, expiresAt } = signIn;
    if (codeHash === null || endedAt !== null || expiresAt.getTime() <= now) {
      throw new ProblemError('code-expired');
    }
    // Nothing but the tries of this very sign-in: the right code opens it, whatever strangers have guessed elsewhere (N-05).
    const given = await services.hmac('code', id, code);
    const person = await personOf(caller, work, signIn);
    if (!isSameSecret(given, codeHash) || !person) {
      const tries = signIn.codeTries + 1;
      await updateSignIn(tx, id, { codeTries: tries });
      // Returned, not thrown: a rollback would not count the try.
      return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
    }
    await updateSignIn(tx, id, { endedAt: new Date(now) });
    await forgetAskedSignIns(tx, {
      emailHash: signIn.emailHash!,
      addressHash: signIn.addressHash,
    });
    await noteProvedHere(caller, work, person.emailKey!);
    await endInvitation(tx, person.id);
    return openSession(caller, work, person, { ...browser, kind: 'code' });
  });
}

/** Whose sign-in it is, while the code went to the address that they have now; looked for whatever it finds. */
async function personOf(
  { services }: Caller,
  { tx }: Work,
  { personId, emailHash }: SignInRow,
): Promise<PersonRow | undefined> {
  const person = await findPerson(tx, personId ?? nobody);
  const hash = await services.hmac('staff-email', person?.emailKey ?? '');
  return person && isSameSecret(hash, emailHash ?? '') ? person : undefined;
}
