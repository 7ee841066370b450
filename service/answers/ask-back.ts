import { withCommonFields } from '../../src/domain/message-text/reminder-fields.js';
import type { Work } from '../context/work.js';
import { compose } from '../messages/compose.js';
import { appointmentFacts } from '../messages/merge-values.js';
import { enqueue } from '../messages/outbox.js';
import { cancelQuestion, tooLateText } from '../messages/reminder-texts.js';
import type { BookedTime } from '../store/bookings.js';

/**
 * Answers a no (M-08): the appointment stands, and how it is cancelled: by one word more where the account takes it, else by the link where
 * patients may cancel online, else by phone. Or says that it is too late for that.
 */
export async function askBack(
  work: Work,
  time: BookedTime,
  to: string,
  { isTooLate, byWord }: { isTooLate: boolean; byWord: boolean },
): Promise<void> {
  const { tx, account, now, page } = work;
  const { rows } = await work.catalogue();
  const { values, clinic, ways } = appointmentFacts(time, account, rows, page);
  const lang = time.booking.lang ?? account.textLanguage;
  const way = byWord ? 'word' : ways.cancel ? 'link' : 'phone';
  const written = isTooLate ? tooLateText(lang, ways) : cancelQuestion(lang, way, ways);
  const text = withCommonFields(written, lang);
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
