import { millisecondsInMinute } from 'date-fns/constants';

/** One event of a calendar file. Texts are in the patient's language and name no treatment: others see calendars. */
export interface CalendarEvent {
  /** Stays the same whenever the file is made again, so that a calendar replaces instead of doubling. */
  readonly uid: string;
  /** How often the appointment was changed: calendars keep the entry with the highest (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** ISO 8601 with offset. */
  readonly start: string;
  readonly minutes: number;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
}

/** The UID of an appointment's entry, the same in the file of the receipt and in every message of it (RFC 5545, 3.8.4.7). */
export function appointmentUid(id: string): string {
  return `${id}@opus-booking`;
}

const encoder = /* @__PURE__ */ new TextEncoder();

/** An instant in epoch milliseconds as RFC 5545's UTC form, `20260129T070000Z`. */
export function utcStamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** RFC 5545 §3.3.11: backslash, semicolon and comma are escaped, line breaks become `\n`; other control characters fall away. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** RFC 5545 §3.1: lines of at most 75 octets, folded by CRLF and a space, never inside a character. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** An iCalendar object with one event, its properties as finished lines not yet folded, for one of the methods of RFC 5546. */
export function calendarObject(method: string, properties: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Opus Booking//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    ...properties,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
}

/** An iCalendar file (RFC 5545) with one event in UTC (P-32). `now` is the moment of making it, in epoch milliseconds. */
export function calendarFile(event: CalendarEvent, now: number): string {
  const start = Date.parse(event.start);
  return calendarObject('PUBLISH', [
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART:${utcStamp(start)}`,
    `DTEND:${utcStamp(start + event.minutes * millisecondsInMinute)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `LOCATION:${escapeText(event.location)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
  ]);
}
