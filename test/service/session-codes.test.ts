import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { setUpClinic } from './support/clinic-fixture.js';
import { anotherCode, logIn } from './support/logins.js';
import { kariMobile, openSession, rowsOf, storePatient } from './support/patients.js';
import { startService, testId } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import type { Problem, Session, SessionCodeSent } from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { login: { on: true, sms: true, eid: [] } } });
  service = startService(database);
});

interface Bearer {
  Authorization: string;
}
const byEid = async (stored: Parameters<typeof storePatient>[1] = {}) => {
  const { id } = await storePatient(database, stored);
  return openSession(database, service.now, { patientId: id });
};
const send = ({ Authorization }: Bearer, json: object = {}) =>
  service.call<SessionCodeSent & Problem>('/session/code/send', {
    json,
    headers: { Authorization },
  });
const confirm = ({ Authorization }: Bearer, code: string) =>
  service.call<Session & Problem>('/session/code', { json: { code }, headers: { Authorization } });
const mobileOnFile = async () => {
  const [row] = await rowsOf(database, 'patients');
  return [row?.mobile, row?.mobileTrusted];
};

describe('the code of a session', () => {
  it('[P-43] goes to the mobile and e-mail on file, and confirms the session', async () => {
    const bearer = await byEid();
    const { status, body } = await send(bearer, { lang: 'en' });
    assert.equal(status, 202);
    assert.deepEqual(body, {
      sentTo: { sms: '*** ** 432', email: 'k***@example.com' },
      resendAfter: 30,
      expiresIn: 600,
    });
    assert.deepEqual(
      service.sent.map(({ channel, to }) => [channel, to]),
      [
        ['sms', kariMobile],
        ['email', 'kari@example.com'],
      ],
    );
    assert.match(service.sent[0]!.text, /^\d{6} is your code to move or cancel appointments/);
    const confirmed = await confirm(bearer, service.lastCode());
    assert.equal(confirmed.status, 200);
    assert.deepEqual(
      [confirmed.body.needsCode, confirmed.body.access, confirmed.body.patient.firstName],
      [false, 'record', 'Kari'],
    );
    const again = await service.call<Session>('/session', { headers: bearer });
    assert.equal(again.body.needsCode, false);
    // A lost answer: the right code repeats it.
    assert.equal((await confirm(bearer, service.lastCode())).status, 200);
    assert.deepEqual(await mobileOnFile(), [kariMobile, true]);
  });

  it('[P-43] asks for a mobile where none is on file; the code proves it, and it is a way in', async () => {
    const bearer = await byEid({ mobile: null, email: null, mobileTrusted: false });
    const none = await send(bearer);
    assert.equal(none.status, 422);
    assert.deepEqual(none.body.fields, [{ path: 'mobile', code: 'empty' }]);
    const wrong = await send(bearer, { mobile: '22334455' });
    assert.deepEqual(wrong.body.fields, [{ path: 'mobile', code: 'not-mobile' }]);
    const { body } = await send(bearer, { mobile: '98765432' });
    assert.deepEqual(body.sentTo, { sms: '*** ** 432' });
    assert.deepEqual(await mobileOnFile(), [kariMobile, false]);
    assert.equal((await confirm(bearer, service.lastCode())).status, 200);
    assert.deepEqual(await mobileOnFile(), [kariMobile, true]);
    assert.equal((await logIn(service)).session.access, 'record');
  });

  it('[P-39] a mobile on file that nobody vouched for is not trusted by a code that went there too', async () => {
    const bearer = await byEid({ mobileTrusted: false });
    await send(bearer);
    assert.equal((await confirm(bearer, service.lastCode())).status, 200);
    assert.deepEqual(await mobileOnFile(), [kariMobile, false]);
  });

  it('[P-39] a mobile named in a session of another’s making changes no trusted one', async () => {
    const bearer = await byEid();
    const { body } = await send(bearer, { mobile: '41234567' });
    assert.equal(body.sentTo.sms, '*** ** 432');
    assert.deepEqual(await mobileOnFile(), [kariMobile, true]);
  });

  it('[P-39] of a session of one mobile goes there alone, and tells nothing of the record', async () => {
    const { id } = await storePatient(database);
    const bearer = await openSession(database, service.now, {
      kind: 'sms',
      patientId: id,
      onlyMobile: '+4741234567',
    });
    const { body } = await send(bearer, { mobile: '40404040' });
    assert.deepEqual(body.sentTo, { sms: '*** ** 567' });
    assert.deepEqual(
      service.sent.map(({ to }) => to),
      ['+4741234567'],
    );
  });

  it('[P-43] five tries, also at once; then the session can’t be confirmed any more', async () => {
    const bearer = await byEid();
    await send(bearer);
    const wrong = anotherCode(service.lastCode());
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(bearer, wrong)));
    const left = answers.map(({ body }) => body.triesLeft ?? body.code).sort();
    assert.deepEqual(left, [0, 1, 2, 3, 4, 'too-many-tries']);
    service.now += 60_000;
    await send(bearer);
    assert.equal((await confirm(bearer, service.lastCode())).body.code, 'too-many-tries');
  });

  it('[P-43] ten wrong codes a day of one patient, over all sessions', async () => {
    const { id } = await storePatient(database);
    const fail = async (times: number) => {
      const bearer = await openSession(database, service.now, { patientId: id });
      await send(bearer);
      const wrong = anotherCode(service.lastCode());
      let code = '';
      for (let time = 0; time < times; time += 1) ({ code } = (await confirm(bearer, wrong)).body);
      return code;
    };
    await fail(5);
    await fail(5);
    assert.equal(await fail(1), 'too-many-tries');
    service.now += 24 * 3_600_000;
    assert.equal(await fail(1), 'code-wrong');
  });

  it('[P-43] is good for ten minutes; another comes after a wait that grows, and ends the one before', async () => {
    const bearer = await byEid();
    assert.equal((await confirm(bearer, '123456')).body.code, 'code-expired');
    await send(bearer);
    const first = service.lastCode();
    const early = await send(bearer);
    assert.deepEqual([early.status, early.headers.get('Retry-After')], [429, '30']);
    service.now += 30_000;
    assert.equal((await send(bearer)).body.resendAfter, 60);
    assert.equal((await confirm(bearer, first)).body.code, 'code-wrong');
    service.now += 600_000;
    assert.equal((await confirm(bearer, service.lastCode())).body.code, 'code-expired');
  });

  it('[P-43] [P-44] needs a session, and counts against the budgets of SMS', async () => {
    assert.equal((await send({ Authorization: 'Bearer x' })).status, 401);
    assert.equal((await confirm({ Authorization: 'Bearer x' }, '123456')).status, 401);
    service = startService(database, { limits: { smsPerNumberAnHour: 1 } });
    const bearer = await byEid();
    assert.equal((await send(bearer)).status, 202);
    service.now += 30_000;
    const { status, body } = await send(bearer);
    assert.deepEqual([status, body.code], [429, 'rate-limited']);
  });

  it('[P-43] whom e-ID knows and nobody has on file gets it at the mobile they name', async () => {
    const bearer = await openSession(database, service.now, { nationalId: testId(9) });
    assert.deepEqual((await send(bearer)).body.fields, [{ path: 'mobile', code: 'empty' }]);
    assert.equal((await send(bearer, { mobile: '98765432' })).status, 202);
    const { body } = await confirm(bearer, service.lastCode());
    assert.deepEqual([body.access, body.needsCode], ['none', false]);
    assert.deepEqual(await rowsOf(database, 'patients'), []);
  });
});
