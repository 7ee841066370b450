import type { Session, SessionCodeRequest, SessionCodeSent } from '../../src/contract/index.js';
import { refuseAfterFailures } from '../codes/code-failures.js';
import { boundToPage } from '../codes/page-code.js';
import { spendSms } from '../codes/sms-budget.js';
import type { Caller } from '../context/caller.js';
import { codeMinutes, codeTries, maxResends, resendWait } from '../context/limits.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import { maskEmail, maskMobile } from '../core/masking.js';
import { cancelWaitingOf } from '../messages/login-codes.js';
import { loginTexts } from '../messages/login-texts.js';
import type { NewMessage } from '../messages/outbox.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { checkMobile } from '../patient/patient-check.js';
import { toSession } from '../session/session-answer.js';
import type { OpenSession } from '../session/session.js';
import { requireSession } from '../session/session.js';
import { addCodeFailures } from '../store/limits.js';
import { findPatientById, updatePatient } from '../store/patients.js';
import { isSameSecret, randomCode } from '../store/secrets.js';
import type { SessionRow } from '../store/sessions.js';
import { lockSession, updateSession } from '../store/sessions.js';

/** Where a code of a session goes. */
interface Target {
  mobile: string | null;
  email: string | null;
  /** The mobile is new in the record: the code proves it, and logins may use it from then on. */
  isNew: boolean;
}

/** Sends the code that moving and cancelling need in a session that was not opened by one (P-43). */
export async function sendSessionCode(
  caller: Caller,
  body: SessionCodeRequest,
): Promise<SessionCodeSent> {
  const answer = await caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    const open = await lockSessionOf(caller, work);
    return send(caller, work, body, open, await targetOf(body, work, open));
  });
  await caller.deliver();
  return answer;
}

/**
 * Confirms the caller's session by its code (P-43). A wrong code is returned as a problem, since the transaction that counts it
 * has to commit.
 */
export function confirmSession(caller: Caller, code: string): Promise<Session | ProblemError> {
  const { services } = caller;
  return caller.transaction(async (work) => {
    const { session, patient } = await lockSessionOf(caller, work);
    const { tx, account, now } = work;
    const { id, codeHash } = session;
    if (codeHash === null) throw new ProblemError('code-expired');
    const matches = async (...parts: string[]) =>
      isSameSecret(await services.hmac('code', id, code, ...parts), codeHash);
    const isProven = patient?.mobile ? await matches(patient.mobile) : false;
    const isRight = (await matches()) || isProven;
    const token = caller.bearer!;
    if (session.confirmedAt !== null && isRight) {
      return toSession({ session, patient }, work, token);
    }
    if (session.codeTries >= codeTries) {
      throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
    }
    if (session.codeExpiresAt!.getTime() <= now) throw new ProblemError('code-expired');

    // Across the sessions that e-ID has opened: nobody else can enter codes here and lock the patient out (N-05).
    const subjects = [await services.hmac('patient', session.nationalId, 'session')];
    await refuseAfterFailures(services, work, subjects);
    if (!isRight) {
      const tries = session.codeTries + 1;
      await updateSession(tx, id, { codeTries: tries });
      await addCodeFailures(tx, account.id, subjects, now);
      // Returned, not thrown: a rollback would not count the try.
      return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
    }
    await cancelWaitingOf(tx, id);
    if (isProven) await updatePatient(tx, patient!.id, { mobileTrusted: true }, new Date(now));
    const confirmed = await updateSession(tx, id, { confirmedAt: new Date(now) });
    return toSession({ session: confirmed, patient }, work, token);
  });
}

/** The caller's session, locked, so that two calls at once count each other. */
async function lockSessionOf(caller: Caller, work: Work): Promise<OpenSession> {
  const { session } = await requireSession(caller, work);
  const locked = await lockSession(work.tx, session.id);
  const { patientId } = locked;
  const patient = patientId === null ? undefined : await findPatientById(work.tx, patientId);
  return { session: locked, patient };
}

/**
 * Where the code goes: to the addresses of the record; for a session of one mobile, there only (P-39). A patient known by
 * e-ID may name a mobile where the record has no trusted one; the record keeps it. Throws `invalid` without any address.
 */
async function targetOf(
  body: SessionCodeRequest,
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
  caller: Caller,
  work: Work,
  body: SessionCodeRequest,
  { session }: OpenSession,
  { mobile, email, isNew }: Target,
): Promise<SessionCodeSent> {
  const { services } = caller;
  const { tx, account, now } = work;
  const codeResends = countResend(session, now);
  const isSms =
    mobile !== null && (await spendSms(caller, work, mobile, { hasEmail: email !== null }));
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
    text: channel === 'sms' ? boundToPage(text, code, account, caller.origin) : text,
    lang,
    loginId: id,
    expiresAt: codeExpiresAt,
  });
  const messages = [
    ...(isSms ? [message('sms', mobile)] : []),
    ...(email ? [message('email', email)] : []),
  ];
  await enqueue(tx, messages, now);
  return {
    sentTo: {
      ...(isSms ? { sms: maskMobile(mobile) } : {}),
      ...(email ? { email: maskEmail(email) } : {}),
    },
    resendAfter: resendWait(codeResends),
    expiresIn: codeMinutes * 60,
  };
}

/** How often a code was sent again, counting this time; throws `rate-limited` before its wait is over. */
function countResend({ codeSentAt, codeResends }: SessionRow, now: number): number {
  if (codeSentAt === null) return 0;
  const wait = Math.ceil(resendWait(codeResends) - (now - codeSentAt.getTime()) / 1000);
  if (wait > 0 || codeResends >= maxResends) {
    throw new ProblemError('rate-limited', { retryAfter: wait > 0 ? wait : codeMinutes * 60 });
  }
  return codeResends + 1;
}
