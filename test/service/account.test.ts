import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import { inAccount } from '../../service/store/database.js';
import { Account, Settings, Theme } from '../../src/contract/index.js';
import type { DayList, SlotList, StartList } from '../../src/contract/index.js';
import { accentPalette } from '../../src/domain/accent-palette.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {
    clinicians: [
      { id: 'berit', acceptsNewPatients: false },
      { id: 'hidden', published: false },
    ],
  });
  service = startService(database);
});
const execute = (statement: string) =>
  inAccount(database.db, 'demo', (tx) => tx.execute(sql.raw(statement)));
/** The same for what the service does otherwise: it takes consents away and stores them anew. */
const executeAsOwner = (statement: string) =>
  database.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT set_config('opus.account', 'demo', true)`);
    await tx.execute(sql.raw(statement));
  });

describe('the account', () => {
  it('[P-12] brings everything for the first step, as the contract says', async () => {
    const { status, body } = await service.call<Account>('');
    assert.equal(status, 200);
    assert.ok(z.safeParse(Account, body).success);
    assert.deepEqual(
      body.clinics.map(({ id, group }) => [id, group]),
      [
        ['west', 'group'],
        ['east', undefined],
      ],
    );
    assert.deepEqual(body.groups, [{ id: 'group', name: 'Oslo' }]);
    assert.equal(body.texts.welcomeHeading, 'Velkommen');
  });

  it('[P-12] [S-05] is as the contract says where a clinic has stored neither address nor telephone', async () => {
    await execute(
      `UPDATE clinics SET address1 = '', postal_code = '', city = '', phone = '', email = '', text = ''`,
    );
    const { body } = await service.call<Account>('');
    const { error } = z.safeParse(Account, body);
    assert.equal(error, undefined);
    const [{ address1, phone, text }] = body.clinics as [Account['clinics'][0]];
    assert.deepEqual([address1, phone, text], ['', '', undefined]);
  });

  it('[P-15] [P-46] lists treatments by the patient’s name', async () => {
    const { body } = await service.call<Account>('');
    const [check] = body.treatments.filter(({ id }) => id === 'check');
    assert.deepEqual(check, { id: 'check', name: 'Undersøkelse', minutes: 30 });
  });

  it('[P-16] shows photo and title only where the clinician consents', async () => {
    const { body } = await service.call<Account>('');
    const offers = body.offers.filter(({ clinician }) => clinician === 'anne');
    assert.deepEqual(
      offers.map(({ clinic, title, photo }) => [clinic, title, photo]),
      [
        ['west', 'Tannlege', '/v1/accounts/demo/photos/west/anne?v=abc'],
        ['east', undefined, undefined],
      ],
    );
    const photo = await service.request('/v1/accounts/demo/photos/west/anne?v=abc');
    assert.equal(photo.status, 200);
    assert.equal(photo.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(photo.headers.get('Content-Security-Policy') ?? '', /default-src 'none'.*sandbox/);
  });

  it('[P-16] serves no photo without consent, however its address is guessed', async () => {
    const isServed = async (path: string) => (await service.request(path)).status === 200;
    const root = '/v1/accounts/demo/photos';
    assert.ok(await isServed(`${root}/west/anne`));
    for (const guess of [
      // Without consent at that clinic, not published, nobody, nowhere.
      `${root}/east/anne`,
      `${root}/east/anne?v=abc`,
      `${root}/west/hidden`,
      `${root}/west/nobody`,
      `${root}/nowhere/anne`,
      // Ways around the clinic.
      `${root}/anne`,
      `${root}//anne`,
      `${root}/east/../west%2Fanne`,
      `${root}/west%20/anne`,
      `${root}/%25/anne`,
      `${root}/WEST/anne`,
      `${root}/east/anne/west`,
      '/v1/accounts/other/photos/west/anne',
    ]) {
      assert.equal(await isServed(guess), false, guess);
    }
  });

  for (const [what, change] of [
    ['the photo’s consent is withdrawn', 'UPDATE clinician_clinics SET photo_consent = false'],
    ['the clinician is not published', 'UPDATE clinicians SET published = false'],
    ['the clinician has left', 'UPDATE clinicians SET archived_at = now()'],
    [
      'the clinician has left that clinic',
      `DELETE FROM clinician_clinics WHERE clinic_id = 'west'`,
    ],
    ['the clinic is closed', `UPDATE clinics SET archived_at = now() WHERE id = 'west'`],
  ] as const) {
    it(`[P-16] serves the photo no more once ${what}`, async () => {
      const { body } = await service.call<Account>('');
      const address = body.offers.find(({ photo }) => photo)?.photo ?? '';
      assert.equal((await service.request(address)).status, 200);
      await executeAsOwner(change);
      assert.equal((await service.request(address)).status, 404);
      const after = await service.call<Account>('');
      assert.ok(!JSON.stringify(after.body).includes('/photos/'));
    });
  }

  it('[P-16] lets no cache but the patient’s own keep a photo, and that for a day at most', async () => {
    const photo = await service.request('/v1/accounts/demo/photos/west/anne?v=abc');
    assert.equal(photo.headers.get('Cache-Control'), 'private, max-age=86400');
  });

  it('[P-16] sends a title nowhere without consent', async () => {
    await execute(`UPDATE clinicians SET title = 'Spesialist i ' || id`);
    const before = JSON.stringify((await service.call<Account>('')).body);
    assert.ok(before.includes('Spesialist i anne'));
    await executeAsOwner(`UPDATE clinician_clinics SET title_consent = false`);
    const query = `from=${monday}&to=2026-11-30`;
    const held = await service.hold();
    const booked = await service.book(held.body);
    assert.ok(booked.status < 300);
    for (const { body } of [
      await service.call(''),
      await service.call(`/slots?${query}`),
      await service.call(`/slots?${query}&view=starts`),
      held,
      booked,
    ]) {
      assert.ok(!JSON.stringify(body).includes('Spesialist'));
    }
  });

  it('[S-01] leaves out who is not published, and what only staff may know', async () => {
    const { body } = await service.call<Account>('');
    assert.ok(!body.clinicians.some(({ id }) => id === 'hidden'));
    const text = JSON.stringify(body);
    for (const secret of ['Internal text', 'timebookGridMinutes', 'allowedOrigins', 'journal']) {
      assert.ok(!text.includes(secret), secret);
    }
  });

  it('[S-04] [M-12] tells patients no setting but those of the contract, not who messages come from', async () => {
    const { body } = await service.call<Account>('');
    const names = Object.keys(body.settings).sort();
    // Said only where the mail server can deliver to such addresses: test/service/typed.test.ts.
    const expected = Object.keys(Settings.shape).filter((name) => name !== 'utf8Email');
    assert.deepEqual(names, expected.sort());
  });

  it('[P-40] answers 304 while nothing changed, and anew after any change', async () => {
    const first = await service.call('');
    const etag = first.headers.get('ETag') ?? '';
    assert.match(etag, /^".+"$/);
    assert.equal(first.headers.get('Cache-Control'), 'no-cache');
    const again = await service.call('', { headers: { 'If-None-Match': etag } });
    assert.deepEqual([again.status, again.body], [304, '']);
    // The revision alone, as the first version wrote it: what that answered lacks what was added since.
    const former = etag.replace(/^"\d+-/, '"');
    const newer = await service.call('', { headers: { 'If-None-Match': former } });
    assert.deepEqual([former === etag, newer.status], [false, 200]);
    for (const change of [
      `UPDATE clinics SET name = 'New' WHERE id = 'west'`,
      `DELETE FROM clinician_clinics WHERE clinic_id = 'east'`,
      `UPDATE accounts SET maintenance = true`,
    ]) {
      const before = (await service.call('')).headers.get('ETag') ?? '';
      await execute(change);
      const after = await service.call('', { headers: { 'If-None-Match': before } });
      assert.equal(after.status, 200, change);
    }
    assert.equal((await service.call<Account>('')).body.clinics[0]?.name, 'New');
  });

  it("[P-09] works out the colours that follow from the account's, or from the default", async () => {
    const { palette, accent } = (await service.call<Account>('')).body.theme;
    assert.equal(accent, '#0a7d75');
    assert.deepEqual(palette, accentPalette('#0a7d75'));
    await execute('UPDATE accounts SET accent = NULL');
    const without = await service.call<Account>('');
    assert.deepEqual(without.body.theme, { palette: accentPalette() });
    assert.ok(Theme.safeParse(without.body.theme).success);
  });

  it('[P-09] serves the logo', async () => {
    await execute(
      `UPDATE accounts SET logo = '\\x3c737667', logo_type = 'image/svg+xml', logo_width = 100, logo_height = 40, logo_version = 'v1'`,
    );
    const { body } = await service.call<Account>('');
    assert.equal(body.theme.logo?.url, '/v1/accounts/demo/logo?v=v1');
    const logo = await service.request(body.theme.logo.url);
    assert.equal(logo.headers.get('Content-Type'), 'image/svg+xml');
    assert.equal(logo.body, '<svg');
  });
});

