// What strangers do keeps nobody out (N-05): each test is an attack, and then a patient who gets in.
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { PendingBooking } from '../../src/contract/index.js';
import { standardLimits } from '../../service/context/limits.js';
import { purgeExpired } from '../../service/store/purge-expired.js';
import { provedNetworks } from '../../service/store/schema/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { anotherCode, askToLogIn, logIn, sendLoginCode } from './support/logins.js';
import { kariMobile, rowsOf, storePatient } from './support/patients.js';
import { startService, testId } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const minute = 60_000;
const day = 24 * 60 * minute;
let service: ReturnType<typeof startService>;
const begin = async (options: Parameters<typeof startService>[1] = {}, fields = {}) => {
  await database.clear();
  const clinicians = Array.from({ length: 20 }, (_, index) => ({ id: `c${index}` }));
  const all = { address1: false, address2: false, postalCode: false, campaignCode: false };
  await setUpClinic(database.db, {
    clinicians,
    settings: {
      login: { on: true, sms: true, eid: [] },
      fields: { ...all, mobile: true, email: true, ...fields },
    },
  });
  service = startService(database, options);
  await storePatient(database);
};
beforeEach(() => begin());

const kari = { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7), mobile: '98765432' };
const home = '192.0.2.1';
const stranger = (index: number) => `198.51.100.${index}`;
let times = 0;

/** Begins a booking with a code, from an address; each takes a clinician of its own. */
const book = async (patient: object, from: string) => {
  const { body: held } = await service.hold({ clinician: `c${times++ % 20}` }, { from });
  const email = 'somebody@example.com';
  return service.book(held, { patient: { ...kari, email, ...patient } }, { from });
};
const enter = (booking: Pick<PendingBooking, 'id' | 'token'>, code: string, from = home) =>
  service.call<{ status: string; code: string }>(`/bookings/${booking.id}/code`, {
    json: { code },
    headers: { 'Booking-Token': booking.token },
    from,
  });
const guess = async (booking: Pick<PendingBooking, 'id' | 'token'>) => {
  const wrong = anotherCode(service.lastCode());
  for (let tries = 0; tries < 5; tries += 1) await enter(booking, wrong);
};

describe('codes of bookings', () => {
  it('[N-05] [P-31] wrong codes for made-up IDs with her mobile, or for her ID, keep nobody out', async () => {
    const attacks = [
      { nationalId: testId(1) },
      { nationalId: testId(2) },
      { mobile: '41000001' },
      { mobile: '41000002' },
    ];
    for (const [index, patient] of attacks.entries()) {
      const { status, body } = await book(patient, stranger(index));
      assert.equal(status, 202);
      await guess(body);
    }
    const own = await book({}, home);
    assert.equal((await enter(own.body, service.lastCode())).status, 200);
  });

  it('[N-05] [P-31] the code of a booking that she has begun is good, whatever strangers who know both guess', async () => {
    const own = await book({}, home);
    const code = service.lastCode();
    for (let index = 0; index < 8; index += 1) {
      const { body } = await book({}, stranger(index));
      if (body.token) await guess(body);
    }
    assert.equal((await enter(own.body, code)).status, 200);
  });

  it('[N-05] [P-31] codes of one ID and mobile come ever slower, so that guessing is hopeless', async () => {
    let codes = 0;
    // Somebody with one address who tries every half minute, for a day.
    const limits = { holdsPerAddressAnHour: 1e6, smsPerNumberAnHour: 1e6, smsToNumberAnHour: 1e6 };
    await begin({ limits: { ...limits, smsPerAddressAnHour: 1e6, liveHoldsPerAddress: 1e6 } });
    const { body: held } = await service.hold({}, { from: home });
    for (let waited = 0; waited < day; waited += 0) {
      const { status, body, headers } = await book({}, stranger(1));
      if (status === 202) {
        codes += 1;
        await guess(body);
        waited += 1000;
        service.now += 1000;
      } else {
        assert.deepEqual([status, body.code], [429, 'rate-limited']);
        const seconds = Number(headers.get('Retry-After'));
        assert.ok(seconds > 0 && seconds <= 4.3 * 3600, String(seconds));
        // Each refused call gives its time back, as pages do.
        await database.db.execute(
          `UPDATE reservations SET status = 'released' WHERE status = 'held'`,
        );
        waited += seconds * 1000;
        service.now += seconds * 1000;
      }
    }
    assert.ok(held);
    assert.ok(codes >= 10 && codes <= 17, `${codes} codes`);
  });
});

