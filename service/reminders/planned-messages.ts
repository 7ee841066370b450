import type { Language, Reminders, SmsType } from '../../src/contract/index.js';
import { withCommonFields } from '../../src/domain/message-text/reminder-fields.js';
import type { PlannedType } from '../core/reminder-policy.js';
import { plannedTypes, sendingRules } from '../core/reminder-policy.js';
import type { SendingRules, SendingTimes } from '../core/sending-time.js';
import { notBefore, reminderTimes, thankYouTimes } from '../core/sending-time.js';
import { compose } from '../messages/compose.js';
import { appointmentFacts, type AddressedTime } from '../messages/merge-values.js';
import type { NewMessage } from '../messages/outbox.js';
import { standardSms, subjectOfSms } from '../messages/reminder-texts.js';
import { senderOf } from '../messages/sender.js';
import type { AccountRow } from '../store/accounts.js';
import type { BookedTime } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';

/** What a patient has said about SMS (M-15). */
export interface SmsChoice {
  /** Null: nothing. */
  wish: boolean | null;
  /** The number has said STOP. */
  isRefused: boolean;
}

/** What a plan is made of. */
export interface Planning {
  account: AccountRow;
  rows: CatalogueRows;
  policy: Reminders;
  /** Root of the account's hosted page. */
  page: string | undefined;
  now: number;
  /** What would have left by now is not made. */
  isLateLeftOut?: boolean;
}

/** Why an appointment gets no messages. */
export type Without = 'mobile' | 'wish' | 'refused';

/** E.164, which never starts with 00 (M-05). */
const validMobile = /^\+[1-9]\d{7,14}$/;

/** Where messages about an appointment go by the policy (M-05), or why nowhere. */
export function addressOf(
  { to, email: isByEmail }: Reminders,
  { mobile, email }: { mobile: string | null; email: string | null },
  { wish, isRefused }: SmsChoice,
): { channel: 'sms' | 'email'; recipient: string } | Without {
  if (wish === false || to === 'none' || (to === 'wishing' && wish !== true)) return 'wish';
  if (mobile !== null && validMobile.test(mobile)) {
    return isRefused ? 'refused' : { channel: 'sms', recipient: mobile };
  }
  return isByEmail && email !== null ? { channel: 'email', recipient: email } : 'mobile';
}

/** A message that the policy has for an appointment, not written yet. */
export interface TimedType {
  planned: PlannedType;
  times: SendingTimes;
}

/** What an appointment has to do with its messages. */
export interface Visit {
  clinicId: string | undefined;
  clinicianId: string | undefined;
  startsAt: Date;
  endsAt: Date;
  lang: Language;
}

/** The same, and whether it is made: in time, late and therefore at once, or not at all. */
export interface ConsideredType extends TimedType {
  outcome: 'in-time' | 'at-once' | 'left-out';
}

/**
 * Everything that the policy has for an appointment (M-04, M-09). What is of no use any more is left out; of several reminders that are
 * late the last one goes, since all would leave at the same moment.
 */
export function consideredTypes(
  { account, policy, now }: Pick<Planning, 'account' | 'policy' | 'now'>,
  { clinicId, clinicianId, startsAt, endsAt, lang }: Visit,
): ConsideredType[] {
  const types = plannedTypes(policy, {
    clinic: clinicId,
    clinician: clinicianId,
    language: lang,
    textLanguage: account.textLanguage,
  });
  const rules = sendingRules(policy, account);
  const timed = types.map((planned) => {
    const times = timesOfType(planned, { startsAt, endsAt }, rules);
    return { planned, isLate: times.sendsAt < now, times: notBefore(times, now, rules) };
  });
  const isUseful = ({ times }: TimedType) => times.expiresAt > now;
  const late = timed.filter(
    (one) => one.isLate && isUseful(one) && one.planned.type !== 'thank-you',
  );
  const nearest = late.sort((one, other) => one.planned.hours - other.planned.hours)[0];
  return timed.map(({ isLate, ...one }, index) => {
    const isLeftOut = late.includes(timed[index]!) && timed[index] !== nearest;
    const outcome = isLeftOut || !isUseful(one) ? 'left-out' : isLate ? 'at-once' : 'in-time';
    return { ...one, outcome };
  });
}

