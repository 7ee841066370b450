import { parsePhone } from '../../src/domain/phone.js';
import { withCommonFields } from '../../src/domain/message-text/reminder-fields.js';
import type { Work } from '../context/work.js';
import { noReminders } from '../core/reminder-policy.js';
import { compose } from '../messages/compose.js';
import { appointmentFacts } from '../messages/merge-values.js';
import { enqueue, smsKinds } from '../messages/outbox.js';
import { cancelQuestion } from '../messages/reminder-texts.js';
import { findBooking } from '../store/bookings.js';
import { withRecords } from '../store/planned.js';
import { allowSms, refuseSms } from '../messages/sms-choices.js';
import {
  findAnswered,
  findPatientByMobile,
  insertReceived,
  noteAnswered,
} from '../store/sms-traffic.js';

import { meaningOf } from './answer-words.js';
import { replanNumber } from './replan.js';

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
 * twice is taken once. Nothing is cancelled by it: a no is asked back about, and the clinic sees it.
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
  const isAnswer = policy.answers === 'confirm' && (meaning === 'yes' || meaning === 'no');
  const about =
    isAnswer && answered?.bookingId ? await appointmentAhead(work, answered.bookingId) : undefined;
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
    followUp: about !== undefined && meaning === 'no',
    receivedAt: incoming.receivedAt,
    createdAt: new Date(now),
  });
  if (stored === undefined) return;
  if (answered) {
    const answer = about && (meaning === 'yes' || meaning === 'no') ? meaning : undefined;
    await noteAnswered(tx, answered.id, incoming.receivedAt, answer);
  }
  if (parsed.ok && meaning === 'stop') {
    await refuseSms(tx, account.id, sender, new Date(now));
  } else if (parsed.ok && meaning === 'start') {
    await allowSms(tx, sender, new Date(now));
    await replanNumber(work, sender);
  }
  // Once for each reminder: whoever says no again is not asked again.
  if (about && meaning === 'no' && answered?.planned && answered.answer !== 'no') {
    await askBack(work, about, sender);
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

/** Says that the appointment stands, and how it can be changed. */
async function askBack(work: Work, time: Appointment, to: string): Promise<void> {
  const { tx, account, now, page } = work;
  const { rows } = await work.catalogue();
  const { values, clinic } = appointmentFacts(time, account, rows, page);
  if (!clinic.phone.trim()) return;
  const lang = time.booking.lang ?? account.textLanguage;
  const text = withCommonFields(cancelQuestion(lang), lang);
  await enqueue(
    tx,
    [
      {
        accountId: account.id,
        kind: 'message',
        channel: 'sms',
        recipient: to,
        ...compose({ subject: null, text, format: 'plain' }, lang, values),
        lang,
        bookingId: time.booking.id,
        patientId: time.booking.patientId,
        companyId: clinic.companyId,
        clinicId: clinic.id,
        clinicianId: time.reservation.clinicianId,
        expiresAt: time.reservation.startsAt,
      },
    ],
    now,
  );
}
