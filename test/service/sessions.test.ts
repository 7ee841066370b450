import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { openSession, rowsOf, storePatient } from './support/patients.js';
import { startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import type { Problem, Session, SlotList, StaffSettings } from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

const minute = 60_000;
let service: ReturnType<typeof startService>;
const begin = async (settings: Partial<StaffSettings> = {}) => {
  await database.clear();
  await setUpClinic(database.db, {
    settings,
    clinicians: [{ id: 'berit', acceptsNewPatients: false }],
  });
  service = startService(database);
};
beforeEach(() => begin());

type Bearer = { Authorization: string };
const session = (headers: Partial<Bearer>) =>
  service.call<Session & Problem>('/session', { headers });
const logOut = (headers: Partial<Bearer>) =>
  service.call<Problem>('/session', { method: 'DELETE', headers });

describe('a session', () => {
  it('[P-33] tells the patient on file, the national ID masked as the market writes it', async () => {
    const { id } = await storePatient(database);
    const bearer = await openSession(database, service.now, { patientId: id });
    const { status, body, headers } = await session(bearer);
    assert.equal(status, 200);
    assert.deepEqual(body, {
      token: bearer.Authorization.slice(7),
      expiresIn: 1200,
      patient: {
        firstName: 'Kari',
        lastName: 'Berg',
        nationalIdMasked: '159157-*****',
        mobile: '+4798765432',
        email: 'kari@example.com',
        address1: 'Parkveien 1',
      },
      access: 'record',
      needsCode: true,
    });
    assert.equal(headers.get('Cache-Control'), 'no-store');
  });

  it('[P-43] needs no code where one opened it, or where the account asks for none', async () => {
    const { id } = await storePatient(database);
    const byCode = await openSession(database, service.now, {
      kind: 'sms',
      patientId: id,
      confirmedAt: new Date(service.now),
    });
    assert.equal((await session(byCode)).body.needsCode, false);
    await begin({ confirmation: 'none' });
    const bearer = await openSession(database, service.now);
    assert.equal((await session(bearer)).body.needsCode, false);
  });

  it('[P-33] of somebody not on file tells what the e-ID provider told', async () => {
    const bearer = await openSession(database, service.now, { firstName: 'Per', lastName: 'Ås' });
    const { body } = await session(bearer);
    assert.deepEqual(body.patient, {
      firstName: 'Per',
      lastName: 'Ås',
      nationalIdMasked: '159157-*****',
    });
    assert.equal(body.access, 'none');
  });

  it('[P-33] ends after 20 minutes without a call, and four hours after it began', async () => {
    const bearer = await openSession(database, service.now);
    service.now += 19 * minute;
    assert.equal((await session(bearer)).body.expiresIn, 1200);
    service.now += 20 * minute;
    const { status, body } = await session(bearer);
    assert.deepEqual([status, body.code], [401, 'login-required']);

    const used = await openSession(database, service.now);
    const begun = service.now;
    for (service.now += 10 * minute; service.now < begun + 240 * minute; service.now += 10 * minute)
      assert.equal((await session(used)).status, 200);
    assert.equal((await session(used)).status, 401);
  });

  it('[P-33] logging out ends it for good', async () => {
    const bearer = await openSession(database, service.now);
    assert.equal((await logOut(bearer)).status, 204);
    assert.equal((await session(bearer)).status, 401);
    assert.equal((await logOut(bearer)).status, 401);
  });

  it('[N-02] is stored by a hash of its token alone', async () => {
    const bearer = await openSession(database, service.now);
    const stored = JSON.stringify(await rowsOf(database, 'sessions'));
    assert.ok(!stored.includes(bearer.Authorization.slice(7)));
  });

  it('[P-44] none, a broken one and a stranger are login-required', async () => {
    await openSession(database, service.now);
    for (const headers of [
      {},
      { Authorization: 'Bearer x' },
      { Authorization: `Bearer ${'A'.repeat(43)}` },
      { Authorization: `Basic ${'A'.repeat(43)}` },
    ]) {
      const { status, body } = await session(headers);
      assert.deepEqual([status, body.code], [401, 'login-required']);
      assert.equal((await logOut(headers)).status, 401);
    }
  });

  it('[N-04] of one account is none in another', async () => {
    await setUpClinic(database.db, { id: 'other' });
    const headers = await openSession(database, service.now);
    const { status } = await service.request('/v1/accounts/other/session', { headers });
    assert.equal(status, 401);
  });
});

describe('times with a session', () => {
  const clinicians = async (headers: Partial<Bearer> = {}) => {
    const query = `from=${monday}&to=2026-11-24&treatment=check`;
    const { body } = await service.call<SlotList>(`/slots?${query}`, { headers });
    return [...new Set(body.slots.map(({ clinician }) => clinician))].sort();
  };
  const hold = (headers: Partial<Bearer>, clinician: string, clock = '08:00', from?: string) =>
    service.call<{ id: string; code: string }>('/holds', {
      json: { start: `${monday}T${clock}:00+01:00`, treatment: 'check', clinician },
      headers,
      ...(from ? { from } : {}),
    });

  it('[P-42] shows clinicians without room for new patients to who is on file, and to nobody else', async () => {
    const { id } = await storePatient(database);
    const onFile = await openSession(database, service.now, { patientId: id });
    const stranger = await openSession(database, service.now);
    assert.deepEqual(await clinicians(), ['anne']);
    assert.deepEqual(await clinicians(stranger), ['anne']);
    assert.deepEqual(await clinicians(onFile), ['anne', 'berit']);
    assert.equal((await hold({}, 'berit')).body.code, 'slot-taken');
    assert.equal((await hold(stranger, 'berit')).body.code, 'slot-taken');
    assert.equal((await hold(onFile, 'berit')).status, 201);
  });

  it('[P-24] a hold with a session is not anonymous and takes no part of the anonymous share', async () => {
    const { id } = await storePatient(database);
    const bearer = await openSession(database, service.now, { patientId: id });
    // Anne works 240 minutes, so anonymous holds may take 72 of them.
    for (const clock of ['08:00', '08:30', '09:00'])
      assert.equal((await hold(bearer, 'anne', clock)).status, 201);
    const flags = (await rowsOf(database, 'reservations')).map(({ anonymous }) => anonymous);
    assert.deepEqual(flags, [false, false, false]);
    assert.equal((await hold({}, 'anne', '09:30')).status, 201);
    assert.equal((await hold({}, 'anne', '10:00', '203.0.113.8')).status, 201);
    const third = await service.hold(
      { clinician: 'anne', start: `${monday}T10:30:00+01:00` },
      { from: '203.0.113.9' },
    );
    assert.equal(third.body.code, 'slot-taken');
  });

  it('[P-44] a session that has ended is login-required, not somebody unknown', async () => {
    const bearer = await openSession(database, service.now);
    await logOut(bearer);
    const query = `from=${monday}&to=2026-11-24&treatment=check`;
    const { status } = await service.call(`/slots?${query}`, { headers: bearer });
    assert.equal(status, 401);
    assert.equal((await hold(bearer, 'anne')).status, 401);
  });
});