describe('SMS to a number', () => {
  it('[N-05] [P-31] that strangers have used up: the code comes by e-mail, and no SMS more is sent', async () => {
    const most = standardLimits.smsToNumberAnHour;
    for (let index = 0; index < most; index += 1) {
      assert.equal((await book({ nationalId: testId(20 + index) }, stranger(index))).status, 202);
    }
    const own = await book({ email: 'kari@example.com' }, home);
    assert.equal(own.status, 202);
    assert.deepEqual(own.body.sentTo, { email: 'k***@example.com' });
    assert.equal(service.sent.filter(({ to }) => to === kariMobile).length, most);
    assert.equal((await enter(own.body, service.lastCode())).status, 200);
    // No code went to the mobile, so it is no way in (P-39).
    const [booking] = (await rowsOf(database, 'bookings')).filter(({ confirmedBy }) => confirmedBy);
    assert.equal(booking?.codeMobile, null);
  });

  it('[N-05] [P-31] without e-mail, a network where its owner has read a code before is let through', async () => {
    await begin({ limits: { smsToNumberAnHour: 3 } }, { email: false });
    const first = await book({}, home);
    assert.equal((await enter(first.body, service.lastCode())).status, 200);
    for (const index of [1, 2]) await book({ nationalId: testId(20 + index) }, stranger(index));
    assert.equal((await book({ nationalId: testId(8) }, stranger(3))).body.code, 'rate-limited');
    const own = await book({ nationalId: testId(9) }, home);
    assert.equal(own.status, 202);
    assert.equal((await enter(own.body, service.lastCode())).status, 200);
  });

  it('[N-05] [P-31] an account that is over its budget sends by e-mail, and withheld SMS are not charged', async () => {
    await begin({ limits: { smsPerAccountADay: 1, smsToNumberAnHour: 1 } });
    const first = await book({ nationalId: testId(1), mobile: '41000001' }, stranger(1));
    assert.ok(first.body.sentTo.sms);
    const own = await book({}, home);
    assert.deepEqual([own.status, own.body.sentTo.sms], [202, undefined]);
    assert.equal((await enter(own.body, service.lastCode())).status, 200);
    // A day later the number has all of its budget.
    service.now += day;
    assert.ok((await book({ nationalId: testId(3) }, home)).body.sentTo.sms);
  });

  it('[N-05] [P-31] without e-mail, an account over its budget slows down networks, and closes to none', async () => {
    await begin({ limits: { smsPerAccountADay: 3, smsPerAddressAnHour: 6 } }, { email: false });
    const answers: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      const patient = { nationalId: testId(20 + index), mobile: `4100000${index}` };
      answers.push((await book(patient, stranger(1))).status);
    }
    assert.deepEqual(answers, [202, 202, 202, 429]);
    assert.equal((await book({}, home)).status, 202);
  });
});

describe('logins', () => {
  it('[N-05] [P-33] made-up IDs with her number, and made-up numbers with her ID, keep nobody out', async () => {
    for (let index = 0; index < 40; index += 1) {
      const claim =
        index % 2 ? { nationalId: testId(10 + index) } : { mobile: `410000${10 + index}` };
      const { status } = await askToLogIn(service, claim, { from: stranger(index) });
      assert.equal(status, 202);
    }
    assert.equal(service.sent.length, 0);
    assert.equal((await logIn(service)).session.access, 'record');
  });

  it('[N-05] [P-33] a login she has begun goes on, whatever strangers who know both begin and guess', async () => {
    service.gatewayIsDown = true;
    const own = await askToLogIn(service, {}, { from: home });
    service.gatewayIsDown = false;
    for (let index = 0; index < 12; index += 1) {
      const { status, body } = await askToLogIn(service, {}, { from: stranger(index) });
      if (status !== 202) continue;
      const wrong = anotherCode(service.lastCode());
      for (let tries = 0; tries < 5; tries += 1) await sendLoginCode(service, body, wrong);
    }
    service.now += minute;
    await askToLogIn(service, { mobile: '41000001' }, { from: home });
    // The message of her own login was not taken back by theirs.
    const waiting = (await rowsOf(database, 'outbox')).filter(
      ({ loginId }) => loginId === own.body.id,
    );
    assert.deepEqual(
      waiting.map(({ status }) => status),
      ['S'],
    );
    const codes = service.sent.map(({ text }) => /\d{6}/.exec(text)![0]);
    const answers = [];
    for (const code of [codes.at(-1)!]) answers.push(await sendLoginCode(service, own.body, code));
    assert.equal(answers.at(-1)?.status, 200);
  });

  it('[N-05] [P-33] codes of one ID and mobile come ever slower from one address, known or not, and a login begins anew', async () => {
    for (const claim of [{}, { nationalId: testId(8) }]) {
      const waits: number[] = [];
      let codes = 0;
      for (let passed = 0; passed < day;) {
        const { status, headers } = await askToLogIn(service, claim);
        if (status === 202) codes += 1;
        else waits.push(Number(headers.get('Retry-After')));
        const seconds = status === 202 ? 0 : waits.at(-1)!;
        passed += seconds * 1000;
        service.now += seconds * 1000;
      }
      assert.deepEqual(waits.slice(0, 5), [30, 60, 120, 240, 480]);
      assert.ok(codes >= 12 && codes <= 15, `${codes} codes a day`);
      service.now += 2 * day;
    }
    await askToLogIn(service);
    service.now += 30_000;
    await logIn(service);
    // Got in: the codes that were asked for in vain no longer count.
    assert.equal((await askToLogIn(service)).status, 202);
  });

  it('[N-05] [P-33] from many addresses eight codes a day, then one an hour; where she has logged in before she goes on', async () => {
    assert.equal((await askToLogIn(service, {}, { from: home })).status, 202);
    const first = await askToLogIn(service, { nationalId: testId(8) }, { from: home });
    assert.equal(first.status, 202);
    service.now += minute;
    const { body } = await askToLogIn(service, {}, { from: home });
    const opened = await sendLoginCode(service, body, service.lastCode(), { from: home });
    assert.equal(opened.status, 200);
    service.now += day;
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      statuses.push((await askToLogIn(service, {}, { from: stranger(index) })).status);
    }
    assert.deepEqual(statuses, [...Array<number>(8).fill(202), 429, 429, 429, 429]);
    service.now += 59 * minute;
    const early = await askToLogIn(service, {}, { from: stranger(20) });
    assert.deepEqual([early.status, early.headers.get('Retry-After')], [429, '60']);
    const own = await askToLogIn(service, {}, { from: home });
    assert.equal(own.status, 202);
    assert.equal((await sendLoginCode(service, own.body, service.lastCode())).status, 200);
    service.now += 60 * minute;
    assert.equal((await askToLogIn(service, {}, { from: stranger(20) })).status, 202);
  });

  it('[N-05] [N-02] networks are stored as HMACs, and forgotten after 90 days', async () => {
    await logIn(service);
    const [row] = await database.db.select().from(provedNetworks);
    assert.ok(row && !/98765432|198\.51/.test(JSON.stringify(row)));
    await purgeExpired(database.db, service.now + 89 * day);
    assert.equal(await countRows(database.db, 'proved_networks'), 1);
    await purgeExpired(database.db, service.now + 91 * day);
    assert.equal(await countRows(database.db, 'proved_networks'), 0);
  });
});

