import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { setUpClinic } from './support/clinic-fixture.js';
import { anotherCode, askToLogIn, sendLoginCode } from './support/logins.js';
import type { Claim } from './support/logins.js';
import { kariMobile, rowsOf, storePatient } from './support/patients.js';
import { serverKey, startService, testId } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import type { Session, StaffSettings } from '../../src/contract/index.js';
import { closuresOf } from '../../service/core/account-status.js';
import { inAccount } from '../../service/store/database.js';
import { accounts, logins, patients } from '../../service/store/schema/index.js';
import { createHmac } from '../../service/store/secrets.js';

const database = await openTestDatabase();
after(() => database.close());

const minute = 60_000;
let service: ReturnType<typeof startService>;
const begin = async (
  settings: Partial<StaffSettings> = {},
  options: Parameters<typeof startService>[1] = {},
) => {
  await database.clear();
  await setUpClinic(database.db, {
    settings: { login: { on: true, sms: true, eid: [] }, ...settings },
  });
  service = startService(database, options);
};
beforeEach(() => begin());

/** Asks for a code that comes. */
const asked = async (claim: Claim = {}) => {
  const { body } = await askToLogIn(service, claim);
  return { ...body, code: service.lastCode() };
};
/** An ID that nobody has, with Kari's number. */
const nobody = { nationalId: testId(8) };
const changeKari = (set: Partial<typeof patients.$inferInsert>) =>
  inAccount(database.db, 'demo', (tx) => tx.update(patients).set(set));

describe('logging in by SMS code', () => {
  it('[P-33] opens a session on the record with the code that went to the mobile on file', async () => {
    await storePatient(database);
    const { status, body } = await askToLogIn(service, { mobile: '+47 987 65 432', lang: 'en' });
    assert.equal(status, 202);
    assert.deepEqual(Object.keys(body), ['id', 'token', 'resendAfter', 'expiresIn']);
    assert.deepEqual([body.resendAfter, body.expiresIn], [30, 600]);
    const code = service.lastCode();
    const [message] = service.sent;
    assert.deepEqual([message?.channel, message?.to, service.sent.length], ['sms', kariMobile, 1]);
    assert.equal(
      message?.text,
      `${code} is your code to log in at Account demo. It is valid for 10 minutes. Never give it to anybody.`,
    );
    const session = await sendLoginCode(service, body, code);
    assert.equal(session.status, 200);
    assert.equal(session.body.patient.firstName, 'Kari');
    assert.equal(session.body.patient.nationalIdMasked, '159157-*****');
    assert.deepEqual([session.body.access, session.body.needsCode], ['record', false]);
    const again = await service.call<Session>('/session', {
      headers: { Authorization: `Bearer ${session.body.token}` },
    });
    assert.deepEqual(again.body, session.body);
  });

  it('[P-33] writes in the account’s own language unless told, and tells phones the page where it is listed', async () => {
    const origin = 'https://west.example';
    await begin({ allowedOrigins: [origin] });
    await storePatient(database);
    await askToLogIn(service, {}, { headers: { Origin: origin } });
    const code = service.lastCode();
    assert.match(service.sent[0]!.text, /koden din for å logge inn/);
    assert.ok(service.sent[0]!.text.endsWith(`\n\n@west.example #${code}`));
    service.now += minute;
    await askToLogIn(service, {}, { headers: { Origin: 'https://evil.example' } });
    assert.ok(!service.sent[1]!.text.includes('evil'));
  });

  it('[P-33] answers known and unknown patients alike, and nothing leaves for an unknown one', async () => {
    await storePatient(database);
    const known = await askToLogIn(service);
    const unknown = await askToLogIn(service, nobody);
    assert.equal(unknown.status, known.status);
    assert.deepEqual([...unknown.headers.keys()], [...known.headers.keys()]);
    const shape = (body: object) =>
      Object.entries(body).map(([name, value]) => [name, typeof value, String(value).length]);
    assert.deepEqual(shape(unknown.body), shape(known.body));
    assert.equal(service.sent.length, 1);
    const messages = await rowsOf(database, 'outbox');
    assert.deepEqual(messages.map(({ status, text }) => [status, text]).sort(), [
      ['A', null],
      ['S', null],
    ]);
    assert.equal((await rowsOf(database, 'logins')).length, 2);
  });

  it('[P-33] the answer does not wait for the message to leave', async () => {
    await begin(
      {},
      { transports: { sms: () => new Promise(() => undefined), email: () => Promise.resolve({}) } },
    );
    await storePatient(database);
    const begun = performance.now();
    const json = { nationalId: testId(7), mobile: kariMobile };
    assert.equal((await service.call('/logins', { json })).status, 202);
    assert.ok(performance.now() - begun < 2500);
  });

  it('[P-39] a mobile nobody has vouched for, or another than the one on file, is no way in', async () => {
    await storePatient(database, { mobileTrusted: false });
    await askToLogIn(service);
    await changeKari({ mobileTrusted: true });
    await askToLogIn(service, { mobile: '41234567' });
    assert.deepEqual(service.sent, []);
    assert.deepEqual(
      (await rowsOf(database, 'outbox')).map(({ status }) => status),
      ['A', 'A'],
    );
  });

  it('[P-39] looks again when the code comes: a mobile that is none of hers any more opens nothing', async () => {
    await storePatient(database);
    const login = await asked();
    await changeKari({ mobile: '+4741234567' });
    assert.equal((await sendLoginCode(service, login, login.code)).body.code, 'code-wrong');
    await changeKari({ mobile: kariMobile });
    assert.equal((await sendLoginCode(service, login, login.code)).status, 200);
  });

  it('[P-26] says what is wrong with an ID or a number, whoever is on file', async () => {
    await storePatient(database);
    const { status, body } = await askToLogIn(service, { nationalId: '123', mobile: '22334455' });
    assert.equal(status, 422);
    assert.deepEqual(body.fields, [
      { path: 'nationalId', code: 'length' },
      { path: 'mobile', code: 'not-mobile' },
    ]);
    assert.deepEqual(await rowsOf(database, 'logins'), []);
  });

  it('[P-33] [P-40] needs the account’s switch, and is closed with the page, not with new bookings', async () => {
    await begin({ login: { on: true, sms: false, eid: [] } });
    const { status, body } = await askToLogIn(service);
    assert.deepEqual([status, body.code, body.reason], [403, 'not-allowed', 'setting']);
    await begin();
    await storePatient(database);
    const setStatus = (to: 'maintenance' | 'new-booking-off' | 'unpublished') =>
      inAccount(database.db, 'demo', (tx) => tx.update(accounts).set(closuresOf(to)));
    for (const to of ['maintenance', 'unpublished'] as const) {
      await setStatus(to);
      assert.equal((await askToLogIn(service)).body.code, 'closed');
    }
    await setStatus('new-booking-off');
    assert.equal((await askToLogIn(service)).status, 202);
  });
});

