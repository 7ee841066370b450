import type { Hono } from 'hono';
import type { SessionCodeRequest, SessionCodeSent } from '../../src/contract/index.js';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { maskEmail, maskMobile } from '../core/masking.js';
import { cancelWaitingOf } from '../messages/login-codes.js';
import { loginTexts } from '../messages/login-texts.js';
import type { NewMessage } from '../messages/outbox.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { addCodeFailures } from '../store/limits.js';
import { findPatientById, updatePatient } from '../store/patients.js';
import { isSameSecret, randomCode } from '../store/secrets.js';
import type { SessionRow } from '../store/sessions.js';
import { lockSession, updateSession } from '../store/sessions.js';
import { spendSms } from './booking-messages.js';
import type { Call, Work } from './call.js';
import { refuseWhenDown } from './call.js';
import { codeMinutes, codeTries, maxResends, resendWait } from './limits.js';
import { refuseAfterFailures } from './login-limits.js';
import { boundToPage } from './page-code.js';
import { checkMobile } from './patient-check.js';
import { invalid, ProblemError } from './problem.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';
import type { OpenSession } from './session.js';
import { requireSession, sessionToken, toSession } from './session.js';

type SendCall = Call<SessionCodeRequest, undefined>;

/** Where a code of a session goes. */
interface Target {
  mobile: string | null;
  email: string | null;
  /** The mobile was given only now: with the code it is proven, and becomes a way in. */
  isNew: boolean;
}

/** The code that moves and cancellations ask for in a session that none has opened (P-43). */
export function registerSessionCodes(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.sendSessionCode, async (call) => {
    const response = await call.transaction(async (work) => {
      refuseWhenDown(work.account);
      const open = await lockOpen(call, work);
      return answer(202, await send(call, work, open, await targetOf(call, work, open)));
    });
    await call.deliver();
    return response;
  });

  route(app, services, prefix.public, publicEndpoints.confirmSession, (call) =>
    call.transaction(async (work) => {
      const { session, patient } = await lockOpen(call, work);
      const { tx, account, now } = work;
      const { id, codeHash } = session;
      if (codeHash === null) throw new ProblemError('code-expired');
      const matches = async (...parts: string[]) =>
        isSameSecret(await services.hmac('code', id, call.body.code, ...parts), codeHash);
      const isProven = patient?.mobile ? await matches(patient.mobile) : false;
      const isRight = (await matches()) || isProven;
      const token = sessionToken(call)!;
      if (session.confirmedAt !== null && isRight) {
        return answer(200, await toSession({ session, patient }, work, token));
      }
      if (session.codeTries >= codeTries) {
        throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
      }
      if (session.codeExpiresAt!.getTime() <= now) throw new ProblemError('code-expired');

      // Of sessions alone: codes that somebody else enters wrong for a booking count for nothing here.
      const subjects = [await services.hmac('patient', session.nationalId, 'session')];
      await refuseAfterFailures(services, work, subjects);
      if (!isRight) {
        const tries = session.codeTries + 1;
        await updateSession(tx, id, { codeTries: tries });
        await addCodeFailures(tx, account.id, subjects, now);
        // Returned, not thrown: the try has to count.
        return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
      }
      await cancelWaitingOf(tx, id);
      if (isProven) await updatePatient(tx, patient!.id, { mobileTrusted: true }, new Date(now));
      const confirmed = await updateSession(tx, id, { confirmedAt: new Date(now) });
      return answer(200, await toSession({ session: confirmed, patient }, work, token));
    }),
  );
}

/** The session of the bearer, locked: two calls at once count each other. */
async function lockOpen(call: Call<unknown, unknown>, work: Work): Promise<OpenSession> {
  const { session } = await requireSession(call, work);
  const locked = await lockSession(work.tx, session.id);
  const { patientId } = locked;
  const patient = patientId === null ? undefined : await findPatientById(work.tx, patientId);
  return { session: locked, patient };
}

/**
 * Where the code goes: to the record, though with a session of one mobile only there (P-39). Whom e-ID knows may name a
 * mobile where the record has none that anybody vouched for; it is kept there. Throws `invalid` where there is no way.
 */
async function targetOf(
  { body }: SendCall,
  work: Work,
  { session, patient }: OpenSession,
): Promise<Target> {
  const { kind, onlyMobile } = session;
  if (onlyMobile !== null) return { mobile: onlyMobile, email: null, isNew: false };
  const mayName = kind === 'eid' && !(patient?.mobile && patient.mobileTrusted);
  if (mayName && body.mobile !== undefined) {
    const mobile = checkMobile(body.mobile, work);
    if (patient) {
      const change = { mobile, mobileTrusted: false };
      await updatePatient(work.tx, patient.id, change, new Date(work.now));
    }
    return { mobile, email: null, isNew: patient !== undefined };
  }
  const { mobile = null, email = null } = patient ?? {};
  if (!mobile && !email) throw invalid({ path: 'mobile', code: 'empty' });
  return { mobile, email, isNew: false };
}

async function send(
  call: SendCall,
  work: Work,
  { session }: OpenSession,
  { mobile, email, isNew }: Target,
): Promise<SessionCodeSent> {
  const { services, body, isExempt } = call;
  const { tx, account, now } = work;
  const codeResends = countResend(session, now);
  if (mobile && !isExempt) await spendSms(services, work, mobile, await call.addressHash());
  const { id } = session;
  const code = randomCode();
  const codeExpiresAt = new Date(now + codeMinutes * 60_000);
  await cancelWaitingOf(tx, id);
  await updateSession(tx, id, {
    codeHash: await services.hmac('code', id, code, ...(isNew ? [mobile!] : [])),
    codeExpiresAt,
    codeSentAt: new Date(now),
    codeResends,
  });
  const lang = body.lang ?? account.textLanguage;
  const words = loginTexts(lang);
  const text = words.change(code, account.name, codeMinutes);
  const message = (channel: 'sms' | 'email', recipient: string): NewMessage => ({
    accountId: account.id,
    kind: 'code',
    channel,
    recipient,
    ...senderOf(account, channel),
    subject: channel === 'email' ? words.changeSubject : null,
    text: channel === 'sms' ? boundToPage(text, code, account, call.header('Origin')) : text,
    lang,
    loginId: id,
    expiresAt: codeExpiresAt,
  });
  const messages = [
    ...(mobile ? [message('sms', mobile)] : []),
    ...(email ? [message('email', email)] : []),
  ];
  await enqueue(tx, messages, now);
  return {
    sentTo: {
      ...(mobile ? { sms: maskMobile(mobile) } : {}),
      ...(email ? { email: maskEmail(email) } : {}),
    },
    resendAfter: resendWait(codeResends),
    expiresIn: codeMinutes * 60,
  };
}

/** How often a code was sent again, this time counted; throws `rate-limited` before its wait is over. */
function countResend({ codeSentAt, codeResends }: SessionRow, now: number): number {
  if (codeSentAt === null) return 0;
  const wait = Math.ceil(resendWait(codeResends) - (now - codeSentAt.getTime()) / 1000);
  if (wait > 0 || codeResends >= maxResends) {
    throw new ProblemError('rate-limited', { retryAfter: wait > 0 ? wait : codeMinutes * 60 });
  }
  return codeResends + 1;
}
