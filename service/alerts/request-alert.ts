import { millisecondsInHour } from 'date-fns/constants';
import type { TimeAlert, TimeAlertAnswer, TimeAlertRequest } from '../../src/contract/index.js';
import { boundToPage } from '../codes/page-code.js';
import { spendSms } from '../codes/sms-budget.js';
import { networkBudgets, spendBudgets } from '../context/budgets.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { codeMinutes, codeTries } from '../context/limits.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { standardTexts } from '../messages/standard-texts.js';
import type { AlertRow, NewAlert } from '../store/alerts.js';
import * as store from '../store/alerts.js';
import { lockName } from '../store/reservations.js';
import { isSameSecret, randomCode } from '../store/secrets.js';
import type { Addressee } from './addressee.js';
import { findAddressee } from './addressee.js';
import { refuseWithoutAlerts, sentToOf, toTimeAlert } from './alert.js';
import { timesBefore, timesOfChoice } from './wished-times.js';

/**
 * Asks to be told when an earlier time opens (P-48): it waits at once where the address is proven, else after a code. Nothing is
 * looked up about a typed address before that, so the answer tells nobody whose it is (N-06). Throws `not-allowed` where the account
 * tells nobody, and what finding the caller and the times throws.
 */
export async function requestAlert(
  caller: Caller,
  body: TimeAlertRequest,
): Promise<TimeAlertAnswer> {
  const answer = await caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    refuseWithoutAlerts(work);
    await spendRequest(caller, work);
    if (body.consent.version !== work.account.texts.consentVersion) {
      throw invalid({ path: 'consent', code: 'stale' });
    }
    const addressee = await findAddressee(caller, work, body);
    const row = await rowOf(work, body, addressee);
    if (addressee.isProven) return wait(caller, work, await store.insertAlert(work.tx, row));
    return askCode(caller, work, row);
  });
  if (answer.status === 'code-required') await caller.deliver();
  return answer;
}

/**
 * Proves an alert's address by its code, of which there are few tries. The right one repeats the answer; a wrong one is returned as a
 * problem, since the transaction that counts it has to commit.
 */
export function confirmAlert(
  caller: Caller,
  id: string,
  code: string,
): Promise<TimeAlert | ProblemError> {
  const { services } = caller;
  return caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    refuseWithoutAlerts(work);
    const isProven = isSameSecret(caller.alertToken ?? '', await alertToken(caller, id));
    const alert = isProven && isUuid(id) ? await store.lockAlert(work.tx, id) : undefined;
    if (!alert || alert.codeHash === null) throw new ProblemError('not-found');
    const isRight = isSameSecret(await services.hmac('code', id, code), alert.codeHash);
    if (alert.confirmedAt !== null && isRight) return toTimeAlert(alert, work);
    if (alert.codeTries >= codeTries) {
      throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
    }
    if (alert.codeExpiresAt!.getTime() <= work.now) throw new ProblemError('code-expired');
    if (!isRight) {
      const tries = alert.codeTries + 1;
      await store.updateAlert(work.tx, id, { codeTries: tries });
      // Returned, not thrown: a rollback would not count the try.
      return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
    }
    return wait(caller, work, alert);
  });
}

async function rowOf(
  work: Work,
  body: TimeAlertRequest,
  { address, patientId, time }: Addressee,
): Promise<NewAlert> {
  const times = time ? await timesBefore(work, time, body) : await timesOfChoice(work, body);
  return {
    accountId: work.account.id,
    id: crypto.randomUUID(),
    ...address,
    ...times,
    patientId,
    lang: body.lang,
    consentVersion: body.consent.version,
    consentAt: new Date(work.now),
    consentLang: body.consent.lang ?? null,
    createdAt: new Date(work.now),
    expiresAt: times.before,
  };
}

/** Makes an alert wait, in place of the same one from before; throws `rate-limited` where there are too many. */
async function wait(caller: Caller, work: Work, alert: AlertRow): Promise<TimeAlert> {
  const { tx, now } = work;
  const at = new Date(now);
  const { limits } = caller.services;
  // Two requests for one address at the same moment count each other.
  await lockName(tx, 'alerts', alert.recipient);
  const known = await store.listAlerts(tx, { recipients: [alert.recipient], patientId: null }, at);
  for (const former of known.filter((one) => isSameWish(one, alert))) {
    await store.endAlert(tx, former.id);
  }
  const others = known.filter((one) => !isSameWish(one, alert));
  if (
    others.length >= limits.alertsPerRecipient ||
    (await store.countAlerts(tx, at)) >= limits.alertsPerAccount
  ) {
    throw new ProblemError('rate-limited', { retryAfter: millisecondsInHour / 1000 });
  }
  // Whoever asks once more keeps the place among those who wait.
  const first = known.find((one) => isSameWish(one, alert))?.confirmedAt ?? at;
  return toTimeAlert(await store.updateAlert(tx, alert.id, { confirmedAt: first }), work);
}

const wishParts = ['bookingId', 'clinicId', 'groupId', 'clinicianId', 'templateId'] as const;
const isSameWish = (one: AlertRow, other: AlertRow) =>
  one.id !== other.id && wishParts.every((part) => one[part] === other[part]);

async function askCode(caller: Caller, work: Work, row: NewAlert): Promise<TimeAlertAnswer> {
  const { services } = caller;
  const { tx, account, now } = work;
  const { id, channel, recipient, lang } = row;
  if (channel === 'sms') await spendSms(caller, work, recipient, { hasEmail: false });
  else await spendEmail(caller, work, recipient);
  const code = randomCode();
  const codeExpiresAt = new Date(now + codeMinutes * 60_000);
  await store.insertAlert(tx, {
    ...row,
    codeHash: await services.hmac('code', id, code),
    codeExpiresAt,
  });
  const words = standardTexts(lang);
  const text = words.alertCode(code, account.name, codeMinutes);
  const message = {
    accountId: account.id,
    kind: 'code' as const,
    channel,
    recipient,
    ...senderOf(account, channel),
    subject: channel === 'email' ? words.codeSubject : null,
    text: channel === 'sms' ? boundToPage(text, code, account, caller.origin) : text,
    lang,
    expiresAt: codeExpiresAt,
  };
  await enqueue(tx, [message], now);
  return {
    status: 'code-required',
    id,
    token: await alertToken(caller, id),
    sentTo: sentToOf(row),
    expiresIn: codeMinutes * 60,
  };
}

/** The token of an alert that waits for its code: derived, never stored. */
function alertToken({ services }: Caller, id: string): Promise<string> {
  return services.hmac('alert-token', id);
}

/** Counts a request, or an end, against the caller's network; throws `rate-limited`. */
export async function spendRequest(caller: Caller, work: Work): Promise<void> {
  if (caller.isExempt) return;
  const { alertsPerAddressAnHour } = caller.services.limits;
  await spendBudgets(work, await networkBudgets(caller, 'alerts', alertsPerAddressAnHour));
}

/** Counts a code by e-mail as one by SMS is: against the address and the caller's network together (N-05). */
async function spendEmail(caller: Caller, work: Work, email: string): Promise<void> {
  if (caller.isExempt) return;
  const { services, addressHash } = caller;
  const address = await services.hmac('email', email.toLowerCase());
  const subject = `alert-email ${address} ${await addressHash()}`;
  const max = services.limits.smsPerNumberAnHour;
  await spendBudgets(work, [{ subject, window: millisecondsInHour, max }]);
}
