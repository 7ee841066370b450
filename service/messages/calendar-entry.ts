import type { Language, AppointmentEvent } from '../../src/contract/index.js';
import {
  appointmentUid,
  calendarObject,
  escapeText,
  utcStamp,
} from '../../src/domain/calendar-file.js';
import { clinicPhoneText } from '../../src/domain/clinic-phone.js';
import { calendarWords } from './booking-texts.js';
import type { AddressedTime } from './merge-values.js';

/** Whom an entry of an appointment concerns, in which language, and when it is made. */
export interface CalendarContext {
  /** Who calls to it; without an address mail programs cannot keep the entry up to date, and it is only published. */
  organizer: { name: string; address: string | undefined };
  attendee: string;
  lang: Language;
  /** Epoch milliseconds. */
  now: number;
}

interface Place {
  name: string;
  address1: string;
  postalCode: string;
  city: string;
  phone: string;
}

/**
 * The calendar entry that goes with an e-mail (RFC 5545, RFC 5546): mail programs add it, move it with a higher SEQUENCE, or
 * take it out. Its UID is that of the receipt's file (P-32). It names neither treatment nor clinician, for others see
 * calendars.
 */
export function calendarEntry(
  event: AppointmentEvent,
  { booking, reservation }: AddressedTime,
  place: Place,
  { organizer, attendee, lang, now }: CalendarContext,
): string {
  const isCancelled = event === 'cancelled';
  const words = calendarWords(lang);
  const { address } = organizer;
  const method = address ? (isCancelled ? 'CANCEL' : 'REQUEST') : 'PUBLISH';
  const location = [place.name, place.address1, `${place.postalCode} ${place.city}`.trim()];
  const phone = place.phone.trim() && clinicPhoneText(place.phone);
  return calendarObject(method, [
    `UID:${escapeText(appointmentUid(booking.id))}`,
    `SEQUENCE:${booking.sequence}`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART:${utcStamp(reservation.startsAt.getTime())}`,
    `DTEND:${utcStamp(reservation.endsAt.getTime())}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(address
      ? [
          `ORGANIZER;CN=${parameter(organizer.name)}:mailto:${address}`,
          `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee}`,
        ]
      : []),
    `SUMMARY:${escapeText(words.summary(place.name))}`,
    `LOCATION:${escapeText(location.filter(Boolean).join(', '))}`,
    ...(phone && !isCancelled ? [`DESCRIPTION:${escapeText(words.description(phone))}`] : []),
  ]);
}

/**
 * A parameter's value in quotes (RFC 5545, 3.2), which know no escape. Readers in common use cut it at `;` and `:`, quotes or
 * not (findings/calendar-readers-cut-quoted-names.sh).
 */
function parameter(text: string): string {
  const plain = text
    .replace(/[\p{Cc}"]/gu, ' ')
    .replace(/;/g, ',')
    .replace(/\s*:/g, ' –');
  return `"${plain.trim()}"`;
}
