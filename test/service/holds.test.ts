import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { ola, startService, testId } from './support/service.js';
import { openTestDatabase, testIds } from './support/test-database.js';
import { connectPostgres } from '../../service/node/connect.js';
import { randomToken } from '../../service/store/secrets.js';
import { inAccount, withNationalIds } from '../../service/store/database.js';
import { closuresOf } from '../../service/core/account-status.js';
import { accounts } from '../../service/store/schema/index.js';
import type { AccountStatus, Hold, Problem, SlotList } from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

const at = (clock: string) => `${monday}T${clock}:00+01:00`;

describe('keeping a time', () => {
  let service: ReturnType<typeof startService>;
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { clinicians: [{ id: 'berit' }] });
    service = startService(database);
  });

  const freeStarts = async (clinician = 'anne', headers: Record<string, string> = {}) => {
    const query = `from=${monday}&to=2026-11-24&treatment=check&clinician=${clinician}`;
    const { body } = await service.call<SlotList>(`/slots?${query}`, { headers });
    return body.slots.map(({ start }) => start.slice(11, 16));
  };

  it('[P-24] keeps the time for ten minutes and hides it from others', async () => {
    const { status, body } = await service.hold({ clinician: 'anne', clinic: 'west' });
    assert.equal(status, 201);
    assert.deepEqual(body.slot, {
      start: at('08:00'),
      minutes: 30,
      clinic: 'west',
      clinician: 'anne',
      treatment: 'check',
    });
    assert.equal(body.expiresIn, 600);
    assert.equal(body.expiresAt, '2026-11-20T08:10:00+01:00');
    assert.equal(body.extensionsLeft, 10);
    assert.equal((await freeStarts())[0], '08:30');
    assert.equal((await freeStarts('anne', { 'Hold-Token': body.token }))[0], '08:00');
  });

  it('[P-24] makes the token itself where the caller brings none', async () => {
    const { status, body } = await service.call<Hold>('/holds', {
      json: { start: at('08:00'), treatment: 'check' },
    });
    assert.equal(status, 201);
    const gone = await service.call(`/holds/${body.id}`, {
      method: 'DELETE',
      headers: { 'Hold-Token': body.token },
    });
    assert.equal(gone.status, 204);
  });

  it('[P-23] tells the second patient that the time is taken, with six others of the same clinician first', async () => {
    await service.hold({ clinician: 'anne' });
    const { status, body } = await service.hold({ clinician: 'anne' }, { from: '198.51.100.8' });
    assert.equal(status, 409);
    assert.equal(body.code, 'slot-taken');
    assert.equal(body.alternatives?.length, 6);
    assert.deepEqual(body.alternatives?.[0], {
      start: at('08:30'),
      minutes: 30,
      clinic: 'west',
      clinician: 'anne',
      treatment: 'check',
    });
  });

  it('[A-05] a 40-minute hold takes the time of two 30-minute ones', async () => {
    await service.hold({ clinician: 'anne', treatment: 'long' });
    assert.deepEqual((await freeStarts()).slice(0, 2), ['09:00', '09:30']);
    assert.equal((await service.hold({ clinician: 'anne', start: at('08:30') })).status, 409);
  });

  it('[P-24] picks the least booked clinician, then the next, then nobody', async () => {
    await service.hold({ clinician: 'anne', start: at('11:00') });
    const picked = [];
    for (let count = 0; count < 3; count += 1) {
      const { status, body } = await service.hold({}, { from: `198.51.100.${count}` });
      picked.push(status === 201 ? body.slot.clinician : body.code);
    }
    assert.deepEqual(picked, ['berit', 'anne', 'slot-taken']);
  });

  it('[P-24] many who ask for anybody at the same moment each get somebody', async () => {
    await database.clear();
    const clinicians = Array.from({ length: 79 }, (_, index) => ({ id: `c${index}` }));
    await setUpClinic(database.db, { clinicians });
    const pool = database.url ? connectPostgres(database.url, 30) : undefined;
    const crowded = startService(
      pool ? { ...database, db: withNationalIds(pool.db, testIds) } : database,
    );
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => crowded.hold({}, { from: `198.51.100.${index}` })),
    );
    await pool?.close();
    assert.deepEqual(
      answers.filter(({ status }) => status !== 201).map(({ body }) => body.code),
      [],
    );
    assert.equal(new Set(answers.map(({ body }) => body.slot.clinician)).size, 30);
  });

  it('[P-24] repeats the answer to the same request with the same token', async () => {
    const token = randomToken();
    const first = await service.hold({}, { token });
    const again = await service.hold({}, { token });
    assert.equal(again.status, 201);
    assert.deepEqual(again.body, first.body);
    assert.equal((await freeStarts('berit')).length, 8);
  });

  it('[P-24] [P-22] knows the same instant written with another offset for the same request', async () => {
    const token = randomToken();
    const { body } = await service.hold({}, { token });
    const again = await service.hold({ start: `${monday}T07:00:00Z` }, { token });
    assert.deepEqual([again.status, again.body.id], [201, body.id]);
  });

  it('[P-24] swaps to another time that overlaps the old one', async () => {
    const token = randomToken();
    const first = await service.hold({ clinician: 'anne' }, { token });
    const second = await service.hold({ clinician: 'anne', treatment: 'long' }, { token });
    assert.equal(second.status, 201);
    assert.notEqual(second.body.id, first.body.id);
    assert.equal((await freeStarts())[0], '09:00');
    const old = await service.call(`/holds/${first.body.id}`, {
      method: 'PATCH',
      headers: { 'Hold-Token': token },
    });
    assert.equal(old.status, 410);
  });

  it('[P-24] keeps the old time when the new one is taken', async () => {
    const token = randomToken();
    const first = await service.hold({ clinician: 'anne' }, { token });
    await service.hold({ clinician: 'anne', start: at('09:00') }, { from: '198.51.100.8' });
    const swap = await service.hold({ clinician: 'anne', start: at('09:00') }, { token });
    assert.equal(swap.status, 409);
    assert.equal((await freeStarts())[0], '08:30');
    const kept = await service.call<Hold>(`/holds/${first.body.id}`, {
      method: 'PATCH',
      headers: { 'Hold-Token': token },
    });
    assert.equal(kept.status, 200);
  });

  it('[P-24] extends ten times by ten minutes, no more', async () => {
    const { body } = await service.hold();
    const extend = () =>
      service.call<Hold>(`/holds/${body.id}`, {
        method: 'PATCH',
        headers: { 'Hold-Token': body.token },
      });
    for (let left = 9; left >= 0; left -= 1) {
      service.now += 9 * 60_000;
      const { status, body: extended } = await extend();
      assert.equal(status, 200);
      assert.equal(extended.extensionsLeft, left);
      assert.equal(extended.expiresIn, 600);
    }
    const refused = await extend();
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('Retry-After')) > 0);
  });

  it('[P-24] a hold that has expired is free for others, and says so to its owner', async () => {
    const { body } = await service.hold({ clinician: 'anne' });
    service.now += 10 * 60_000;
    const extended = await service.call(`/holds/${body.id}`, {
      method: 'PATCH',
      headers: { 'Hold-Token': body.token },
    });
    assert.equal(extended.status, 410);
    assert.equal((await service.hold({ clinician: 'anne' }, { from: '198.51.100.8' })).status, 201);
    assert.equal((await service.book(body)).body.code, 'hold-expired');
  });

  it('[P-19] a time that has begun is kept for nobody, extended or not, and not booked', async () => {
    service.now = Date.parse(at('07:55'));
    const { body } = await service.hold({ clinician: 'anne' });
    assert.deepEqual([body.expiresAt, body.expiresIn], [at('08:00'), 300]);
    service.now += 4 * 60_000;
    const extended = await service.call<Hold>(`/holds/${body.id}`, {
      method: 'PATCH',
      headers: { 'Hold-Token': body.token },
    });
    assert.deepEqual([extended.status, extended.body.expiresAt], [200, at('08:00')]);
    const pending = await service.book(body);
    assert.deepEqual([pending.status, pending.body.expiresAt], [202, at('08:00')]);
    service.now += 60_000;
    const late = await service.call<Problem>(`/bookings/${pending.body.id}/code`, {
      json: { code: service.lastCode() },
      headers: { 'Booking-Token': pending.body.token },
    });
    assert.deepEqual([late.status, late.body.code], [410, 'code-expired']);
  });

  it('[P-24] gives the time back by DELETE and by beacon, and again without harm', async () => {
    const first = (await service.hold({ clinician: 'anne' })).body;
    const headers = { 'Hold-Token': first.token };
    for (let count = 0; count < 2; count += 1) {
      const { status } = await service.call(`/holds/${first.id}`, { method: 'DELETE', headers });
      assert.equal(status, 204);
    }
    const second = (await service.hold({ clinician: 'anne' })).body;
    const { status } = await service.call(`/holds/${second.id}/release`, {
      text: second.token,
      headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
    });
    assert.equal(status, 204);
    assert.equal((await freeStarts())[0], '08:00');
  });

  it('[N-02] a hold with a token that does not fit is as if it did not exist', async () => {
    const { body } = await service.hold();
    for (const token of [randomToken(), 'short', '']) {
      const headers = { 'Hold-Token': token };
      const answers = [
        await service.call(`/holds/${body.id}`, { method: 'PATCH', headers }),
        await service.call(`/holds/${body.id}`, { method: 'DELETE', headers }),
        await service.call(`/holds/${body.id}/release`, { text: token, method: 'POST' }),
        await service.book(body, {}, { token }),
      ];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 404, 404, 404],
      );
    }
  });

  it('[A-09] a resource is held with the time: two treatments with one chair never meet', async () => {
    const first = await service.hold({ clinician: 'anne', treatment: 'implant' });
    assert.equal(first.status, 201);
    const second = await service.hold({ clinician: 'berit', treatment: 'implant' });
    assert.equal(second.body.code, 'slot-taken');
    assert.equal((await service.hold({ clinician: 'berit' })).status, 201);
  });

  it('[A-04] refuses what is not offered: off the grid, unknown ids, the past, the far future', async () => {
    const options = [
      { start: at('08:10') },
      { start: at('07:30') },
      { start: at('12:00') },
      { start: '2026-11-20T07:30:00+01:00' },
      { start: '9999-12-31T23:59:59+00:00' },
      { start: '0001-01-01T00:00:00+00:00' },
      { treatment: 'nothing' },
      { clinician: 'nobody' },
      { clinic: 'nowhere' },
      { group: 'none' },
      { clinic: 'east' },
    ];
    for (const request of options) {
      const { status, body } = await service.hold(request);
      assert.deepEqual([status, body.code], [409, 'slot-taken'], JSON.stringify(request));
      assert.ok(body.alternatives, 'always says what is free instead, if only that nothing is');
    }
    assert.deepEqual(service.errors, []);
  });

  it('[A-05] a preblock deleted meanwhile offers nothing any more', async () => {
    await inAccount(database.db, 'demo', (tx) => tx.execute(sql`DELETE FROM preblock_placements`));
    assert.equal((await service.hold()).body.code, 'slot-taken');
  });

  it('[P-40] new booking off: no new holds, but a live one is kept and becomes an appointment', async () => {
    const token = randomToken();
    const { body } = await service.hold({}, { token });
    await setStatus('new-booking-off');
    assert.equal((await service.hold({ start: at('09:00') })).body.code, 'closed');
    assert.equal((await service.hold({}, { token })).status, 201);
    const extended = await service.call(`/holds/${body.id}`, {
      method: 'PATCH',
      headers: { 'Hold-Token': token },
    });
    assert.equal(extended.status, 200);
    assert.equal((await service.book(body)).status, 202);
  });

  it('[P-40] maintenance and unpublished close everything but the account, and giving back', async () => {
    const { body } = await service.hold();
    for (const status of ['maintenance', 'unpublished'] as const) {
      await setStatus(status);
      const headers = { 'Hold-Token': body.token };
      const closed = [
        await service.call(`/slots?from=${monday}&to=2026-11-24`),
        await service.hold({ start: at('09:00') }),
        await service.call(`/holds/${body.id}`, { method: 'PATCH', headers }),
        await service.book(body),
      ];
      for (const answer of closed) {
        assert.equal(answer.status, 503);
        assert.equal((answer.body as { code: string }).code, 'closed');
      }
      assert.equal((await service.call('')).status, 200);
    }
    const headers = { 'Hold-Token': body.token };
    assert.equal(
      (await service.call(`/holds/${body.id}`, { method: 'DELETE', headers })).status,
      204,
    );
  });

  const setStatus = (status: AccountStatus) =>
    inAccount(database.db, 'demo', (tx) => tx.update(accounts).set(closuresOf(status)));
});

