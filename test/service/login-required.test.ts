import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { logIn } from './support/logins.js';
import { rowsOf, storePatient } from './support/patients.js';
import type { BookAnswer } from './support/service.js';
import { bookingOf, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';
import { randomToken } from '../../service/store/secrets.js';
import type { Hold, StaffSettings } from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { login: { on: true, sms: true, eid: [] } } });
  service = startService(database, { operatorKey });
  await storePatient(database);
});

const switchOn = async (settings: Partial<StaffSettings> = {}) => {
  const change = { newBookingRequiresLogin: true, ...settings };
  const { status } = await operatorOf(service, 'demo', operatorKey).call(
    'PATCH',
    '/settings',
    change,
  );
  assert.equal(status, 200);
};
const hold = async () => (await service.hold({ clinician: 'anne' })).body;
/** Kari, who types what is on file already, and one thing that is not. */
const kari = {
  ...{ firstName: 'Kari', lastName: 'Berg', nationalId: testId(7) },
  ...{ mobile: '98765432', email: 'kari.berg@example.com' },
};
const statusesOf = async () => (await rowsOf(database, 'reservations')).map(({ status }) => status);
const bookWith = ({ Authorization }: { Authorization: string }, held: Hold, key: string) =>
  service.call<BookAnswer>('/bookings', {
    json: { ...bookingOf(held), patient: { email: kari.email } },
    headers: { Authorization, 'Hold-Token': held.token, 'Idempotency-Key': key },
  });

describe('logging in that becomes needed while somebody books', () => {
  it('[P-34] is asked for with nothing lost: the time stays kept, and the same key books it once logged in', async () => {
    const held = await hold();
    const key = randomToken();
    await switchOn();
    const refused = await service.book(held, { patient: kari }, { key });
    assert.deepEqual([refused.status, refused.body.code], [401, 'login-required']);
    assert.equal(refused.body.reason, undefined);
    assert.deepEqual(await statusesOf(), ['held']);
    assert.deepEqual(await rowsOf(database, 'bookings'), []);
    assert.deepEqual(await rowsOf(database, 'patientChanges'), []);

    const bearer = await logIn(service);
    const booked = await bookWith(bearer, held, key);
    assert.deepEqual([booked.status, booked.body.status], [201, 'confirmed']);
    assert.deepEqual(await statusesOf(), ['booked']);
    assert.equal((await bookWith(bearer, held, key)).status, 201);
    assert.deepEqual(await statusesOf(), ['booked']);
  });

  it('[P-34] comes before all that a stranger’s form may be refused for, as logging in makes it another form', async () => {
    const held = await hold();
    await switchOn({ selfCreation: false });
    for (const patient of [{}, { ...kari, nationalId: testId(9) }, { ...kari, mobile: 'x' }]) {
      const { status, body } = await service.book(held, { patient });
      assert.deepEqual([status, body.code], [401, 'login-required']);
    }
    const stale = await service.book(held, { patient: kari, consent: { version: '0' } });
    assert.equal(stale.body.code, 'login-required');
  });

  it('[P-34] [P-31] leaves what waits for its code, and what was booked already, as it is', async () => {
    const waiting = await service.book(await hold(), { patient: kari });
    assert.equal(waiting.status, 202);
    await switchOn();
    const resent = { 'Booking-Token': waiting.body.token };
    service.now += 60_000;
    const path = `/bookings/${waiting.body.id}/code`;
    assert.equal(
      (await service.call(`${path}/resend`, { method: 'POST', headers: resent })).status,
      202,
    );
    const confirmed = await service.call<BookAnswer>(path, {
      json: { code: service.lastCode() },
      headers: resent,
    });
    assert.deepEqual([confirmed.status, confirmed.body.status], [200, 'confirmed']);
  });

  it('[P-34] a booking whose answer was lost is answered again, not asked to log in', async () => {
    const held = await hold();
    const key = randomToken();
    const first = await service.book(held, { patient: kari }, { key });
    await switchOn();
    const again = await service.book(held, { patient: kari }, { key });
    assert.deepEqual([again.status, again.body.id], [202, first.body.id]);
  });

  it('[P-34] choosing and keeping a time stay open to all; the account says that booking is not', async () => {
    await switchOn();
    const { body } = await service.call<{ settings: StaffSettings }>('');
    assert.equal(body.settings.newBookingRequiresLogin, true);
    const next = `${monday.slice(0, 8)}${String(Number(monday.slice(8)) + 1).padStart(2, '0')}`;
    const slots = await service.call<{ slots: unknown[] }>(`/slots?from=${monday}&to=${next}`);
    assert.ok(slots.body.slots.length > 0);
    assert.equal((await service.hold({ clinician: 'anne' })).status, 201);
  });

  it('[P-34] says by which scheme a call proves who makes it (RFC 9110)', async () => {
    await switchOn();
    const { headers } = await service.book(await hold(), { patient: kari });
    assert.equal(headers.get('WWW-Authenticate'), 'Bearer');
    const other = await service.call('/holds', { json: {} });
    assert.equal(other.headers.get('WWW-Authenticate'), null);
  });
});
