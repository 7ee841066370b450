import { millisecondsInMinute } from 'date-fns/constants';
import type { Work } from '../context/work.js';
import { newsLifetime } from '../core/alert-waves.js';
import type { FreeSlot } from '../core/model.js';
import { compose } from '../messages/compose.js';
import { stopLink, timeLink } from '../messages/links.js';
import { appointmentFacts } from '../messages/merge-values.js';
import type { NewMessage } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { findTextInForce } from '../messages/text-in-force.js';
import { placeOf } from '../reminders/planned-messages.js';
import type { AlertRow } from '../store/alerts.js';

/**
 * The message that a time is free (P-48). It names nobody and expires with the alert, with the time, and after an hour: what leaves
 * later would be no news.
 */
export async function freedMessage(
  work: Work,
  alert: AlertRow,
  slot: FreeSlot,
): Promise<NewMessage> {
  const { tx, account, now, page } = work;
  const { rows } = await work.catalogue();
  const { channel, recipient, lang, patientId } = alert;
  const nobody = { firstName: null, lastName: null, mobile: null, email: null, sequence: 0 };
  const time = {
    booking: { ...nobody, id: alert.id, patientId, lang },
    reservation: {
      clinicId: slot.clinic,
      clinicianId: slot.clinician,
      templateId: alert.templateId,
      startsAt: new Date(slot.start),
      endsAt: new Date(slot.start + slot.minutes * millisecondsInMinute),
    },
  };
  const { values, ways } = appointmentFacts(time, account, rows, undefined);
  const links =
    page === undefined
      ? {}
      : {
          TIME_LINK: timeLink(page, slot.start, {
            appointment: alert.bookingId ?? undefined,
            clinic: slot.clinic,
            clinician: slot.clinician,
            treatment: slot.treatment,
          }),
          STOP_LINK: stopLink(page, alert.id),
        };
  const text = await findTextInForce(tx, { event: 'freed', channel, lang }, ways);
  return {
    accountId: account.id,
    kind: 'freed',
    channel,
    recipient,
    ...compose(text, lang, { ...values, ...links }),
    ...senderOf(account, channel),
    lang,
    ...placeOf(rows, time),
    expiresAt: new Date(Math.min(alert.expiresAt.getTime(), slot.start, now + newsLifetime)),
  };
}
