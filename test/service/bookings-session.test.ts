import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { logIn } from './support/logins.js';
import { kariMobile, openSession, rowsOf, storePatient } from './support/patients.js';
import type { BookAnswer } from './support/service.js';
import { startService, testId } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import { randomToken } from '../../service/store/secrets.js';
import type { Hold, KnownPatient, Session, StaffSettings } from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
const begin = async (settings: Partial<StaffSettings> = {}) => {
  await database.clear();
  await setUpClinic(database.db, {
    settings: { login: { on: true, sms: true, eid: [] }, ...settings },
    clinicians: [{ id: 'berit', acceptsNewPatients: false }],
  });
  service = startService(database);
};
beforeEach(() => begin());

interface Bearer {
  Authorization: string;
}
const hold = async ({ Authorization }: Partial<Bearer>, request = {}) => {
  const { body } = await service.call<Hold>('/holds', {
    json: { start: `${monday}T08:00:00+01:00`, treatment: 'check', clinician: 'anne', ...request },
    headers: { ...(Authorization ? { Authorization } : {}), 'Hold-Token': randomToken() },
  });
  return body;
};
const book = (
  { Authorization }: Bearer,
  held: Hold,
  patient: object = {},
  { key = randomToken(), version = '1' } = {},
) =>
  service.call<BookAnswer>('/bookings', {
    json: { hold: held.id, patient, consent: { version }, lang: 'nb' },
    headers: { Authorization, 'Hold-Token': held.token, 'Idempotency-Key': key },
  });
const kari = async () => (await rowsOf(database, 'patients')).find(({ id }) => id)!;
const changes = async () =>
  (await rowsOf(database, 'patientChanges')).map((row) => [row.status, row.changes]);
const byEid = async (stored: Parameters<typeof storePatient>[1] = {}) => {
  const { id } = await storePatient(database, stored);
  return openSession(database, service.now, { patientId: id });
};
const bySms = async () => {
  await storePatient(database);
  return logIn(service);
};

describe('booking with a session', () => {
  it('[P-39] needs no details and no code of a patient on file', async () => {
    const bearer = await bySms();
    const sentBefore = service.sent.length;
    const { status, body } = await book(bearer, await hold(bearer));
    assert.deepEqual([status, body.status], [201, 'confirmed']);
    const [booking] = await rowsOf(database, 'bookings');
    const { firstName, lastName, nationalId, mobile, email, confirmedBy, patientId, codeMobile } =
      booking!;
    assert.deepEqual(
      { firstName, lastName, nationalId, mobile, email, confirmedBy, patientId, codeMobile },
      {
        firstName: 'Kari',
        lastName: 'Berg',
        nationalId: testId(7),
        mobile: kariMobile,
        email: 'kari@example.com',
        confirmedBy: 'session',
        patientId: (await kari()).id,
        codeMobile: null,
      },
    );
    assert.deepEqual(
      service.sent
        .slice(sentBefore)
        .map(({ to }) => to)
        .sort(),
      [kariMobile, 'kari@example.com'].sort(),
    );
    assert.deepEqual(await changes(), []);
  });

  it('[P-39] the national ID is the session’s: one in the body is refused, the same one too', async () => {
    const bearer = await bySms();
    const held = await hold(bearer);
    for (const nationalId of [testId(7), testId(8)]) {
      const { status, body } = await book(bearer, held, { nationalId });
      assert.equal(status, 422);
      assert.deepEqual(body.fields, [{ path: 'patient.nationalId', code: 'value' }]);
    }
    assert.deepEqual(await rowsOf(database, 'bookings'), []);
  });

  it('[P-25] asks for what the account requires and the record has not', async () => {
    await begin({
      fields: {
        address1: true,
        address2: false,
        postalCode: true,
        mobile: true,
        email: true,
        campaignCode: false,
      },
    });
    const bearer = await byEid({ email: null });
    const held = await hold(bearer);
    const { status, body } = await book(bearer, held, { postalCode: '1' });
    assert.equal(status, 422);
    assert.deepEqual(body.fields, [
      { path: 'patient.email', code: 'empty' },
      { path: 'patient.postalCode', code: 'length' },
    ]);
    const complete = { email: 'kari@example.com', postalCode: '0155' };
    assert.equal((await book(bearer, held, complete)).status, 201);
    const { email, postalCode, address1 } = await kari();
    assert.deepEqual([email, postalCode, address1], ['kari@example.com', '0155', 'Parkveien 1']);
  });

  it('[P-28] the consent has to be to the text in force', async () => {
    const bearer = await bySms();
    const { body } = await book(bearer, await hold(bearer), {}, { version: '0' });
    assert.deepEqual(body.fields, [{ path: 'consent', code: 'stale' }]);
  });

  it('[P-39] logged in by code, an address changes the record at once; the way in waits for the clinic', async () => {
    const bearer = await bySms();
    const said = { email: 'new@example.com', mobile: '41234567', lastName: 'Lie' };
    assert.equal((await book(bearer, await hold(bearer), said)).status, 201);
    const { email, mobile, mobileTrusted, lastName } = await kari();
    assert.deepEqual(
      [email, mobile, mobileTrusted, lastName],
      ['new@example.com', kariMobile, true, 'Berg'],
    );
    assert.deepEqual(await changes(), [
      [
        'waiting',
        {
          lastName: { from: 'Berg', to: 'Lie' },
          mobile: { from: kariMobile, to: '+4741234567' },
        },
      ],
    ]);
    const [booking] = await rowsOf(database, 'bookings');
    assert.deepEqual([booking?.mobile, booking?.lastName], ['+4741234567', 'Lie']);
  });

  it('[P-39] e-ID vouches for another mobile too: it is a way in at once', async () => {
    const bearer = await byEid({ mobile: '+4740000001', mobileTrusted: false });
    assert.equal((await book(bearer, await hold(bearer), { mobile: '98765432' })).status, 201);
    const { mobile, mobileTrusted } = await kari();
    assert.deepEqual([mobile, mobileTrusted], [kariMobile, true]);
    assert.deepEqual(await changes(), []);
    assert.equal((await logIn(service)).session.access, 'record');
  });

  it('[P-39] e-ID does not vouch for a number that was only not changed', async () => {
    const bearer = await byEid({ mobileTrusted: false });
    assert.equal((await book(bearer, await hold(bearer))).status, 201);
    assert.equal((await kari()).mobileTrusted, false);
  });

  it('[P-24] the same key again repeats the answer, though the session has ended meanwhile', async () => {
    const bearer = await bySms();
    const held = await hold(bearer);
    const first = await book(bearer, held, {}, { key: 'k' });
    assert.deepEqual((await book(bearer, held, {}, { key: 'k' })).body, first.body);
    await service.call('/session', {
      method: 'DELETE',
      headers: { Authorization: bearer.Authorization },
    });
    assert.deepEqual((await book(bearer, held, {}, { key: 'k' })).body, first.body);
    assert.equal((await book(bearer, held, {}, { key: 'l' })).status, 401);
    assert.equal((await rowsOf(database, 'bookings')).length, 1);
  });

  it('[P-31] a patient who is logged in is not kept out by bookings that nobody confirmed', async () => {
    await storePatient(database);
    for (const clock of ['09:00', '09:30', '10:00']) {
      const { body } = await service.hold(
        { start: `${monday}T${clock}:00+01:00`, clinician: 'anne' },
        { from: `203.0.113.${clock.slice(0, 2)}` },
      );
      if (!body.id) continue;
      await service.book(body, {
        patient: {
          firstName: 'X',
          lastName: 'Y',
          nationalId: testId(7),
          mobile: kariMobile,
          email: 'x@example.com',
        },
      });
    }
    const bearer = await logIn(service);
    assert.equal((await book(bearer, await hold(bearer))).status, 201);
  });
});

