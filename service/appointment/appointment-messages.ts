import type { AppointmentEvent } from '../../src/contract/staff.js';
import { calendarEntry } from '../messages/calendar-entry.js';
import { compose } from '../messages/compose.js';
import { appointmentFacts, type AddressedTime } from '../messages/merge-values.js';
import { cancelWaiting, enqueue } from '../messages/outbox.js';
import type { NewMessage } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { findTextInForce } from '../messages/text-in-force.js';
import type { BookedTime, Booking } from '../store/bookings.js';
import type { AccountTransaction } from '../store/database.js';
import { findPatientById } from '../store/patients.js';
import type { Work } from '../context/work.js';
import { planMoved, planWith, typesOf } from '../reminders/plan.js';
import { placeOf } from '../reminders/planned-messages.js';

/** An address of a patient on one channel. */
export type Recipient = Pick<NewMessage, 'channel' | 'recipient'>;

/** Where the messages of a booking go. */
export function recipientsOf({ mobile, email }: Pick<Booking, 'mobile' | 'email'>): Recipient[] {
  return [
    ...(mobile ? [{ channel: 'sms' as const, recipient: mobile }] : []),
    ...(email ? [{ channel: 'email' as const, recipient: email }] : []),
  ];
}

/** Puts the message that a time is booked into the outbox (M-01, M-02). */
export function sendBooked(work: Work, time: BookedTime): Promise<void> {
  return send('booked', work, time);
}

/** Puts the message that an appointment was moved into the outbox, in place of its messages that still wait (M-01, M-07). */
export async function sendMoved(work: Work, time: BookedTime): Promise<void> {
  const planned = await planMoved(work, await withRecordOf(work, time));
  await cancelWaiting(work.tx, time.booking.id, work.now, 'moved', typesOf(planned));
  await send('moved', work, time, planned);
}

/** Puts the message that an appointment was cancelled into the outbox, in place of its messages that still wait (M-01, M-07). */
export async function sendCancelled(work: Work, time: BookedTime): Promise<void> {
  await cancelWaiting(work.tx, time.booking.id, work.now, 'appointment-cancelled');
  await send('cancelled', work, time);
}

/** Makes the reminders of an appointment that staff have booked, of which no other message tells (M-10). */
export async function planReminders(work: Work, time: BookedTime): Promise<void> {
  await enqueue(work.tx, await planWith(work, await withRecordOf(work, time)), work.now);
}

/** Moves the reminders of an appointment that staff have moved without telling the patient (M-07). */
export async function moveReminders(work: Work, time: BookedTime): Promise<void> {
  const planned = await planMoved(work, await withRecordOf(work, time));
  await cancelWaiting(work.tx, time.booking.id, work.now, 'moved', typesOf(planned));
  await enqueue(work.tx, planned, work.now);
}

async function send(
  event: AppointmentEvent,
  work: Work,
  time: BookedTime,
  planned?: readonly NewMessage[],
): Promise<void> {
  const addressed = await withRecordOf(work, time);
  const messages = await messagesOf(event, work, addressed);
  messages.push(...(planned ?? (event === 'booked' ? await planWith(work, addressed) : [])));
  await enqueue(work.tx, messages, work.now);
}

/** The messages of an event as they leave, one for each address of the patient (M-01, M-02); nothing is sent. */
export async function messagesOf(
  event: AppointmentEvent,
  work: Work,
  time: AddressedTime,
): Promise<NewMessage[]> {
  const { tx, account, now } = work;
  const { rows } = await work.catalogue();
  const addressed = await withRecordOf(work, time);
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
      ...placeOf(rows, addressed),
      expiresAt: reservation.startsAt,
    });
  }
  return messages;
}

async function withRecordOf<Time extends AddressedTime>({ tx }: Work, time: Time): Promise<Time> {
  return { ...time, booking: await withRecord(tx, time.booking) };
}

/** A booking with the patient's name and addresses from the record, where staff booked without entering them. */
async function withRecord<Known extends AddressedTime['booking']>(
  tx: AccountTransaction,
  booking: Known,
): Promise<Known> {
  if (booking.firstName !== null || booking.patientId === null) return booking;
  const patient = await findPatientById(tx, booking.patientId);
  if (!patient) return booking;
  const { firstName, lastName, mobile, email } = patient;
  return { ...booking, firstName, lastName, mobile, email };
}
