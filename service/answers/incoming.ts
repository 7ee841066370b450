import { parsePhone } from '../../src/domain/phone.js';
import { situationOf } from '../appointment/session-appointments.js';
import { cancelForPatient } from '../appointment-changes/cancel.js';
import type { Work } from '../context/work.js';
import { mayCancel } from '../core/appointment-rules.js';
import { noReminders, takesAnswers } from '../core/reminder-policy.js';
import type { Consequence } from '../core/sms-answer.js';
import { answerTo, consequenceOf } from '../core/sms-answer.js';
import { smsKinds } from '../messages/outbox.js';
import { findBooking, updateBooking } from '../store/bookings.js';
import { withRecords } from '../store/planned.js';
import { allowSms, refuseSms } from '../messages/sms-choices.js';
import {
  findAnswered,
  findPatientByMobile,
  insertReceived,
  noteAnswered,
} from '../store/sms-traffic.js';
import { replanNumber } from '../reminders/replan.js';
import type { Meaning } from './answer-words.js';
import { meaningOf } from './answer-words.js';
import { askBack } from './ask-back.js';

/** An SMS as a gateway hands it on. */
export interface Incoming {
  /** The gateway's own id of it. */
  id: string;
  from: string;
  to: string | undefined;
  text: string;
  receivedAt: Date;
}

/** More than any phone sends in one message. */
const longest = 5000;

/**
 * Takes an SMS (M-06, M-13): it finds the message that it answers by number and time, and says yes, no, STOP or START. What comes
 * twice is taken once. A no is asked back about, and the clinic sees it; only a second answer cancels, where the account says so.
 */
export async function takeIncoming(work: Work, incoming: Incoming): Promise<void> {
  const { tx, account, now } = work;
  const { reminders: policy = noReminders } = await work.catalogue();
  const text = readable(incoming.text);
  const meaning = meaningOf(text);
  const parsed = parsePhone(account.market, incoming.from);
  // A short code, or the name of a company.
  const sender = parsed.ok ? parsed.value.e164 : readable(incoming.from).slice(0, 32);
  const answered = parsed.ok
    ? await findAnswered(tx, sender, incoming.receivedAt, [...smsKinds, 'booked', 'moved', 'freed'])
    : undefined;
  const patientId =
    answered?.patientId ?? (parsed.ok ? await findPatientByMobile(tx, sender) : undefined) ?? null;
  const isAnswer = takesAnswers(policy) && isAbout(meaning);
  const about =
    isAnswer && answered?.bookingId ? await appointmentAhead(work, answered.bookingId) : undefined;
  const consequence =
    about && answered && isAbout(meaning)
      ? await consequenceFor(work, meaning, about, answered)
      : undefined;
  const stored = await insertReceived(tx, {
    accountId: account.id,
    gatewayId: incoming.id.slice(0, 128),
    sender,
    recipient: incoming.to === undefined ? null : readable(incoming.to).slice(0, 32),
    text,
    meaning: meaning ?? null,
    answersId: answered?.id ?? null,
    bookingId: answered?.bookingId ?? null,
    patientId,
    companyId: answered?.companyId ?? null,
    clinicianId: answered?.clinicianId ?? null,
    // Whoever does not come is heard, also where nobody knows about which appointment.
    followUp: consequence?.followUp ?? (meaning === 'cancel' || meaning === 'no'),
    receivedAt: incoming.receivedAt,
    createdAt: new Date(now),
  });
  if (stored === undefined) return;
  if (answered) {
    const answer = answered.planned ? consequence?.answer : undefined;
    await noteAnswered(tx, answered.id, incoming.receivedAt, answer);
  }
  if (parsed.ok && meaning === 'stop') {
    await refuseSms(tx, account.id, sender, new Date(now));
  } else if (parsed.ok && meaning === 'start') {
    await allowSms(tx, sender, new Date(now));
    await replanNumber(work, sender);
  }
  if (about && answered && consequence) {
    await followThrough(work, about, consequence, answered, sender);
  }
}

const isAbout = (meaning: Meaning | undefined): meaning is 'yes' | 'no' | 'cancel' =>
  meaning === 'yes' || meaning === 'no' || meaning === 'cancel';

async function consequenceFor(
  work: Work,
  meaning: 'yes' | 'no' | 'cancel',
  time: Appointment,
  answered: Answered,
): Promise<Consequence> {
  const { rows, reminders: policy = noReminders } = await work.catalogue();
  const { booking, reservation } = time;
  // Each reminder asks anew; what is no reminder is about what was said before.
  const said = answered.planned ? answered.answer : answerTo(booking, reservation.startsAt);
  return consequenceOf(meaning, said, {
    cancels: policy.answers === 'cancel',
    mayCancel: mayCancel(situationOf(work, time, rows, undefined)).allowed,
  });
}

async function followThrough(
  work: Work,
  time: Appointment,
  { answer, then }: Consequence,
  { planned, expiresAt, usualExpiry }: Answered,
  to: string,
): Promise<void> {
  const { reminders: policy = noReminders } = await work.catalogue();
  const { booking, reservation } = time;
  if (answer !== undefined) {
    // A reminder expires at the start that it was about: it may have been moved since.
    const smsAnswerTo = (planned && (usualExpiry ?? expiresAt)) || reservation.startsAt;
    await updateBooking(work.tx, booking.id, { smsAnswer: answer, smsAnswerTo });
  }
  if (then === 'cancel') {
    await cancelForPatient(work, time);
  } else if (then !== undefined) {
    const byWord = policy.answers === 'cancel';
    await askBack(work, time, to, { isTooLate: then === 'too-late', byWord });
  }
}

/** Without what a database, a list or a spreadsheet trips over: control characters but for line breaks. */
function readable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Surrogate}/gu, '')
    .slice(0, longest)
    .trim();
}

async function appointmentAhead({ tx, now }: Work, bookingId: string) {
  const time = await findBooking(tx, bookingId);
  const isAhead =
    time?.reservation.status === 'booked' && time.reservation.startsAt.getTime() > now;
  return isAhead ? (await withRecords(tx, [time]))[0] : undefined;
}

type Appointment = NonNullable<Awaited<ReturnType<typeof appointmentAhead>>>;
type Answered = NonNullable<Awaited<ReturnType<typeof findAnswered>>>;