/** What is to be made for an appointment, and where it goes; or why nothing is. */
export function timedTypes(
  planning: Pick<Planning, 'account' | 'policy' | 'now' | 'isLateLeftOut'>,
  { booking, reservation }: BookedTime,
  choice: SmsChoice,
): { address: Pick<NewMessage, 'channel' | 'recipient'>; wanted: TimedType[] } | Without {
  const address = addressOf(planning.policy, booking, choice);
  if (typeof address === 'string') return address;
  const lang = booking.lang ?? planning.account.textLanguage;
  const considered = consideredTypes(planning, { ...reservation, lang });
  const outcomes: ConsideredType['outcome'][] = planning.isLateLeftOut
    ? ['in-time']
    : ['in-time', 'at-once'];
  return { address, wanted: considered.filter(({ outcome }) => outcomes.includes(outcome)) };
}

/** When a message of a type is to leave by its hours, whatever time it is now. */
export function timesOfType(
  { type, hours }: Pick<PlannedType, 'type' | 'hours'>,
  { startsAt, endsAt }: Pick<BookedTime['reservation'], 'startsAt' | 'endsAt'>,
  rules: SendingRules,
): SendingTimes {
  const isThanks = type === 'thank-you';
  const from = (isThanks ? endsAt : startsAt).getTime();
  const known = knownTimes.get(rules) ?? new Map<string, SendingTimes>();
  knownTimes.set(rules, known);
  const key = `${isThanks} ${hours} ${from}`;
  const times = known.get(key) ?? (isThanks ? thankYouTimes : reminderTimes)(from, hours, rules);
  if (known.size >= mostTimes) known.clear();
  known.set(key, times);
  return times;
}

/** Appointments of a whole clinic begin at the same few times. */
const knownTimes = new WeakMap<SendingRules, Map<string, SendingTimes>>();
const mostTimes = 5000;

/** The messages of an appointment, written. */
export function plannedMessages(
  planning: Planning,
  time: BookedTime,
  choice: SmsChoice,
): NewMessage[] | Without {
  const timed = timedTypes(planning, time, choice);
  if (typeof timed === 'string') return timed;
  const { address, wanted } = timed;
  if (wanted.length === 0) return [];
  const { account } = planning;
  const { booking } = time;
  const lang = booking.lang ?? account.textLanguage;
  const write = writer(planning, time, lang);
  return wanted.map(({ planned, times }) => ({
    ...address,
    ...write(planned, address.channel),
    ...plannedAt(times),
    accountId: account.id,
    kind: planned.type,
    lang,
    planned: true,
    bookingId: booking.id,
    ...placeOf(planning.rows, time),
  }));
}

const plannedAt = ({ sendsAt, expiresAt }: SendingTimes) => ({
  sendAt: new Date(sendsAt),
  expiresAt: new Date(expiresAt),
});

/** Who and where an appointment is about, for the lists of the clinic. */
export function placeOf({ clinics }: CatalogueRows, { booking, reservation }: AddressedTime) {
  const { clinicId, clinicianId } = reservation;
  const companyId = clinics.find(({ id }) => id === clinicId)?.companyId ?? null;
  return { patientId: booking.patientId, clinicId, clinicianId, companyId };
}

const knownTexts = new Map<string, string>();
const mostTexts = 500;

/** A text with the common fields, which is asked for once for each of very many messages. */
function commonText(text: string, lang: Language): string {
  const key = `${lang} ${text}`;
  const common = knownTexts.get(key) ?? withCommonFields(text, lang);
  if (knownTexts.size >= mostTexts) knownTexts.clear();
  knownTexts.set(key, common);
  return common;
}

/** Writes messages about one appointment: texts with its values, and the sender of an e-mail. */
export function writer(planning: Omit<Planning, 'now'>, time: BookedTime, lang: Language) {
  const { account, rows, policy, page } = planning;
  const { values } = appointmentFacts(time, account, rows, page);
  return (
    { type, text }: { type: SmsType; text: PlannedType['text'] },
    channel: 'sms' | 'email',
  ): Pick<NewMessage, 'subject' | 'text' | 'html' | 'senderName' | 'sender'> => ({
    ...compose(
      {
        subject: channel === 'email' ? subjectOfSms(lang) : null,
        text: commonText(text ?? standardSms(type, lang, policy.answers), lang),
        format: 'plain',
      },
      lang,
      values,
    ),
    // Of an SMS it is looked up when it leaves.
    ...(channel === 'email' ? senderOf(account, 'email') : {}),
  });
}