describe('holding is limited', () => {
  let service: ReturnType<typeof startService>;
  beforeEach(async () => {
    await database.clear();
    const clinicians = Array.from({ length: 10 }, (_, index) => ({ id: `c${index}` }));
    await setUpClinic(database.db, { clinicians });
    service = startService(database);
  });

  it('[P-24] five live holds of one address, not six; a swap is no new one', async () => {
    const token = randomToken();
    await service.hold({ clinician: 'c0' }, { token });
    for (let index = 1; index < 5; index += 1) {
      assert.equal((await service.hold({ clinician: `c${index}` })).status, 201);
    }
    const sixth = await service.hold({ clinician: 'c5' });
    assert.deepEqual([sixth.status, sixth.body.code], [429, 'rate-limited']);
    assert.ok(Number(sixth.headers.get('Retry-After')) > 0);
    assert.equal((await service.hold({ clinician: 'c6' }, { token })).status, 201);
    assert.equal((await service.hold({ clinician: 'c5' }, { from: '198.51.100.8' })).status, 201);
  });

  it('[P-24] thirty holds an hour of one address', async () => {
    const token = randomToken();
    for (let index = 0; index < 30; index += 1) {
      const start = at(index % 2 === 0 ? '08:00' : '09:00');
      assert.equal((await service.hold({ start, clinician: 'c0' }, { token })).status, 201);
    }
    const refused = await service.hold({ start: at('10:00'), clinician: 'c0' }, { token });
    assert.equal(refused.status, 429);
    service.now += 3_600_000;
    assert.equal((await service.hold({ clinician: 'c0' }, { token })).status, 201);
  });

  it('[P-24] anonymous holds take at most 30 % of a clinician’s day', async () => {
    // Four hours of work: 72 minutes, two holds of half an hour.
    const token = randomToken();
    const hold = (clock: string, from: string) =>
      service.hold({ start: at(clock), clinician: 'c0' }, { from });
    assert.equal((await hold('08:00', '198.51.100.1')).status, 201);
    assert.equal((await hold('08:30', '198.51.100.2')).status, 201);
    const third = await hold('09:00', '198.51.100.3');
    assert.deepEqual([third.status, third.body.code], [409, 'slot-taken']);
    // Nothing that would be refused as well: the other clinicians' times, and the same one's on other days.
    const { alternatives = [] } = third.body;
    assert.equal(alternatives.length, 6);
    const ofThatDay = alternatives.filter(
      ({ start, clinician }) => clinician === 'c0' && start.startsWith('2026-11-23'),
    );
    assert.deepEqual(ofThatDay, []);
    for (const { start, treatment, clinician } of alternatives) {
      const request = { start, treatment, clinician };
      assert.equal((await service.hold(request, { from: '198.51.100.4', token })).status, 201);
    }
  });

  it('[P-24] whoever has a part of a full day already may take another time of it instead', async () => {
    const hold = (clock: string, options: { from: string; token?: string }) =>
      service.hold({ start: at(clock), clinician: 'c0' }, options);
    const own = randomToken();
    await hold('08:00', { from: '198.51.100.1' });
    await hold('08:30', { from: '198.51.100.2', token: own });
    assert.equal((await hold('09:00', { from: '198.51.100.2', token: own })).status, 201);
  });

  it('[P-31] at most three future bookings without confirmation per patient and per mobile, of one address', async () => {
    const bookAs = async (index: number, change: object, from: string) => {
      const hold = await service.hold({ clinician: `c${index}` }, { from });
      const patient = { ...ola, mobile: `4123456${index}`, email: 'a@example.com', ...change };
      return service.book(hold.body, { patient }, { from });
    };
    const [own, other] = ['198.51.100.1', '198.51.100.2'];
    for (let index = 0; index < 3; index += 1) {
      assert.equal((await bookAs(index, {}, own)).status, 202);
    }
    assert.equal((await bookAs(3, {}, own)).body.code, 'rate-limited');
    // What was begun elsewhere may be a stranger's, and keeps nobody out.
    assert.equal((await bookAs(4, {}, other)).status, 202);
    for (let index = 5; index < 8; index += 1) {
      const change = { nationalId: testId(index), mobile: '49999999' };
      assert.equal((await bookAs(index, change, other)).status, 202);
    }
    const fourth = { nationalId: testId(8), mobile: '49999999' };
    assert.equal((await bookAs(8, fourth, other)).body.code, 'rate-limited');
  });

  it('[P-24] leaves this machine alone in demo mode only', async () => {
    const hold = (tested: typeof service, index: number) =>
      tested.hold({ clinician: `c${index}` }, { from: '127.0.0.1' });
    const demo = startService(database, { demo: true });
    for (let index = 0; index < 6; index += 1) {
      assert.equal((await hold(demo, index)).status, 201);
    }
    assert.equal((await hold(service, 6)).status, 429);
  });

  it('[P-24] believes X-Forwarded-For only from as many proxies as it is told to trust', async () => {
    const holdVia = (tested: typeof service, index: number, forwarded: string) =>
      tested.call('/holds', {
        json: { start: at('08:00'), treatment: 'check', clinician: `c${index}` },
        headers: { 'X-Forwarded-For': forwarded },
      });
    for (let index = 0; index < 5; index += 1) await holdVia(service, index, `203.0.113.${index}`);
    assert.equal((await holdVia(service, 5, '203.0.113.5')).status, 429);
    const behind = startService(database, { trustProxy: 1 });
    assert.equal((await holdVia(behind, 5, '203.0.113.9, 203.0.113.5')).status, 201);
  });
});
