import { recipientsOf } from '../appointment/appointment-messages.js';
import { boundToPage } from '../codes/page-code.js';
import { codeMinutes } from '../context/limits.js';
import type { Work } from '../context/work.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { standardTexts } from '../messages/standard-texts.js';
import type { BookedTime } from '../store/bookings.js';
import type { ProvingAddresses } from './proving-addresses.js';

/** A code, and where it may be sent. */
export interface CodeToSend {
  code: string;
  /** Which of the addresses get it; the others are told that there is none for them. */
  proving: ProvingAddresses;
  /** Of the page that called. */
  origin: string | undefined;
}

/** Puts a booking's code into the outbox, by SMS and by e-mail (P-31). */
export async function sendCode(
  { tx, account, now, catalogue }: Work,
  { booking, reservation }: BookedTime,
  { code, proving, origin }: CodeToSend,
): Promise<void> {
  const { rows } = await catalogue();
  const lang = booking.lang ?? account.textLanguage;
  const words = standardTexts(lang);
  const clinic = rows.clinics.find(({ id }) => id === reservation.clinicId)!;
  const text = words.code(code, clinic.name, codeMinutes);
  const contentOf = (channel: 'sms' | 'email') => {
    if (!(channel === 'sms' ? proving.mobile : proving.email)) {
      const subject = words.noCodeSubject;
      const sentences = [words.noCode(channel, clinic.name)];
      if (clinic.phone.trim()) sentences.push(words.call(clinic.phone));
      return { subject, text: sentences.join(' ') };
    }
    const isSms = channel === 'sms';
    return {
      subject: words.codeSubject,
      text: isSms ? boundToPage(text, code, account, origin) : text,
    };
  };
  const { codeMobile: mobile, codeEmail: email } = booking;
  const messages = recipientsOf({ mobile, email }).map(({ channel, recipient }) => {
    const content = contentOf(channel);
    return {
      channel,
      recipient,
      accountId: account.id,
      kind: 'code' as const,
      ...senderOf(account, channel),
      subject: channel === 'email' ? content.subject : null,
      text: content.text,
      lang,
      bookingId: booking.id,
      expiresAt: booking.codeExpiresAt,
    };
  });
  await enqueue(tx, messages, now);
}
