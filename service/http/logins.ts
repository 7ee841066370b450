import type { Hono } from 'hono';
import type { LoginStarted } from '../../src/contract/index.js';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { cancelWaitingLogins, withholdUnless } from '../messages/login-codes.js';
import { loginTexts } from '../messages/login-texts.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { addCodeFailures } from '../store/limits.js';
import type { Claim, LoginRow, WayIn } from '../store/logins.js';
import {
  endLogins,
  findAsked,
  findLogin,
  findWayIn,
  insertLogin,
  updateLogin,
} from '../store/logins.js';
import { lockPatient } from '../store/patients.js';
import { lockName } from '../store/reservations.js';
import { isSameSecret, randomCode, randomToken, sha256 } from '../store/secrets.js';
import { insertSession } from '../store/sessions.js';
import type { Call, Work } from './call.js';
import { refuseWhenDown } from './call.js';
import { codeMinutes, codeTries, resendWait } from './limits.js';
import { refuseAfterFailures, spend } from './login-limits.js';
import { boundToPage } from './page-code.js';
import { checkClaim } from './patient-check.js';
import { ProblemError } from './problem.js';
import { answer, isUuid, route } from './route.js';
import type { Services } from './services.js';
import { toSession } from './session.js';

const hour = 3_600_000;

/** Logging in by a code to a mobile (P-33): known and unknown patients are told apart by nothing before the right code. */
export function registerLogins(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.login, async (call) => {
    const response = await call.transaction(async (work) => {
      refuseWhenDown(work.account);
      if (!work.account.settings.login.sms)
        throw new ProblemError('not-allowed', { reason: 'setting' });
      const claim = checkClaim(call.body, work);
      return answer(202, await begin(call, work, claim));
    });
    // Waiting for the message to leave would tell that there is one.
    call.deliverLater();
    return response;
  });

  route(app, services, prefix.public, publicEndpoints.loginCode, (call) =>
    call.transaction(async (work) => {
      const login = await findOwnLogin(call, work);
      const { tx, account, now } = work;
      if (login.codeTries >= codeTries) {
        throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
      }
      // A login opens one session: whoever lost the answer asks for another code.
      const isOver = login.endedAt !== null || login.expiresAt.getTime() <= now;
      if (isOver || !account.settings.login.sms) throw new ProblemError('code-expired');

      const claim = { nationalId: login.nationalId!, mobile: login.mobile! };
      // Of the two together, never of one: who knows only an ID or only a mobile can lock nobody out.
      const subjects = [await services.hmac('patient', claim.nationalId, claim.mobile)];
      await refuseAfterFailures(services, work, subjects);
      const given = await services.hmac('code', login.id, call.body.code);
      const wayIn = await findWayIn(tx, claim);
      if (!isSameSecret(given, login.codeHash!) || !wayIn) {
        const tries = login.codeTries + 1;
        await updateLogin(tx, login.id, { codeTries: tries });
        await addCodeFailures(tx, account.id, subjects, now);
        // Returned, not thrown: the try has to count.
        return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
      }
      return answer(200, await openSession(work, login, claim, wayIn));
    }),
  );
}

/** Begins a login: everything is done for known and unknown alike, but for the message of an unknown one, which never leaves. */
async function begin(
  call: Call<{ lang?: LoginRow['lang'] | undefined }, undefined>,
  work: Work,
  claim: Claim,
): Promise<LoginStarted> {
  const { services, body, isExempt } = call;
  const { tx, account, now } = work;
  // Two of one claim at the same moment wait for each other, so that each sees what the other asked for.
  await lockName(tx, 'login', claim.nationalId, claim.mobile);
  const { asked, last } = await findAsked(tx, claim, new Date(now - hour));
  if (!isExempt) {
    const wait = last ? resendWait(asked - 1) - (now - last.getTime()) / 1000 : 0;
    if (wait > 0) throw new ProblemError('rate-limited', { retryAfter: wait });
    await spend(services, work, claim, await call.addressHash());
  }
  await cancelWaitingLogins(tx, claim);
  await endLogins(tx, claim, new Date(now));

  const id = crypto.randomUUID();
  const code = randomCode();
  const lang = body.lang ?? account.textLanguage;
  const expiresAt = new Date(now + codeMinutes * 60_000);
  await insertLogin(tx, {
    accountId: account.id,
    id,
    kind: 'sms',
    lang,
    ...claim,
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
    text: boundToPage(text, code, account, call.header('Origin')),
    lang,
    loginId: id,
    expiresAt,
  };
  await enqueue(tx, [message], now);
  await withholdUnless(tx, (await findWayIn(tx, claim)) !== undefined, id);
  return {
    id,
    token: await loginToken(services, id),
    resendAfter: resendWait(asked),
    expiresIn: codeMinutes * 60,
  };
}

/** The token of a login: derived, never stored. */
export function loginToken({ hmac }: Pick<Services, 'hmac'>, id: string): Promise<string> {
  return hmac('login-token', id);
}

/** The login by SMS that id and `Login-Token` prove together, locked; throws `not-found` as if it did not exist. */
async function findOwnLogin(call: Call<unknown, unknown>, { tx }: Work): Promise<LoginRow> {
  const isOwn = isSameSecret(
    call.header('Login-Token') ?? '',
    await loginToken(call.services, call.id),
  );
  const login = isOwn && isUuid(call.id) ? await findLogin(tx, call.id) : undefined;
  if (login?.kind !== 'sms') throw new ProblemError('not-found');
  return login;
}

/** Opens the session of a right code; throws `code-expired` where its way in is closed at this very moment. */
async function openSession(work: Work, login: LoginRow, claim: Claim, found: WayIn) {
  const { tx, account, now } = work;
  // Locked, then looked at again: a mobile that is being replaced opens nothing that its end would miss.
  const patient = found.patientId === null ? undefined : await lockPatient(tx, found.patientId);
  const wayIn = await findWayIn(tx, claim);
  if (!wayIn) throw new ProblemError('code-expired');
  const { patientId, onlyMobile } = wayIn;
  // A code that was used is no longer counted among those that were asked for in vain.
  await updateLogin(tx, login.id, { endedAt: new Date(now), codeHash: null });
  const token = randomToken();
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
