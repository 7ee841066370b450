import { expect } from '@open-wc/testing';
import { calendarFile, type CalendarEvent } from '../../src/domain/calendar-file.js';

const event: CalendarEvent = {
  sequence: 2,
  uid: 'appointment-1@opus-booking',
  start: '2026-11-27T08:00:00+01:00',
  minutes: 30,
  summary: 'Time hos Opus Dental Klinikken',
  location: 'Opus Dental Klinikken, Nye Vakåsvei 64; inngang B, 1395 Hvalstad',
  description: 'Ring 66 77 60 40.\nVelkommen \\ hei',
};
const now = Date.parse('2026-11-20T12:00:00.500Z');

/** The file's lines as a calendar reads them: folds undone. */
function lines(file: string): string[] {
  return file.replace(/\r\n /g, '').split('\r\n');
}

describe('calendar file', () => {
  it('[P-32] is one event in UTC, as RFC 5545 wants it', () => {
    const file = lines(calendarFile(event, now));
    expect(file).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Opus Booking//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:appointment-1@opus-booking',
      'SEQUENCE:2',
      'DTSTAMP:20261120T120000Z',
      'DTSTART:20261127T070000Z',
      'DTEND:20261127T073000Z',
      'SUMMARY:Time hos Opus Dental Klinikken',
      'LOCATION:Opus Dental Klinikken\\, Nye Vakåsvei 64\\; inngang B\\, 1395 Hvalstad',
      'DESCRIPTION:Ring 66 77 60 40.\\nVelkommen \\\\ hei',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('[P-32] keeps summer time right: 08:00 at the clinic is 06:00 UTC in June', () => {
    const file = calendarFile({ ...event, start: '2027-06-01T08:00:00+02:00' }, now);
    expect(file).to.contain('\r\nDTSTART:20270601T060000Z\r\n');
  });

  it('[P-32] gives the same file again but for the stamp, so that no calendar doubles it', () => {
    const again = calendarFile(event, now + 60_000);
    expect(again.replace('20261120T120100Z', '20261120T120000Z')).to.equal(
      calendarFile(event, now),
    );
  });

  it('[P-32] folds at 75 octets and never inside a character', () => {
    const location = 'å🦷'.repeat(60);
    const file = calendarFile({ ...event, location }, now);
    const encoder = new TextEncoder();
    const sizes = file.split('\r\n').map((line) => encoder.encode(line).length);
    expect(Math.max(...sizes)).to.be.at.most(75);
    expect(Math.max(...sizes)).to.be.at.least(70);
    expect(lines(file)).to.contain(`LOCATION:${location}`);
    expect(file).not.to.match(/[^\r]\n|\r[^\n]/);
  });

  it('[P-32] lets no text begin a line of its own', () => {
    const file = calendarFile(
      { ...event, summary: 'Time\r\nATTACH:https://example.com\u0000' },
      now,
    );
    expect(lines(file)).to.contain('SUMMARY:Time\\nATTACH:https://example.com ');
  });
});