describe('booking for who is not on file', () => {
  const person = { firstName: 'Kari', lastName: 'Berg' };
  const contact = { mobile: '98765432', email: 'kari@example.com' };

  it('[P-39] [P-42] e-ID puts them on file, with a mobile that is a way in', async () => {
    const bearer = await openSession(database, service.now, person);
    const { status } = await book(bearer, await hold(bearer), contact);
    assert.equal(status, 201);
    const { firstName, lastName, nationalId, birthDate, mobile, mobileTrusted } = await kari();
    assert.deepEqual([firstName, lastName, nationalId], ['Kari', 'Berg', testId(7)]);
    assert.deepEqual([birthDate, mobile, mobileTrusted], ['1957-11-15', kariMobile, true]);
    const { body } = await service.call<Session>('/session', { headers: bearer });
    assert.equal(body.access, 'record');
    assert.equal((await logIn(service)).session.access, 'record');
  });

  it('[P-42] not where the account takes no new patients, nor with a clinician who takes none', async () => {
    const bearer = await openSession(database, service.now, person);
    const onFile = await byEid({ nationalId: testId(8) });
    const held = await hold(onFile, { clinician: 'berit' });
    const { status, body } = await book(bearer, held, contact);
    assert.deepEqual([status, body.code, body.reason], [403, 'not-allowed', 'setting']);

    await begin({ selfCreation: false });
    const again = await openSession(database, service.now, person);
    assert.equal((await book(again, await hold(again), contact)).status, 403);
    assert.deepEqual(await rowsOf(database, 'patients'), []);
  });

  it('[P-34] where booking needs a login it is for patients on file alone', async () => {
    await begin({ newBookingRequiresLogin: true });
    const held = await hold({});
    assert.equal((await service.book(held)).body.code, 'login-required');
    const stranger = await openSession(database, service.now, person);
    const { status, body } = await book(stranger, held, contact);
    assert.deepEqual([status, body.code, body.reason], [403, 'not-allowed', 'setting']);
    const bearer = await bySms();
    assert.equal((await book(bearer, held)).status, 201);
  });

  it('[P-39] somebody put on file meanwhile is not put there twice', async () => {
    const bearer = await openSession(database, service.now, person);
    const held = await hold(bearer);
    await storePatient(database, { mobileTrusted: false });
    assert.equal(
      (await book(bearer, held, { mobile: '41234567', email: 'k@example.com' })).status,
      201,
    );
    const rows = await rowsOf(database, 'patients');
    assert.deepEqual(
      rows.map(({ mobile, mobileTrusted }) => [mobile, mobileTrusted]),
      [['+4741234567', true]],
    );
  });
});

describe('what a session is told', () => {
  it('[P-39] [N-02] never holds a whole national ID', async () => {
    const bearer = await bySms();
    const held = await hold(bearer);
    const answers = [
      bearer.session,
      (await service.call('/session', { headers: { Authorization: bearer.Authorization } })).body,
      (await book(bearer, held, { mobile: 'x' })).body,
      (await book(bearer, held)).body,
    ];
    const known: KnownPatient = bearer.session.patient;
    assert.ok(!('nationalId' in known));
    assert.ok(!JSON.stringify(answers).replaceAll('-', '').includes(testId(7)));
  });
});