describe('free times', () => {
  const slots = async <View = SlotList>(query: string) =>
    (await service.call<View>(`/slots?from=${monday}&to=2026-11-30&${query}`)).body;

  it('[A-04] lists them by start, with what any filter leaves', async () => {
    const all = await slots('treatment=check&clinic=west');
    assert.equal(all.slots.length, 5 * 8);
    assert.deepEqual(all.slots[0], {
      start: `${monday}T08:00:00+01:00`,
      minutes: 30,
      clinic: 'west',
      clinician: 'anne',
      treatment: 'check',
    });
    assert.equal((await slots('clinic=east')).slots.length, 0);
    assert.equal((await slots('group=group&treatment=check')).slots.length, 40);
    assert.equal((await slots('treatment=long&clinician=anne')).slots.length, 5 * 6);
    assert.equal((await slots('')).slots.length, 5 * (8 + 6 + 4));
  });

  it('[P-02] tells what begins at one instant', async () => {
    const at = encodeURIComponent(`${monday}T07:00:00Z`);
    const { slots: found } = await slots(`at=${at}`);
    assert.deepEqual(found.map(({ treatment }) => treatment).sort(), ['check', 'implant', 'long']);
  });

  it('[P-02] [P-20] knows the first time and the next date for one instant, before and after the range', async () => {
    const wednesday = '2026-11-25T08:00:00+01:00';
    const beyond = async (from: string, to: string) => {
      const at = encodeURIComponent(wednesday);
      const query = `from=${from}&to=${to}&at=${at}&treatment=check&clinician=anne`;
      const { status, body } = await service.call<SlotList>(`/slots?${query}`);
      assert.equal(status, 200);
      return [body.slots.length, body.first?.start, body.nextDate];
    };
    assert.deepEqual(await beyond('2026-11-23', '2026-11-24'), [0, wednesday, '2026-11-25']);
    assert.deepEqual(await beyond('2026-11-23', '2026-11-30'), [1, wednesday, null]);
    assert.deepEqual(await beyond('2026-11-26', '2026-11-30'), [0, wednesday, null]);
  });

  it('[P-21] counts the distinct starts', async () => {
    const { starts } = await slots<StartList>('view=starts');
    assert.deepEqual(starts[0], {
      start: `${monday}T08:00:00+01:00`,
      count: 3,
      minutesMin: 30,
      minutesMax: 60,
    });
  });

  it('[P-20] counts days, and knows the first free time and the next free date', async () => {
    const query = 'from=2026-11-24&to=2026-11-26&treatment=check&view=days';
    const { body } = await service.call<DayList>(`/slots?${query}`);
    assert.deepEqual(body.days, [
      { date: '2026-11-24', count: 8 },
      { date: '2026-11-25', count: 8 },
    ]);
    assert.equal(body.first?.start, `${monday}T08:00:00+01:00`);
    assert.equal(body.nextDate, '2026-11-26');
  });

  it('[P-20] finds the next free date almost a year ahead, and no further', async () => {
    service.now = Date.parse('2025-11-24T09:00:00Z');
    const query = '/slots?from=2025-11-24&to=2025-12-01&treatment=check';
    const { body } = await service.call<SlotList>(query);
    assert.deepEqual([body.slots, body.nextDate], [[], monday]);
    service.now = Date.parse('2025-11-22T09:00:00Z');
    const further = (await service.call<SlotList>(query)).body;
    assert.deepEqual([further.nextDate, further.first], [null, null]);
  });

  it('[P-42] hides clinicians who take no new patients while anybody may book', async () => {
    assert.equal((await slots('clinician=berit')).slots.length, 0);
    await execute(`UPDATE accounts SET settings = settings || '{"selfCreation": false}'`);
    assert.notEqual((await slots('clinician=berit')).slots.length, 0);
  });

  it('[P-19] never lists a time that has begun', async () => {
    service.now = Date.parse(`${monday}T09:00:00+01:00`);
    const { slots: left } = await slots('treatment=check');
    assert.equal(left[0]?.start, `${monday}T09:30:00+01:00`);
  });

  it('[P-22] writes the offset of the clinic’s zone on both sides of a DST change', async () => {
    await database.clear();
    await setUpClinic(database.db, { monday: '2026-10-23', settings: { weekendBooking: true } });
    service.now = Date.parse('2026-10-20T08:00:00Z');
    const { body } = await service.call<SlotList>(
      '/slots?from=2026-10-24&to=2026-10-27&treatment=check',
    );
    const starts = body.slots.map(({ start }) => start).filter((start) => /T08:00/.test(start));
    assert.deepEqual(starts, [
      '2026-10-24T08:00:00+02:00',
      '2026-10-25T08:00:00+01:00',
      '2026-10-26T08:00:00+01:00',
    ]);
  });
});
