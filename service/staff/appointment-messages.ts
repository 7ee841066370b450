import type {
  AppointmentMessage,
  AppointmentMessages,
  PlannedType,
  SentMessage,
  SmsType,
} from '../../src/contract/index.js';
import { PlannedType as Types } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import { requireUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { noReminders, ownText, plannedTypes, sendingRules } from '../core/reminder-policy.js';
import { answerTo } from '../core/sms-answer.js';
import { notBefore } from '../core/sending-time.js';
import { addressOf, timesOfType, writer } from '../reminders/planned-messages.js';
import type { SmsChoice } from '../reminders/planned-messages.js';
import type { BookedTime } from '../store/bookings.js';
import { readBooking } from '../store/bookings.js';
import { findSmsChoices, withRecords } from '../store/planned.js';
import { findReceived, findSent } from '../store/staff/sms-messages.js';
import { toReceivedMessage, toSentMessage } from './sms-answers.js';

/** More messages about one appointment are not shown. */
const most = 200;
/** Of a type that the policy does not have. */
const standardHours = 24;

/** The SMS of one appointment (M-04, M-06, M-07): what may be planned with it, what became of it, and the answers; throws `not-found`. */
export async function readAppointmentMessages(
  work: Work,
  given: string,
): Promise<AppointmentMessages> {
  requireUuid(given);
  const { tx, account } = work;
  const found = await readBooking(tx, given.toLowerCase());
  if (!found) throw new ProblemError('not-found');
  const [time] = (await withRecords(tx, [found])) as [BookedTime];
  const { id, mobile, email, patientId, lang } = time.booking;
  const { reminders: policy = noReminders } = await work.catalogue();
  const choice = (await findSmsChoices(tx, [{ id, patientId, mobile }])).get(id)!;
  const address = addressOf(policy, { mobile, email }, choice);
  const hindrance = hindranceOf(time, choice);
  const rows = await findSent(tx, { appointment: id }, most);
  const sent = rows.map((row) => toSentMessage(work, row));
  const received = await findReceived(tx, { appointment: id }, most);
  const scope = {
    clinic: time.reservation.clinicId,
    clinician: time.reservation.clinicianId,
    language: lang ?? account.textLanguage,
    textLanguage: account.textLanguage,
  };
  const answer = answerTo(time.booking, time.reservation.startsAt);
  const planned = plannedTypes(policy, scope);
  const { draftOf, textOf } = await drafter(work, time);
  return {
    to: mobile,
    hindrance,
    isAutomatic: typeof address !== 'string',
    testMode: policy.testMode,
    directText: hindrance === null ? textOf('message', ownText(policy, 'message', scope)) : null,
    isConfirmed: answer === 'yes',
    answer,
    planned: Types.options.map((type): AppointmentMessage => {
      const own = planned.find((one) => one.type === type);
      const one = { type, hours: own?.hours ?? standardHours, text: own?.text ?? null };
      const draft = hindrance === null ? draftOf(one) : undefined;
      const message = lastOf(type, sent);
      return {
        ...{ type, hours: one.hours, isPlanned: own !== undefined },
        ...(draft && { draft }),
        ...(message && { message }),
      };
    }),
    others: sent.filter(({ type }) => !Types.options.some((one) => one === type)),
    answers: received.map((row) => toReceivedMessage(work, row)),
  };
}

function hindranceOf(
  { booking: { mobile }, reservation }: BookedTime,
  { wish, isRefused }: SmsChoice,
): AppointmentMessages['hindrance'] {
  if (reservation.status !== 'booked') return 'not-booked';
  if (mobile === null) return 'no-mobile';
  return isRefused || wish === false ? 'refused' : null;
}

/** The one of a type that waits, else the last one; messages are given newest first. */
function lastOf(type: PlannedType, sent: readonly SentMessage[]): SentMessage | undefined {
  const same = sent.filter((one) => one.type === type);
  return same.find(({ status }) => status === 'V' || status === 'FV') ?? same[0];
}

/** Writes what a message of a type would be that is made now: undefined where it would be of no use any more. */
async function drafter(work: Work, time: BookedTime) {
  const { account, page, now } = work;
  const { rows, reminders: policy = noReminders } = await work.catalogue();
  const lang = time.booking.lang ?? account.textLanguage;
  const write = writer({ account, rows, policy, page }, time, lang);
  const rules = sendingRules(policy, account);
  const at = (instant: number) => formatInstant(instant, account.timeZone);
  const textOf = (type: SmsType, text: string | null) =>
    smsText(write({ type, text }, 'sms').text ?? '');
  const draftOf = (one: { type: PlannedType; hours: number; text: string | null }) => {
    const { sendsAt, expiresAt } = notBefore(timesOfType(one, time.reservation, rules), now, rules);
    if (expiresAt <= now) return undefined;
    const text = textOf(one.type, one.text);
    return { text, sendsAt: at(sendsAt), expiresAt: at(expiresAt) };
  };
  return { draftOf, textOf };
}
