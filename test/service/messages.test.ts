import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import type { BookingRequest, StaffSettings } from '../../src/contract/index.js';
import { appointmentUid } from '../../src/domain/calendar-file.js';
import type { AppOptions } from '../../service/http/create-app.js';
import { inAccount } from '../../service/store/database.js';
import * as schema from '../../service/store/schema/index.js';
import { appointmentId, change } from './support/appointment-changes.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { bookingOf, startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const login = { on: true, sms: true, eid: [] };
let service: ReturnType<typeof startService>;
const begin = async (settings: Partial<StaffSettings> = {}, options: Partial<AppOptions> = {}) => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none', ...settings } });
  service = startService(database, {
    pageOf: (account) => `https://${account}.example.com`,
    ...options,
  });
};
beforeEach(() => begin());

const book = async (request: Partial<BookingRequest> = {}) => {
  const { body } = await service.hold({ clinician: 'anne' });
  const answer = await service.book(body, request);
  assert.equal(answer.status, 201);
  return answer.body.appointment.id;
};
const newest = (channel: 'sms' | 'email') =>
  service.sent.findLast((message) => message.channel === channel)!;
const inDemo = <Result>(work: Parameters<typeof inAccount<Result>>[2]) =>
  inAccount(database.db, 'demo', work);

/** The lines of a calendar entry as a calendar reads them: folds undone. */
const lines = (calendar: string | null) => (calendar ?? '').replace(/\r\n /g, '').split('\r\n');

describe('messages about an appointment', () => {
  it('[M-01] [M-02] tell what, where and when by SMS and e-mail, in the patient’s language', async () => {
    await book();
    const { subject, text, html } = newest('email');
    assert.equal(subject, 'Ny time hos Klinikk west');
    assert.equal(html, null);
    assert.deepEqual(text.split('\n'), [
      'Hei Ola Nordmann,',
      '',
      'Du har bestilt time hos Dr anne, Klinikk west',
      '23.11.2026 kl. 08:00',
      'Behandling: Undersøkelse',
      'Adresse: Storgata 1, 0155 Oslo',
      '',
      'For å flytte eller avbestille, ring 22 33 44 55.',
      '',
      'Velkommen!',
      'Klinikk west',
    ]);
    assert.equal(
      newest('sms').text,
      'Hei Ola, du har time hos Klinikk west 23.11.2026 kl. 08:00.\nFor å flytte eller avbestille, ring 22 33 44 55.',
    );
  });

  it('[M-12] tell the time by the clinic’s clock, winter and summer, in two digits each', async () => {
    await begin({}, {});
    const id = await book({ lang: 'en' });
    for (const [instant, words] of [
      ['2026-11-23T07:05:00Z', '2026-11-23 at 08:05'],
      ['2027-07-01T22:09:00Z', '2027-07-02 at 00:09'],
    ] as const) {
      await change(service, database, 'moved', id, new Date(instant));
      assert.ok(newest('sms').text.includes(words), newest('sms').text);
    }
  });

  it('[M-03] take the account’s own text, HTML with escaped values and a plain part made from it', async () => {
    const text =
      '<p>Hei [patient_first_name] [PATIENT_LAST_NAME]</p><p><a href="[MOVE_LINK]">Flytt</a></p>';
    await begin({ login });
    await inDemo((tx) =>
      tx.insert(schema.messageTexts).values({
        accountId: 'demo',
        id: 'booked-email-nb',
        subject: '[CLINIC_NAME]: [TREATMENT_NAME]',
        text,
        format: 'html',
      }),
    );
    const patient = { ...bookingOf({ id: '' }).patient, lastName: "O'Brien" };
    const id = await book({ patient });
    const message = newest('email');
    const link = `https://demo.example.com/?view=appointments&do=move&appointment=${id}`;
    assert.equal(message.subject, 'Klinikk west: Undersøkelse');
    assert.ok(message.html?.includes('<p>Hei Ola O&#39;Brien</p>'), message.html ?? '');
    assert.ok(message.html?.includes(`<a href="${link.replaceAll('&', '&amp;')}">Flytt</a>`));
    assert.match(message.html ?? '', /^<!doctype html><html lang="nb">/);
    assert.equal(message.text, `Hei Ola O'Brien\n\nFlytt (${link})`);
    assert.match(newest('sms').text, /^Hei Ola, du har time/);
  });

  it('[M-03] let no name look like a web address, which mail programs would make a link', async () => {
    await book({ patient: { ...bookingOf({ id: '' }).patient, firstName: 'Vinn.evil.example' } });
    assert.ok(newest('email').text.startsWith('Hei Vinn. evil. example Nordmann,'));
  });

  it('[P-36] [P-37] lead to moving and cancelling only where patients may log in and do that', async () => {
    const links = () =>
      ['move', 'cancel'].filter((word) => newest('email').text.includes(`do=${word}&`));
    for (const [settings, expected] of [
      [{ login }, ['move', 'cancel']],
      [
        { login: { on: true, sms: false, eid: [{ id: 'bankid', name: 'BankID' }] } },
        ['move', 'cancel'],
      ],
      [{ login, moveAppointment: false }, ['cancel']],
      [{ login, cancelAppointment: false }, ['move']],
      [{ login, viewAppointments: false }, []],
      [{ login: { ...login, on: false } }, []],
      [{}, []],
    ] as [Partial<StaffSettings>, string[]][]) {
      await begin(settings);
      await book();
      assert.deepEqual(links(), expected, JSON.stringify(settings));
      assert.equal(newest('email').text.includes('22 33 44 55'), expected.length < 2);
    }
    await begin({ login }, { pageOf: undefined as never });
    await book();
    assert.deepEqual(links(), []);
    await begin({ login });
    await inDemo((tx) =>
      tx
        .update(schema.bookingTemplates)
        .set({ moveOnline: false })
        .where(eq(schema.bookingTemplates.id, 'check')),
    );
    await book();
    assert.deepEqual(links(), ['cancel']);
  });

  it('[N-02] carry links that name nobody', async () => {
    await begin({ login });
    const id = await book();
    const [link = ''] = /https:\S+/.exec(newest('sms').text) ?? [];
    assert.deepEqual(
      [...new URL(link).searchParams],
      [
        ['view', 'appointments'],
        ['do', 'move'],
        ['appointment', id],
      ],
    );
  });

  it('[M-12] come from the account’s sender, with its name in any case', async () => {
    await book();
    assert.deepEqual(
      (['email', 'sms'] as const).map((channel) => [
        newest(channel).senderName,
        newest(channel).sender,
      ]),
      [
        ['Account demo', null],
        [null, null],
      ],
    );
    const sender = { emailName: 'Opus', emailAddress: 'post@opus.example', sms: 'OpusDental' };
    await begin({ sender });
    // In Norway a name leaves only once it is approved (M-14).
    await inDemo((tx) =>
      tx.insert(schema.smsSenders).values({
        ...{ accountId: 'demo', companyId: 'company', name: 'OpusDental', number: null },
        approvals: { NO: 'approved' },
      }),
    );
    await book();
    assert.deepEqual(
      (['email', 'sms'] as const).map((channel) => [
        newest(channel).senderName,
        newest(channel).sender,
      ]),
      [
        ['Opus', 'post@opus.example'],
        [null, 'OpusDental'],
      ],
    );
  });

  it('[M-01] go to the patient on file where staff booked', async () => {
    const id = await appointmentId(database, service.now);
    await change(service, database, 'moved', id, new Date('2026-11-24T08:00:00Z'));
    assert.deepEqual(service.sent.map(({ to }) => to).sort(), ['+4740000000', 'kari@example.com']);
    assert.match(newest('email').text, /^Hei Kari Nordmann,/);
  });
});

