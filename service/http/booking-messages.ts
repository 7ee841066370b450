import type { MessageEvent } from '../../src/contract/staff.js';
import { calendarEntry } from '../messages/calendar-entry.js';
import { compose } from '../messages/compose.js';
import { appointmentFacts } from '../messages/merge-values.js';
import { cancelWaiting, enqueue } from '../messages/outbox.js';
import type { NewMessage } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { standardTexts } from '../messages/standard-texts.js';
import { findTextInForce } from '../messages/text-in-force.js';
import type { BookedTime, Booking } from '../store/bookings.js';
import type { AccountTransaction } from '../store/database.js';
import { countInWindow } from '../store/limits.js';
import { findPatientById } from '../store/patients.js';
import type { Work } from './call.js';
import { codeMinutes } from './limits.js';
import { boundToPage } from './page-code.js';
import { ProblemError } from './problem.js';
import type { Services } from './services.js';

const hour = 3_600_000;

type Recipient = Pick<NewMessage, 'channel' | 'recipient'>;

function recipientsOf({ mobile, email }: Pick<Booking, 'mobile' | 'email'>): Recipient[] {
  return [
    ...(mobile ? [{ channel: 'sms' as const, recipient: mobile }] : []),
    ...(email ? [{ channel: 'email' as const, recipient: email }] : []),
  ];
}

/** Puts a booking's code into the outbox, by SMS and by e-mail (P-31). `origin` is that of the page that asks. */
export async function sendCode(
  { tx, account, now, catalogue }: Work,
  { booking, reservation }: BookedTime,
  code: string,
  origin: string | undefined,
): Promise<void> {
  const { rows } = await catalogue();
  const lang = booking.lang ?? account.textLanguage;
  const words = standardTexts(lang);
  const clinic = rows.clinics.find(({ id }) => id === reservation.clinicId)!;
  const text = words.code(code, clinic.name, codeMinutes);
  const messages = recipientsOf(booking).map((recipient) => ({
    ...recipient,
    accountId: account.id,
    kind: 'code' as const,
    ...senderOf(account, recipient.channel),
    subject: recipient.channel === 'email' ? words.codeSubject : null,
    text: recipient.channel === 'sms' ? boundToPage(text, code, account, origin) : text,
    lang,
    bookingId: booking.id,
    expiresAt: booking.codeExpiresAt,
  }));
  await enqueue(tx, messages, now);
}

/** Puts the message that a time is booked into the outbox (M-01, M-02). */
export function sendBooked(work: Work, time: BookedTime): Promise<void> {
  return send('booked', work, time);
}

/** Puts the message that an appointment was moved into the outbox, in place of what still waits of it (M-01, M-07). */
export async function sendMoved(work: Work, time: BookedTime): Promise<void> {
  await cancelWaiting(work.tx, time.booking.id, work.now);
  await send('moved', work, time);
}

/** Puts the message that an appointment was cancelled into the outbox, in place of what still waits of it (M-01, M-07). */
export async function sendCancelled(work: Work, time: BookedTime): Promise<void> {
  await cancelWaiting(work.tx, time.booking.id, work.now);
  await send('cancelled', work, time);
}

async function send(event: MessageEvent, work: Work, time: BookedTime): Promise<void> {
  const { tx, account, now } = work;
  const { rows } = await work.catalogue();
  const addressed = { ...time, booking: await withRecord(tx, time.booking) };
  const { booking, reservation } = addressed;
  const { values, ways, clinic } = appointmentFacts(addressed, account, rows, work.page);
  const lang = booking.lang ?? account.textLanguage;
  const messages: NewMessage[] = [];
  for (const { channel, recipient } of recipientsOf(booking)) {
    const sender = senderOf(account, channel);
    const isEmail = channel === 'email';
    messages.push({
      channel,
      recipient,
      accountId: account.id,
      kind: event,
      ...compose(await findTextInForce(tx, { event, channel, lang }, ways), lang, values),
      ...(isEmail
        ? {
            calendar: calendarEntry(event, addressed, clinic, {
              organizer: {
                name: sender.senderName ?? account.name,
                address: sender.sender ?? (clinic.email || undefined),
              },
              attendee: recipient,
              lang,
              now,
            }),
          }
        : {}),
      ...sender,
      lang,
      bookingId: booking.id,
      expiresAt: reservation.startsAt,
    });
  }
  await enqueue(tx, messages, now);
}

/** A booking with the patient's name and addresses from the record, where staff booked and typed none. */
async function withRecord(tx: AccountTransaction, booking: Booking): Promise<Booking> {
  if (booking.firstName !== null || booking.patientId === null) return booking;
  const patient = await findPatientById(tx, booking.patientId);
  if (!patient) return booking;
  const { firstName, lastName, mobile, email } = patient;
  return { ...booking, firstName, lastName, mobile, email };
}

/** Counts an SMS against the budgets of its number, the caller's address and the account; throws `rate-limited`. */
export async function spendSms(
  { limits, hmac }: Services,
  { tx, account, now }: Work,
  mobile: string,
  addressHash: string,
): Promise<void> {
  const budgets: [subject: string, window: number, most: number][] = [
    [`sms-number ${await hmac('mobile', mobile)}`, hour, limits.smsPerNumberAnHour],
    [`sms-address ${addressHash}`, hour, limits.smsPerAddressAnHour],
    ['sms-account', 24 * hour, limits.smsPerAccountADay],
  ];
  for (const [subject, window, most] of budgets) {
    const { count, endsAt } = await countInWindow(tx, account.id, subject, window, now);
    if (count > most) throw new ProblemError('rate-limited', { retryAfter: (endsAt - now) / 1000 });
  }
}
