import { recipientsOf } from '../appointment/appointment-messages.js';
import { boundToPage } from '../codes/page-code.js';
import { codeMinutes } from '../context/limits.js';
import type { Work } from '../context/work.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { standardTexts } from '../messages/standard-texts.js';
import type { BookedTime } from '../store/bookings.js';

/** Puts a booking's code into the outbox, by SMS and by e-mail (P-31). `origin` is that of the page that called. */
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
