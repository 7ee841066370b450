import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { setUpClinic } from './support/clinic-fixture.js';
import { logIn } from './support/logins.js';
import { kariMobile, openSession, rowsOf } from './support/patients.js';
import { startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
const id = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const another = '1e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const kari = { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7) };

let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { login: { on: true, sms: true, eid: [] } } });
  service = startService(database, { operatorKey });
});
const put = (patient: object, which = id) =>
  operatorOf(service, 'demo', operatorKey).call('PUT', `/patients/${which}`, patient);

describe('patients on file, stored by staff', () => {
  it('[P-39] are stored as the market writes them; a mobile is a way in', async () => {
    const written = `${testId(7).slice(0, 6)}-${testId(7).slice(6)}`;
    const { status } = await put({ ...kari, nationalId: written, mobile: '987 65 432' });
    assert.equal(status, 204);
    const [row] = await rowsOf(database, 'patients');
    assert.deepEqual(
      [row?.id, row?.nationalId, row?.birthDate, row?.mobile, row?.mobileTrusted],
      [id, testId(7), '1957-11-15', kariMobile, true],
    );
    const { session } = await logIn(service);
    assert.deepEqual([session.access, session.patient.firstName], ['record', 'Kari']);
  });

  it('[P-39] are stored whole: what is left out is forgotten, and no mobile is no way in', async () => {
    await put({ ...kari, mobile: kariMobile, email: 'kari@example.com', address1: 'Parkveien 1' });
    assert.equal((await put({ ...kari, lastName: 'Lie' })).status, 204);
    const rows = await rowsOf(database, 'patients');
    assert.deepEqual(
      rows.map((row) => [row.lastName, row.mobile, row.email, row.address1, row.mobileTrusted]),
      [['Lie', null, null, null, false]],
    );
  });

  it('[P-26] [P-29] says what is wrong with each field, and stores nothing then', async () => {
    const { status, body } = await put({
      ...kari,
      nationalId: '12345678901',
      mobile: '22334455',
      email: 'x',
      postalCode: '1',
    });
    assert.equal(status, 422);
    assert.deepEqual(body.fields?.map(({ path }) => path).sort(), [
      'email',
      'mobile',
      'nationalId',
      'postalCode',
    ]);
    assert.deepEqual(await rowsOf(database, 'patients'), []);
  });

  it('[N-02] a national ID under another id is taken, without the ID in the answer', async () => {
    await put(kari);
    const { status, body } = await put(kari, another);
    assert.equal(status, 422);
    assert.deepEqual(body.fields, [{ path: 'nationalId', code: 'taken' }]);
    assert.ok(!JSON.stringify(body).includes(testId(7)));
    assert.deepEqual(service.errors, []);
    assert.equal((await put(kari, 'no-uuid')).status, 404);
  });

  it('[P-33] another mobile ends the sessions that the old one opened, not those of e-ID', async () => {
    await put({ ...kari, mobile: kariMobile });
    const bySms = await logIn(service);
    const byEid = await openSession(database, service.now, { patientId: id });
    const status = async ({ Authorization }: { Authorization: string }) =>
      (await service.call('/session', { headers: { Authorization } })).status;
    await put({ ...kari, mobile: kariMobile, email: 'kari@example.com' });
    assert.deepEqual([await status(bySms), await status(byEid)], [200, 200]);
    await put({ ...kari, mobile: '41234567' });
    assert.deepEqual([await status(bySms), await status(byEid)], [401, 200]);
  });
});