describe("a clinic's login", () => {
  const claimOf = (index: number) => ({
    nationalId: testId(index % 1000),
    mobile: String(40_000_000 + index),
  });

  it('[N-05] [P-33] is not shut by one IPv6 network, whose addresses are one', async () => {
    await begin({ limits: { loginsPerAccountADay: 50 } });
    const tally: Record<number, number> = {};
    for (let index = 0; index < 60; index += 1) {
      const from = `2001:db8:0:1:${index.toString(16)}::1`;
      const { status } = await askToLogIn(service, claimOf(index), { from });
      tally[status] = (tally[status] ?? 0) + 1;
    }
    assert.deepEqual(tally, { 202: standardLimits.loginsPerAddressAnHour, 429: 30 });
    assert.equal((await logIn(service)).session.access, 'record');
  });

  it('[N-05] [P-33] is not shut by all the networks of a /48, nor by many others at once', async () => {
    await begin({ limits: { loginsPerAccountADay: 50, loginsPerAddressAnHour: 3 } });
    const tally: Record<string, number> = {};
    for (let index = 0; index < 60; index += 1) {
      const from = `2001:db8:0:${index.toString(16)}::1`;
      const { status } = await askToLogIn(service, claimOf(index), { from });
      tally[status] = (tally[status] ?? 0) + 1;
    }
    assert.deepEqual(tally, { 202: 30, 429: 30 });
    for (let index = 0; index < 40; index += 1) {
      await askToLogIn(service, claimOf(100 + index), { from: stranger(index) });
    }
    const own = await askToLogIn(service, {}, { from: home });
    assert.equal((await sendLoginCode(service, own.body, service.lastCode())).status, 200);
  });

  it('[N-05] [P-33] over its budget it leaves each network a third', async () => {
    await begin({ limits: { loginsPerAccountADay: 1, loginsPerAddressAnHour: 6 } });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) {
      statuses.push((await askToLogIn(service, claimOf(index))).status);
    }
    assert.deepEqual(statuses, [202, 202, 429]);
    assert.equal((await askToLogIn(service, {}, { from: home })).status, 202);
  });
});

describe('holds of one network', () => {
  it('[N-05] [P-24] are counted by the /64 of an IPv6 address, and by its /48', async () => {
    const hold = (index: number, from: string) =>
      service.hold({ clinician: `c${index}` }, { from });
    for (let index = 0; index < 5; index += 1) {
      assert.equal((await hold(index, `2001:db8::${index}`)).status, 201);
    }
    assert.equal((await hold(5, '2001:db8::5')).body.code, 'rate-limited');
    assert.equal((await hold(5, '2001:db8:0:1::5')).status, 201);
    await begin({ limits: { holdsPerAddressAnHour: 1 } });
    for (let index = 0; index < 10; index += 1) {
      assert.equal((await hold(index, `2001:db8:0:${index}::1`)).status, 201);
    }
    assert.equal((await hold(10, '2001:db8:0:10::1')).body.code, 'rate-limited');
    assert.equal((await hold(10, '2001:db8:1::1')).status, 201);
  });
});
