import type { Language, SentMessage, SmsInput } from '../../src/contract/index.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import { parsePhone } from '../../src/domain/phone.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { noReminders } from '../core/reminder-policy.js';
import { appointmentFacts } from '../messages/merge-values.js';
import { enqueue } from '../messages/outbox.js';
import type { Planning } from '../reminders/planned-messages.js';
import type { BookedTime } from '../store/bookings.js';
import { findBooking } from '../store/bookings.js';
import { findPatientById } from '../store/patients.js';
import { findSmsChoices, withRecords } from '../store/planned.js';
import { findPatientByMobile } from '../store/sms-traffic.js';
import { findSent } from '../store/staff/sms-messages.js';
import { toSentMessage } from './sms-answers.js';
import type { Addressee } from './sms-writing.js';
import { clinicOf, fill, valuesWithout, writeMessage } from './sms-writing.js';

/** What messages of an account are written with. */
export async function planningOf({ account, catalogue, page, now }: Work): Promise<Planning> {
  const { rows, reminders: policy = noReminders } = await catalogue();
  return { account, rows, policy, page, now };
}

/** Puts a message of the staff into the outbox (M-11); throws `invalid` for what cannot be sent. */
export async function sendMessage(work: Work, input: SmsInput): Promise<SentMessage> {
  const { tx, now } = work;
  const message = writeMessage(await planningOf(work), await addresseeOf(work, input), input);
  const [id] = await enqueue(tx, [message], now);
  return toSentMessage(work, (await findSent(tx, { id }, 1))[0]!);
}

/** A text that staff have written for a message that waits, filled. */
export async function filledText(
  work: Work,
  row: {
    bookingId: string | null;
    patientId: string | null;
    clinicId: string | null;
    lang: Language;
  },
  text: string,
): Promise<string> {
  const { rows } = await work.catalogue();
  const time = row.bookingId === null ? undefined : await bookedTime(work, row.bookingId);
  const patient =
    row.patientId === null ? undefined : await findPatientById(work.tx, row.patientId);
  const values = time
    ? appointmentFacts(time, work.account, rows, work.page).values
    : valuesWithout(rows, patient, clinicOf(rows, row.clinicId ?? undefined, undefined));
  return smsText(fill(text, row.lang, values).text);
}

async function addresseeOf(work: Work, input: SmsInput): Promise<Addressee> {
  const named = (['to', 'patient', 'appointment'] as const).filter(
    (name) => input[name] !== undefined,
  );
  if (named.length === 0) throw invalid({ path: 'to', code: 'empty' });
  if (named.length > 1) throw invalid({ path: named[1]!, code: 'contradicts' });
  const path = named[0]!;
  const found = await foundBy(work, input);
  const choices = await findSmsChoices(work.tx, [
    {
      id: crypto.randomUUID(),
      patientId: found.patient?.id ?? found.ownerId ?? null,
      mobile: found.mobile,
    },
  ]);
  const [{ wish, isRefused }] = [...choices.values()] as [
    { wish: boolean | null; isRefused: boolean },
  ];
  if (isRefused || wish === false) throw invalid({ path, code: 'refused' });
  return found;
}

async function foundBy(
  work: Work,
  { to, patient: patientId, appointment }: SmsInput,
): Promise<Addressee> {
  const { tx, account } = work;
  if (to !== undefined) {
    const parsed = parsePhone(account.market, to);
    if (!parsed.ok) throw invalid({ path: 'to', code: parsed.reason });
    const mobile = parsed.value.e164;
    const ownerId = await findPatientByMobile(tx, mobile);
    return { mobile, patient: undefined, time: undefined, ownerId };
  }
  if (patientId !== undefined) {
    const patient = await findPatientById(tx, patientId.toLowerCase());
    if (!patient) throw invalid({ path: 'patient', code: 'unknown' });
    if (patient.mobile === null) throw invalid({ path: 'patient', code: 'no-mobile' });
    return { mobile: patient.mobile, patient, time: undefined };
  }
  const time = await bookedTime(work, appointment!.toLowerCase());
  if (time?.reservation.status !== 'booked')
    throw invalid({ path: 'appointment', code: 'unknown' });
  const { mobile, patientId: id } = time.booking;
  const patient = id === null ? undefined : await findPatientById(tx, id);
  if (mobile === null) throw invalid({ path: 'appointment', code: 'no-mobile' });
  return { mobile, patient, time };
}

async function bookedTime({ tx }: Work, id: string): Promise<BookedTime | undefined> {
  const time = await findBooking(tx, id);
  return time && (await withRecords(tx, [time]))[0];
}
