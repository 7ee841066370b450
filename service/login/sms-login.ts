import type { LoginRequest, LoginStarted, Session } from '../../src/contract/index.js';
import { waitForNextCode } from '../codes/code-waits.js';
import { boundToPage } from '../codes/page-code.js';
import { noteProvedHere } from '../codes/proved-here.js';
import { day } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { codeMinutes, codeTries, codeWait } from '../context/limits.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import { loginWays } from '../core/settings.js';
import { cancelWaitingLogins, withholdUnless } from '../messages/login-codes.js';
import { loginTexts } from '../messages/login-texts.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { checkClaim } from '../patient/patient-check.js';
import { toSession } from '../session/session-answer.js';
import type { Claim, LoginRow, WayIn } from '../store/logins.js';
import {
  claimOf,
  endLogins,
  findAsked,
  findLogin,
  findWayIn,
  forgetAsked,
  insertLogin,
  updateLogin,
} from '../store/logins.js';
import { findPatientById, lockPatient } from '../store/patients.js';
import { lockName } from '../store/reservations.js';
import { isSameSecret, randomCode, sha256 } from '../store/secrets.js';
import { findLiveSession, insertSession } from '../store/sessions.js';
import { spendLogin } from './login-budgets.js';
import { loginToken, provesLogin } from './login-token.js';

/**
 * Begins a login by a code to a mobile (P-33). Before the right code the answer, its time included, is the same for known and
 * unknown patients.
 */
export async function beginLogin(caller: Caller, body: LoginRequest): Promise<LoginStarted> {
  const answer = await caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    if (!loginWays(work.account.settings).sms)
      throw new ProblemError('not-allowed', { reason: 'setting' });
    return begin(caller, work, checkClaim(body, work), body);
  });
  // Waiting for the message to be sent would tell that there is one.
  caller.deliverLater();
  return answer;
}

/**
 * Trades the right code of a login for a session (P-33); repeated for want of an answer, it is answered with that session. A wrong
 * code is returned as a problem, since the transaction that counts it has to commit.
 */
export function enterLoginCode(
  caller: Caller,
  id: string,
  code: string,
): Promise<Session | ProblemError> {
  const { services } = caller;
  return caller.transaction(async (work) => {
    const login = await findSmsLogin(caller, work, id);
    const { tx, account, now } = work;
    if (login.codeTries >= codeTries) {
      throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
    }
    if (login.expiresAt.getTime() <= now || !loginWays(account.settings).sms) {
      throw new ProblemError('code-expired');
    }
    if (login.endedAt !== null) return openedBefore(caller, work, login, code);

    const claim = await claimOf(tx, login);
    // Nothing but the tries of this very login: the right code opens it, whatever strangers have guessed elsewhere (N-05).
    const given = await services.hmac('code', login.id, code);
    const wayIn = await findWayIn(tx, claim);
    if (!isSameSecret(given, login.codeHash!) || !wayIn) {
      const tries = login.codeTries + 1;
      await updateLogin(tx, login.id, { codeTries: tries });
      // Returned, not thrown: a rollback would not count the try.
      return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
    }
    return openSession(caller, work, login, wayIn, code);
  });
}