describe('the code of a login', () => {
  beforeEach(async () => {
    await storePatient(database);
  });

  it('[P-33] [N-01] opens one session, and brings that one again to whoever repeats the call for want of an answer', async () => {
    const login = await asked();
    const answers = await Promise.all(
      [1, 2, 3].map(() => sendLoginCode(service, login, login.code)),
    );
    const [first, ...others] = answers.map(({ status, body }) => ({ status, body }));
    assert.equal(first?.status, 200);
    assert.deepEqual(others, [first, first]);
    assert.equal((await rowsOf(database, 'sessions')).length, 1);
  });

  it('[P-33] brings a session again only with its own code and token, while it lasts and for ten minutes', async () => {
    const login = await asked();
    const { body: session } = await sendLoginCode(service, login, login.code);
    const again = async (code = login.code, token = login.token) => {
      const { status, body } = await sendLoginCode(service, { ...login, token }, code);
      return status === 200 ? 200 : body.code;
    };
    assert.equal(await again(anotherCode(login.code)), 'code-expired');
    assert.equal(await again(login.code, `${login.token}x`), 'not-found');
    assert.equal(await again(), 200);
    service.now += 10 * minute;
    assert.equal(await again(), 'code-expired');
    service.now -= 10 * minute;
    const headers = { Authorization: `Bearer ${session.token}` };
    assert.equal((await service.call('/session', { method: 'DELETE', headers })).status, 204);
    assert.equal(await again(), 'code-expired');
  });

  it('[P-33] a login that a newer one has ended opens nothing with its code', async () => {
    const first = await asked();
    service.now += 30_000;
    await asked();
    assert.equal((await sendLoginCode(service, first, first.code)).body.code, 'code-expired');
    assert.deepEqual(await rowsOf(database, 'sessions'), []);
  });

  it('[P-33] is good for ten minutes', async () => {
    const login = await asked();
    service.now += 10 * minute;
    assert.equal((await sendLoginCode(service, login, login.code)).body.code, 'code-expired');
  });

  it('[P-33] five tries, for known and unknown alike, the right code after them too', async () => {
    const login = await asked();
    const stranger = (await askToLogIn(service, nobody)).body;
    for (const [which, code] of [
      [login, anotherCode(login.code)],
      [stranger, '123456'],
    ] as const) {
      for (const triesLeft of [4, 3, 2, 1, 0]) {
        const { status, body } = await sendLoginCode(service, which, code);
        assert.deepEqual([status, body.code, body.triesLeft], [422, 'code-wrong', triesLeft]);
      }
      const { status, body } = await sendLoginCode(service, which, code);
      assert.deepEqual([status, body.code], [429, 'too-many-tries']);
    }
    assert.equal((await sendLoginCode(service, login, login.code)).status, 429);
    assert.deepEqual(await rowsOf(database, 'sessions'), []);
  });

  it('[P-33] tries at the same moment are counted one by one', async () => {
    const login = await asked();
    const wrong = anotherCode(login.code);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => sendLoginCode(service, login, wrong)),
    );
    const left = answers.map(({ body }) => body.triesLeft ?? body.code).sort();
    assert.deepEqual(left, [0, 1, 2, 3, 4, 'too-many-tries', 'too-many-tries', 'too-many-tries']);
  });

  it('[P-33] a guess that hits opens nothing where nobody is known', async () => {
    const { body } = await askToLogIn(service, nobody);
    // As if the code that was made had been this one.
    const codeHash = await createHmac(serverKey)('code', body.id, '123456');
    await inAccount(database.db, 'demo', (tx) => tx.update(logins).set({ codeHash }));
    assert.equal((await sendLoginCode(service, body, '123456')).body.code, 'code-wrong');
    await storePatient(database, nobody);
    assert.equal((await sendLoginCode(service, body, '123456')).status, 200);
  });

  it('[P-33] another code ends the one before, after a wait that grows', async () => {
    const first = await asked();
    const early = await askToLogIn(service);
    assert.deepEqual([early.status, early.body.code], [429, 'rate-limited']);
    assert.equal(early.headers.get('Retry-After'), '30');
    service.now += 30_000;
    const second = await asked();
    assert.equal(second.resendAfter, 60);
    assert.equal((await sendLoginCode(service, first, first.code)).body.code, 'code-expired');
    assert.equal((await sendLoginCode(service, second, first.code)).status, 422);
    assert.equal((await sendLoginCode(service, second, second.code)).status, 200);
    // The next login of whoever got in does not wait for codes that were asked for in vain.
    service.now += 60_000;
    assert.equal((await askToLogIn(service)).status, 202);
  });

  it('[P-33] a code that still waits is taken back when another is asked for', async () => {
    service.gatewayIsDown = true;
    await askToLogIn(service);
    service.now += 30_000;
    service.gatewayIsDown = false;
    await asked();
    assert.equal(service.sent.length, 1);
    const statuses = (await rowsOf(database, 'outbox')).map(({ status }) => status).sort();
    assert.deepEqual(statuses, ['A', 'S']);
  });

  it('[N-02] nothing that is stored tells a code or a token, and the token of another login is none', async () => {
    const login = await asked();
    const other = (await askToLogIn(service, nobody)).body;
    const stored = JSON.stringify([
      await rowsOf(database, 'logins'),
      await rowsOf(database, 'outbox'),
    ]);
    assert.ok(!stored.includes(login.code) && !stored.includes(login.token));
    for (const wrong of [
      { ...login, token: other.token },
      { ...login, token: '' },
    ]) {
      const { status, body } = await sendLoginCode(service, wrong, login.code);
      assert.deepEqual([status, body.code], [404, 'not-found']);
    }
  });
});

describe('logins are limited', () => {
  const statuses = async (claims: Claim[], from = '198.51.100.7') => {
    const found: number[] = [];
    for (const claim of claims) found.push((await askToLogIn(service, claim, { from })).status);
    return found;
  };
  const refusedAt = (most: number) => [...Array<number>(most).fill(202), 429];
  const ids = (count: number) => Array.from({ length: count }, (_, index) => testId(10 + index));
  const mobiles = (count: number) =>
    Array.from({ length: count }, (_, index) => String(90_000_000 + index));

  it('[P-33] per address, and per account a day', async () => {
    await begin({}, { limits: { loginsPerAddressAnHour: 3, loginsPerAccountADay: 5 } });
    const claims = ids(8).map((nationalId, index) => ({ nationalId, mobile: mobiles(8)[index]! }));
    assert.deepEqual(await statuses(claims.slice(0, 4)), refusedAt(3));
    assert.deepEqual(await statuses(claims.slice(4, 7), '203.0.113.8'), refusedAt(2));
  });
});