describe('the calendar entry of an e-mail', () => {
  it('[P-32] is added, moved and taken out by mail programs: one UID, a higher SEQUENCE each time', async () => {
    const id = await book();
    assert.equal(newest('sms').calendar, null);
    const booked = lines(newest('email').calendar);
    assert.deepEqual(
      booked.filter((line) => !line.startsWith('DTSTAMP')),
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Opus Booking//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:REQUEST',
        'BEGIN:VEVENT',
        `UID:${appointmentUid(id)}`,
        'SEQUENCE:0',
        'DTSTART:20261123T070000Z',
        'DTEND:20261123T073000Z',
        'STATUS:CONFIRMED',
        'ORGANIZER;CN="Account demo":mailto:west@example.com',
        'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:ola@example.com',
        'SUMMARY:Time hos Klinikk west',
        'LOCATION:Klinikk west\\, Storgata 1\\, 0155 Oslo',
        'DESCRIPTION:Om du vil flytte eller avbestille\\, ring 22 33 44 55.',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ],
    );
    await change(service, database, 'moved', id, new Date('2026-11-24T10:00:00Z'));
    const moved = lines(newest('email').calendar);
    await change(service, database, 'cancelled', id);
    const cancelled = lines(newest('email').calendar);
    for (const [entry, expected] of [
      [moved, ['METHOD:REQUEST', 'SEQUENCE:1', 'STATUS:CONFIRMED', 'DTSTART:20261124T100000Z']],
      [cancelled, ['METHOD:CANCEL', 'SEQUENCE:2', 'STATUS:CANCELLED', 'DTSTART:20261124T100000Z']],
    ] as const) {
      for (const line of [`UID:${appointmentUid(id)}`, ...expected]) {
        assert.ok(entry.includes(line), line);
      }
    }
  });

  it('[P-32] has lines of at most 75 octets', async () => {
    await inDemo((tx) =>
      tx
        .update(schema.clinics)
        .set({ name: 'Tannlegene på Åsgårdstrand; "Ærlig & Snill"\r\nX-EVIL:1', phone: '' })
        .where(eq(schema.clinics.id, 'west')),
    );
    await book();
    const { calendar } = newest('email');
    for (const line of (calendar ?? '').split('\r\n')) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(line, /^X-EVIL/);
    }
    assert.doesNotMatch(calendar ?? '', /DESCRIPTION/);
  });

  it('[P-32] is only published where nobody can be its organizer', async () => {
    await inDemo((tx) => tx.update(schema.clinics).set({ email: '' }));
    await book();
    const entry = lines(newest('email').calendar);
    assert.ok(entry.includes('METHOD:PUBLISH'));
    assert.ok(!entry.some((line) => /^(ORGANIZER|ATTENDEE)/.test(line)));
  });
});