/** Does the same for known and unknown patients, except that the message for an unknown one is never sent. */
async function begin(
  caller: Caller,
  work: Work,
  claim: Claim,
  { lang = work.account.textLanguage }: LoginRequest,
): Promise<LoginStarted> {
  const { services, isExempt } = caller;
  const { tx, account, now } = work;
  const addressHash = await caller.addressHash();
  // Two logins of one claim at the same moment wait for each other, so that each counts the other.
  await lockName(tx, 'login', await services.hmac('patient', claim.nationalId, claim.mobile));
  const asked = await findAsked(tx, claim, addressHash, new Date(now - day));
  await waitForNextCode(caller, work, claim.mobile, asked);
  if (!isExempt) await spendLogin(caller, work);
  await cancelWaitingLogins(tx, claim, addressHash);
  await endLogins(tx, claim, addressHash, new Date(now));

  const id = crypto.randomUUID();
  const code = randomCode();
  const expiresAt = new Date(now + codeMinutes * 60_000);
  await insertLogin(tx, {
    accountId: account.id,
    id,
    kind: 'sms',
    lang,
    ...claim,
    addressHash,
    codeHash: await services.hmac('code', id, code),
    codeExpiresAt: expiresAt,
    codeSentAt: new Date(now),
    createdAt: new Date(now),
    expiresAt,
  });
  const text = loginTexts(lang).login(code, account.name, codeMinutes);
  const message = {
    accountId: account.id,
    kind: 'login' as const,
    channel: 'sms' as const,
    recipient: claim.mobile,
    ...senderOf(account, 'sms'),
    subject: null,
    text: boundToPage(text, code, account, caller.origin),
    lang,
    loginId: id,
    expiresAt,
  };
  await enqueue(tx, [message], now);
  await withholdUnless(tx, (await findWayIn(tx, claim)) !== undefined, id);
  return {
    id,
    token: await loginToken(services, id),
    resendAfter: codeWait(asked.own + 1),
    expiresIn: codeMinutes * 60,
  };
}

/** The login by SMS that id and `Login-Token` prove together, locked; throws `not-found` as if it did not exist. */
async function findSmsLogin(caller: Caller, { tx }: Work, id: string): Promise<LoginRow> {
  const isProven = await provesLogin(caller, id);
  const login = isProven && isUuid(id) ? await findLogin(tx, id) : undefined;
  if (login?.kind !== 'sms') throw new ProblemError('not-found');
  return login;
}

/** Opens the session of a right code; throws `code-expired` where the patient's mobile has just been replaced. */
async function openSession(
  caller: Caller,
  work: Work,
  login: LoginRow,
  found: WayIn,
  code: string,
): Promise<Session> {
  const { tx, account, now } = work;
  const claim = await claimOf(tx, login);
  // Read again under the lock: replacing a mobile ends its sessions, and would miss one that opens at the same moment.
  const patient = found.patientId === null ? undefined : await lockPatient(tx, found.patientId);
  const wayIn = await findWayIn(tx, claim);
  if (!wayIn) throw new ProblemError('code-expired');
  const { patientId, onlyMobile } = wayIn;
  await updateLogin(tx, login.id, { endedAt: new Date(now) });
  // Neither this code nor those asked for in vain count towards the wait for the next one.
  if (login.addressHash !== null) await forgetAsked(tx, claim, login.addressHash);
  await noteProvedHere(caller, work, claim.mobile);
  const token = await sessionToken(caller, login, code);
  const session = await insertSession(
    tx,
    {
      accountId: account.id,
      tokenHash: await sha256(token),
      kind: 'sms',
      nationalId: claim.nationalId,
      patientId,
      onlyMobile,
      confirmedAt: new Date(now),
    },
    now,
  );
  return toSession({ session, patient }, work, token);
}

/**
 * The token of the session that a login opens with its code: derived, so that a lost answer can be given again, and no other code
 * leads to it.
 */
function sessionToken({ services }: Caller, { id }: LoginRow, code: string): Promise<string> {
  return services.hmac('session-token', id, code);
}

/** The session that a login opened with this code; throws `code-expired` where there was none, or it is over. */
async function openedBefore(
  caller: Caller,
  work: Work,
  login: LoginRow,
  code: string,
): Promise<Session> {
  const { tx, now } = work;
  const token = await sessionToken(caller, login, code);
  const session = await findLiveSession(tx, await sha256(token), now);
  if (!session) throw new ProblemError('code-expired');
  const { patientId } = session;
  const patient = patientId === null ? undefined : await findPatientById(tx, patientId);
  return toSession({ session, patient }, work, token);
}
