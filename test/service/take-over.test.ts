import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { askToLogIn, logIn } from './support/logins.js';
import { kariMobile, openSession, rowsOf, storePatient } from './support/patients.js';
import type { BookAnswer } from './support/service.js';
import { startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';
import { randomToken } from '../../service/store/secrets.js';
import type {
  AppointmentList,
  Hold,
  PatientChangeList,
  Session,
  StaffSettings,
} from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
const thief = { nationalId: testId(7), mobile: '41234567' };
const thiefMobile = '+4741234567';

let service: ReturnType<typeof startService>;
const begin = async (settings: Partial<StaffSettings> = {}) => {
  await database.clear();
  await setUpClinic(database.db, {
    settings: { login: { on: true, sms: true, eid: [] }, ...settings },
  });
  service = startService(database, { operatorKey });
};
beforeEach(() => begin());

const clinic = () => operatorOf(service, 'demo', operatorKey);
const holdAt = async (clock: string) =>
  (await service.hold({ start: `${monday}T${clock}:00+01:00`, clinician: 'anne' })).body;
/** Books with somebody's ID and one's own mobile, and confirms by the code that comes there. */
const bookAs = async (clock: string, mobile: string, said: object = {}) => {
  const patient = {
    firstName: 'Tom',
    lastName: 'Thief',
    nationalId: testId(7),
    mobile,
    email: 'tom@example.com',
    ...said,
  };
  const { body } = await service.book(await holdAt(clock), { patient });
  const { status } = await service.call(`/bookings/${body.id}/code`, {
    json: { code: service.lastCode() },
    headers: { 'Booking-Token': body.token },
  });
  assert.equal(status, 200);
};
const bookWith = async (bearer: { Authorization: string }, clock: string, patient: object) => {
  const held: Hold = await holdAt(clock);
  return service.call<BookAnswer>('/bookings', {
    json: { hold: held.id, patient, consent: { version: '1' }, lang: 'nb' },
    headers: {
      Authorization: bearer.Authorization,
      'Hold-Token': held.token,
      'Idempotency-Key': randomToken(),
    },
  });
};
const getsIn = async (claim: typeof thief) => {
  const before = service.sent.length;
  assert.equal((await askToLogIn(service, claim)).status, 202);
  return service.sent.length > before;
};
/** The clinic's answer to the only change that waits. */
const decide = async (accept: boolean) => {
  const { body } = await clinic().call<PatientChangeList>('GET', '/patient-changes');
  return clinic().call('POST', `/patient-changes/${body.changes[0]?.id}`, { accept });
};
const statusOf = async ({ Authorization }: { Authorization: string }) =>
  (await service.call('/session', { headers: { Authorization } })).status;
/** Starts of the appointments that a session sees. */
const seenBy = async ({ Authorization }: { Authorization: string }) => {
  const { body } = await service.call<AppointmentList>('/appointments', {
    headers: { Authorization },
  });
  return body.appointments.map(({ slot }) => slot.start.slice(11, 16)).sort();
};
const record = async () => {
  const { firstName, lastName, mobile, email, address1, mobileTrusted } = (
    await rowsOf(database, 'patients')
  )[0]!;
  return { firstName, lastName, mobile, email, address1, mobileTrusted };
};

describe('a take-over', () => {
  it('[P-39] by booking with a patient’s ID and one’s own mobile shows that booking and nothing of the record', async () => {
    await storePatient(database);
    const before = await record();
    await bookWith(await logIn(service), '10:00', {});
    await bookAs('08:00', thief.mobile);
    const { session, Authorization } = await logIn(service, thief);
    assert.deepEqual(await seenBy({ Authorization }), ['08:00']);
    const expected: Omit<Session, 'token'> = {
      expiresIn: 1200,
      patient: {
        firstName: 'Tom',
        lastName: 'Thief',
        nationalIdMasked: '159157-*****',
        mobile: thiefMobile,
        email: 'tom@example.com',
      },
      access: 'mobile',
      needsCode: false,
    };
    const { token: _token, ...told } = session;
    assert.deepEqual(told, expected);
    const again = await service.call<Session>('/session', { headers: { Authorization } });
    assert.deepEqual(again.body, session);
    assert.deepEqual(await record(), before);
  });

  it('[P-39] a booking with such a session changes nothing of the record: the clinic is asked', async () => {
    await storePatient(database);
    const before = await record();
    await bookAs('08:00', thief.mobile);
    const bearer = await logIn(service, thief);
    const said = { email: 'thief@example.com', mobile: '40404040', lastName: 'Berg' };
    assert.equal((await bookWith(bearer, '08:30', said)).status, 201);
    assert.deepEqual(await record(), before);
    const asked = (await rowsOf(database, 'patientChanges')).map(({ changes }) => changes);
    assert.deepEqual(asked.at(-1), {
      mobile: { from: kariMobile, to: '+4740404040' },
      email: { from: 'kari@example.com', to: 'thief@example.com' },
    });
    // The number that was only said opens nothing; the one that confirmed it goes on to.
    assert.equal(await getsIn({ ...thief, mobile: '40404040' }), false);
    const [newest] = (await rowsOf(database, 'bookings')).filter(
      ({ confirmedBy }) => confirmedBy === 'session',
    );
    assert.deepEqual([newest?.firstName, newest?.codeMobile], ['Tom', thiefMobile]);
    assert.deepEqual(await seenBy(bearer), ['08:00', '08:30']);
  });

  it('[P-39] the patient sees everything that was booked in her name, and stays who she is', async () => {
    await storePatient(database);
    await bookAs('08:00', thief.mobile);
    const { session, Authorization } = await logIn(service);
    assert.deepEqual([session.access, session.patient.firstName], ['record', 'Kari']);
    assert.deepEqual(await seenBy({ Authorization }), ['08:00']);
  });

  it('[P-39] of somebody who was on file nowhere makes a record, but no way into it', async () => {
    await bookAs('08:00', thief.mobile);
    assert.equal((await record()).mobileTrusted, false);
    const { session } = await logIn(service, thief);
    assert.equal(session.access, 'mobile');
    // Kari comes, whom nobody had on file: her own booking is not the thief's to see, nor his hers.
    service.now += 60_000;
    await bookAs('09:00', kariMobile, {
      firstName: 'Kari',
      lastName: 'Berg',
      address1: 'Her home',
    });
    const hers = await logIn(service);
    assert.deepEqual([hers.session.access, hers.session.patient.firstName], ['mobile', 'Kari']);
    assert.deepEqual(await seenBy(hers), ['09:00']);
    service.now += 60_000;
    const his = await logIn(service, thief);
    assert.deepEqual([his.session.access, his.session.patient.firstName], ['mobile', 'Tom']);
    assert.deepEqual(await seenBy(his), ['08:00']);
  });

  it('[P-39] the clinic’s yes makes a mobile a way in, and its no does not', async () => {
    for (const accept of [false, true]) {
      await begin();
      await storePatient(database);
      await bookAs('08:00', thief.mobile);
      const { body } = await clinic().call<PatientChangeList>('GET', '/patient-changes');
      assert.deepEqual(body.changes[0]?.changes.mobile, { from: kariMobile, to: thiefMobile });
      const { status } = await clinic().call('POST', `/patient-changes/${body.changes[0]?.id}`, {
        accept,
      });
      assert.equal(status, 204);
      const { session } = await logIn(service, thief);
      assert.equal(session.access, accept ? 'record' : 'mobile');
      // After a yes the old number is no way in any more.
      assert.equal(await getsIn({ ...thief, mobile: kariMobile }), !accept);
    }
  });

  it('[P-33] the clinic’s yes to another mobile ends what the old one opened, its no and e-ID’s sessions do not', async () => {
    for (const accept of [false, true]) {
      await begin();
      const { id } = await storePatient(database);
      const bySms = await logIn(service);
      const byEid = await openSession(database, service.now, { patientId: id });
      await bookAs('08:00', '41234567');
      assert.equal((await decide(accept)).status, 204);
      assert.equal(await statusOf(bySms), accept ? 401 : 200);
      assert.equal(await statusOf(byEid), 200);
    }
  });

  it('[P-33] the clinic’s yes to another address ends nobody’s session', async () => {
    await storePatient(database);
    const bySms = await logIn(service);
    await bookAs('08:00', '98765432');
    assert.equal((await decide(true)).status, 204);
    assert.equal((await record()).email, 'tom@example.com');
    assert.equal(await statusOf(bySms), 200);
  });

  it('[P-33] another mobile that the patient gives with e-ID ends what the old one opened', async () => {
    const { id } = await storePatient(database);
    const bySms = await logIn(service);
    const byEid = await openSession(database, service.now, { patientId: id });
    assert.equal((await bookWith(byEid, '08:00', { email: 'k@example.com' })).status, 201);
    assert.equal(await statusOf(bySms), 200);
    assert.equal((await bookWith(byEid, '08:30', { mobile: '41234567' })).status, 201);
    assert.deepEqual([await statusOf(bySms), await statusOf(byEid)], [401, 200]);
  });

  it('[P-39] a booking that no code confirmed never opens a way in', async () => {
    await begin({ confirmation: 'none' });
    await storePatient(database);
    const patient = {
      firstName: 'Tom',
      lastName: 'Thief',
      ...thief,
      email: 'tom@example.com',
    };
    assert.equal((await service.book(await holdAt('08:00'), { patient })).status, 201);
    assert.equal(await getsIn(thief), false);
  });

  it('[P-39] nor one whose code was never entered, nor a number that was corrected before', async () => {
    await storePatient(database);
    const patient = {
      firstName: 'Tom',
      lastName: 'Thief',
      nationalId: testId(7),
      mobile: '40404040',
      email: 'tom@example.com',
    };
    const { body } = await service.book(await holdAt('08:00'), { patient });
    assert.equal(await getsIn({ ...thief, mobile: '40404040' }), false);
    await service.call(`/bookings/${body.id}/contact`, {
      method: 'PATCH',
      json: { mobile: thief.mobile },
      headers: { 'Booking-Token': body.token },
    });
    const confirmed = await service.call(`/bookings/${body.id}/code`, {
      json: { code: service.lastCode() },
      headers: { 'Booking-Token': body.token },
    });
    assert.equal(confirmed.status, 200);
    service.now += 60_000;
    assert.equal(await getsIn({ ...thief, mobile: '40404040' }), false);
    assert.equal(await getsIn(thief), true);
  });

  it('[P-39] what was confirmed through a mobile for one ID opens nothing of another', async () => {
    await storePatient(database);
    await storePatient(database, { nationalId: testId(8), mobile: null, mobileTrusted: false });
    await bookAs('08:00', thief.mobile);
    assert.equal(await getsIn({ nationalId: testId(8), mobile: thief.mobile }), false);
  });

  it('[P-39] a session by e-ID of the thief himself shows nothing of the patient', async () => {
    await storePatient(database);
    await bookAs('08:00', thief.mobile);
    const bearer = await openSession(database, service.now, {
      nationalId: testId(9),
      firstName: 'Tom',
      lastName: 'Thief',
    });
    const { body } = await service.call<Session>('/session', { headers: bearer });
    assert.deepEqual([body.access, body.patient.mobile], ['none', undefined]);
  });
});
