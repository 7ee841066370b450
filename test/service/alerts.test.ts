import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { noReminders } from '../../service/core/reminder-policy.js';
import { refuseSms } from '../../service/messages/sms-choices.js';
import { inAccount } from '../../service/store/database.js';
import { purgeExpired } from '../../service/store/purge-expired.js';
import { accounts, preblockPlacements, workingTimes } from '../../service/store/schema/index.js';
import type { PatientExport } from '../../src/contract/index.js';
import { alertsOf, linkIn } from './support/alerts.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { bookingOf, startService, testId } from './support/service.js';
import { openSession, patientOf, putOnFile } from './support/sessions.js';
import { operatorOf } from './support/staff.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const settings = {
  timeAlerts: true,
  login: { on: true, sms: true, eid: [] },
  changeDeadlineHours: 1,
};
const operatorKey = 'the-key-of-all-operators';
let service: ReturnType<typeof startService>;
let alerts: ReturnType<typeof alertsOf>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings, clinicians: [{ id: 'berit' }] });
  service = startService(database, { operatorKey });
  alerts = alertsOf(service, database);
});

const at = (day: number, clock: string) => `2026-11-${day}T${clock}:00+01:00`;

/** Somebody has an appointment with Anne; returns the ids and tokens, and the session that may change it. */
async function booked(start: string, index = 1) {
  const { body: hold } = await service.hold({ start, clinician: 'anne' }, { from: '192.0.2.9' });
  const mobile = `4${String(9_000_000 + index)}`;
  const patient = { ...bookingOf(hold).patient, nationalId: testId(index), mobile };
  const { body: pending } = await service.book(hold, { patient }, { from: '192.0.2.9' });
  const { body } = await service.call<{ appointment: { id: string } }>(
    `/bookings/${pending.id}/code`,
    { json: { code: service.lastCode() }, headers: { 'Booking-Token': pending.token } },
  );
  const bearer = await openSession(database, service.now, {
    nationalId: testId(index),
    onlyMobile: `+47${mobile}`,
  });
  return { id: body.appointment.id, pending, mobile, session: patientOf(service, bearer) };
}

const inDemo = <Result>(work: Parameters<typeof inAccount<Result>>[2]) =>
  inAccount(database.db, 'demo', work);

async function setReminders(change: Partial<typeof noReminders>): Promise<void> {
  await inDemo((tx) =>
    tx
      .update(accounts)
      .set({ reminders: { ...noReminders, ...change }, revision: sql`${accounts.revision} + 1` }),
  );
}

const minutes = (count: number) => count * 60_000;

describe('earlier times', () => {
  it('[P-48] are told of when one is cancelled: once, with a link to that very time, and to nobody who asked later', async () => {
    const other = await booked(at(23, '09:00'));
    await alerts.wait('41234501', { clinic: 'west', clinician: 'anne', until: '2026-11-24' });
    await alerts.wait('41234502', { clinician: 'berit' });
    await alerts.wait('41234504', { until: '2026-11-22' });
    assert.deepEqual(await alerts.round(), [], 'what is free all along is no news');

    assert.equal((await other.session.cancel(other.id)).status, 200);
    const told = await alerts.round();
    assert.deepEqual(
      told.map(({ to }) => to),
      ['+4741234501'],
    );
    assert.match(told[0]!.text, /Klinikk west 23\.11\.2026 kl\. 09:00\. Den som kommer først/);
    const { searchParams } = linkIn(told[0]!);
    assert.deepEqual(Object.fromEntries(searchParams), {
      clinic: 'west',
      treatment: 'check',
      clinician: 'anne',
      time: '2026-11-23T08:00Z',
    });
    await alerts.wait('41234505');
    service.now += minutes(30);
    assert.deepEqual(await alerts.round(), []);
    assert.equal(await countRows(database.db, 'time_openings'), 0);
  });

  it('[P-48] are told of in waves, who waits longest first, while the time is free and nobody holds it', async () => {
    const other = await booked(at(23, '09:00'));
    const mobiles = Array.from({ length: 12 }, (_, index) => `412345${10 + index}`);
    for (const mobile of mobiles) {
      await alerts.wait(mobile);
      service.now += 1000;
    }
    await other.session.cancel(other.id);
    const wave = async () => (await alerts.round()).map(({ to }) => to.slice(3)).sort();
    assert.deepEqual(await wave(), mobiles.slice(0, 5));
    service.now += minutes(9);
    assert.deepEqual(await wave(), [], 'the first have ten minutes');
    service.now += minutes(2);
    assert.deepEqual(await wave(), mobiles.slice(5, 10));

    const { body: hold } = await service.hold({ start: at(23, '09:00'), clinician: 'anne' });
    service.now += minutes(9);
    assert.deepEqual(await wave(), [], 'somebody has taken it');
    service.now += minutes(11);
    assert.deepEqual(await wave(), mobiles.slice(10), 'and let it go');
    assert.ok(hold.id);
    service.now += minutes(120);
    assert.deepEqual(await wave(), [], 'everybody knows');

    // Freed once more: whoever was told of it is not told again.
    const second = await booked(at(23, '09:00'), 2);
    await second.session.cancel(second.id);
    assert.deepEqual(await wave(), []);
    await alerts.wait('41234530');
    const third = await booked(at(23, '09:00'), 3);
    await third.session.cancel(third.id);
    assert.deepEqual(await wave(), ['41234530']);
  });

  it('[P-48] are told of when one is published or its working time grows; not when a hold is given back or nothing changes', async () => {
    await alerts.wait('41234501', { until: '2026-11-24' });
    const { body: hold } = await service.hold();
    await service.call(`/holds/${hold.id}`, {
      method: 'DELETE',
      headers: { 'Hold-Token': hold.token },
    });
    const anneOn = sql`clinician_id = 'anne' AND date = '2026-11-23'`;
    await inDemo((tx) => tx.update(preblockPlacements).set({ toMinutes: 690 }).where(anneOn));
    assert.deepEqual(await alerts.round(), []);
    await inDemo((tx) => tx.update(preblockPlacements).set({ toMinutes: 780 }).where(anneOn));
    assert.equal((await alerts.round())[0]?.text.match(/kl\. (\d\d:\d\d)/)?.[1], '11:30');
    service.now += minutes(61);
    await inDemo((tx) => tx.update(workingTimes).set({ toMinutes: 780 }).where(anneOn));
    const told = await alerts.round();
    assert.equal(linkIn(told[0]!).searchParams.get('time'), '2026-11-23T11:00Z');
    assert.equal(told.length, 1);
    const row = {
      ...{ accountId: 'demo', clinicianId: 'berit', clinicId: 'west', preblockId: 'internet' },
      ...{ date: '2026-11-24', fromMinutes: 480, toMinutes: 540 },
    };
    await inDemo((tx) => tx.insert(preblockPlacements).values(row));
    assert.deepEqual(await alerts.round(), [], 'one message an hour');
    service.now += minutes(61);
    assert.equal(linkIn((await alerts.round())[0]!).searchParams.get('clinician'), 'berit');
  });

  it('[P-48] move an appointment in one step: its booking has proven the address, and moving ends the alert', async () => {
    const mine = await booked(at(25, '10:00'));
    const { pending, session } = mine;
    const proof = { 'Booking-Token': pending.token };
    const asked = await alerts.ask({ appointment: mine.id, clinician: 'anne' }, proof);
    assert.equal(asked.status, 201);
    assert.deepEqual(asked.body.sentTo, { sms: '*** ** 001' });
    assert.equal(asked.body.before, at(25, '10:00'));
    const bearer = { Authorization: `Bearer ${session.bearer}` };
    const own = () => service.call<{ alerts: unknown[] }>('/alerts', { headers: bearer });
    assert.deepEqual((await own()).body.alerts, [asked.body]);
    const earlier = await booked(at(24, '08:00'), 2);
    const later = await booked(at(26, '08:00'), 3);
    await later.session.cancel(later.id);
    assert.deepEqual(await alerts.round(), [], 'a later time is no news');
    await earlier.session.cancel(earlier.id);
    const [told] = await alerts.round();
    assert.equal(told!.to, `+47${mine.mobile}`);
    const { searchParams } = linkIn(told!);
    assert.deepEqual(Object.fromEntries(searchParams), {
      ...{ view: 'appointments', do: 'move', appointment: mine.id },
      ...{ clinic: 'west', clinician: 'anne' },
      time: '2026-11-24T07:00Z',
    });
    const { body: hold } = await session.hold({
      start: searchParams.get('time')!,
      appointment: mine.id,
    });
    const moved = await session.move(mine.id, hold);
    assert.equal(moved.body.appointment.slot.start, at(24, '08:00'));
    assert.deepEqual((await own()).body.alerts, []);
  });

  it('[P-48] are nobody’s after the alert has expired, was ended by its link or STOP, or where the account tells nobody', async () => {
    const times = [at(23, '08:00'), at(23, '08:30'), at(23, '09:00'), at(26, '09:30')];
    const others: Awaited<ReturnType<typeof booked>>[] = [];
    for (const [index, time] of times.entries()) others.push(await booked(time, index + 1));
    const cancel = (index: number) => others[index]!.session.cancel(others[index]!.id);
    const id = await alerts.wait('41234501');
    await cancel(0);
    assert.equal((await alerts.end(id)).status, 204);
    assert.equal((await alerts.end(crypto.randomUUID())).status, 204, 'nobody learns more');
    assert.deepEqual(await alerts.round(), []);

    await alerts.wait('41234502');
    await cancel(1);
    await inDemo((tx) => refuseSms(tx, 'demo', '+4741234502', new Date(service.now)));
    assert.deepEqual(await alerts.round(), []);

    await alerts.wait('41234503', { until: '2026-11-25' });
    await inDemo((tx) =>
      tx.update(accounts).set({ settings: sql`settings || '{"timeAlerts": false}'` }),
    );
    await cancel(2);
    assert.deepEqual(await alerts.round(), []);
    const refused = await alerts.ask({ treatment: 'check', mobile: '41234504' });
    assert.deepEqual([refused.status, refused.body.code], [403, 'not-allowed']);
    await inDemo((tx) =>
      tx.update(accounts).set({ settings: sql`settings || '{"timeAlerts": true}'` }),
    );
    service.now = Date.parse(at(26, '08:00'));
    others[3]!.session = patientOf(
      service,
      await openSession(database, service.now, {
        nationalId: testId(4),
        onlyMobile: `+47${others[3]!.mobile}`,
      }),
    );
    assert.equal((await cancel(3)).status, 200);
    assert.deepEqual(await alerts.round(), []);
    await purgeExpired(database.db, service.now);
    assert.equal(await countRows(database.db, 'time_alerts'), 0);
  });

  it('[M-05] [P-48] wait for the end of the night and go nowhere in test mode', async () => {
    const other = await booked(at(23, '09:00'));
    const second = await booked(at(23, '10:00'), 2);
    await alerts.wait('41234501');
    await setReminders({
      pauses: { saturday: true, sunday: true, night: { from: '22:00', to: '07:00' } },
    });
    service.now = Date.parse(at(20, '22:30'));
    const reopened = async (one: typeof other, index: number) => {
      const nationalId = testId(index);
      const bearer = await openSession(database, service.now, {
        nationalId,
        onlyMobile: `+47${one.mobile}`,
      });
      await patientOf(service, bearer).cancel(one.id);
    };
    await reopened(other, 1);
    assert.deepEqual(await alerts.round(), []);
    service.now = Date.parse(at(22, '12:00'));
    assert.deepEqual(await alerts.round(), []);
    service.now = Date.parse(at(23, '07:00'));
    assert.equal((await alerts.round()).length, 1);
    await setReminders({ testMode: true });
    service.now += minutes(61);
    await reopened(second, 2);
    assert.deepEqual(await alerts.round(), []);
    assert.equal(await countRows(database.db, "outbox WHERE reason = 'test-mode'"), 1);
  });
});

describe('asking for an alert', () => {
  it('[P-48] takes an address that is proven, a consent that is in force, and what is offered', async () => {
    const wrong = async (body: Record<string, unknown>) => {
      const answer = await alerts.ask(body);
      return [answer.status, answer.body.fields?.[0] ?? answer.body.code];
    };
    const base = { treatment: 'check', mobile: '41234501' };
    assert.deepEqual(await wrong({ mobile: '41234501' }), [
      422,
      { path: 'treatment', code: 'empty' },
    ]);
    assert.deepEqual(await wrong({ ...base, clinic: 'nowhere' }), [
      422,
      { path: 'treatment', code: 'value' },
    ]);
    assert.deepEqual(await wrong({ treatment: 'check' }), [422, { path: 'mobile', code: 'empty' }]);
    assert.deepEqual(await wrong({ ...base, mobile: '123' }), [
      422,
      { path: 'mobile', code: 'length' },
    ]);
    assert.deepEqual(await wrong({ ...base, until: '2026-11-19' }), [
      422,
      { path: 'until', code: 'past' },
    ]);
    assert.deepEqual(await wrong({ ...base, consent: { version: '0' } }), [
      422,
      { path: 'consent', code: 'stale' },
    ]);
    assert.deepEqual(await wrong({ appointment: crypto.randomUUID() }), [401, 'login-required']);

    const { body } = await alerts.ask({ treatment: 'check', email: 'kari@example.com' });
    assert.deepEqual(body.sentTo, { email: 'k***@example.com' });
    const code = service.lastCode();
    const guess = code === '000000' ? '111111' : '000000';
    assert.deepEqual((await alerts.confirm(body, guess)).body.triesLeft, 4);
    assert.equal((await alerts.confirm({ ...body, token: 'x'.repeat(43) }, code)).status, 404);
    const proven = await alerts.confirm(body, code);
    assert.equal(proven.status, 200);
    assert.deepEqual((await alerts.confirm(body, code)).body, proven.body);
    assert.equal(proven.body.expiresAt, '2027-02-18T08:00:00+01:00', '90 days');
    assert.equal(
      await countRows(
        database.db,
        "time_alerts WHERE consent_version = '1' AND consent_at IS NOT NULL AND patient_id IS NULL",
      ),
      1,
    );
  });

  it('[P-48] [N-05] is limited by address, account and network, and asked twice it is one', async () => {
    service = startService(database, {
      limits: { alertsPerAccount: 4, alertsPerAddressAnHour: 9 },
    });
    alerts = alertsOf(service, database);
    const first = await alerts.wait('41234501', { clinic: 'west' });
    assert.notEqual(await alerts.wait('41234501', { clinic: 'west' }), first);
    assert.equal(await countRows(database.db, 'time_alerts'), 1);
    await alerts.wait('41234501', { clinician: 'anne' });
    await alerts.wait('41234501', { treatment: 'long' });
    await assert.rejects(alerts.wait('41234501', { clinician: 'berit' }), /rate-limited/);
    await alerts.wait('41234502');
    await assert.rejects(alerts.wait('41234503'), /rate-limited/, 'the account is full');
    for (let count = 0; count < 9; count += 1) await alerts.end(first);
    assert.equal((await alerts.end(first)).status, 429);
  });

  it('[P-48] [N-08] leaves nothing behind: a booking ends it, an export shows it, erasing erases it', async () => {
    const ola = await putOnFile(database);
    const bearer = await openSession(database, service.now);
    const headers = { Authorization: `Bearer ${bearer}` };
    const asked = await alerts.ask({ treatment: 'check', until: '2026-11-25' }, headers);
    assert.deepEqual([asked.status, asked.body.sentTo], [201, { sms: '*** ** 567' }]);
    const session = patientOf(service, bearer);
    const bookAt = async (start: string) => {
      const { body: hold } = await session.hold({ start, treatment: 'check' });
      return service.call('/bookings', {
        json: { ...bookingOf(hold), patient: {} },
        headers: { ...headers, 'Hold-Token': hold.token, 'Idempotency-Key': 'k'.repeat(24) },
      });
    };
    await alerts.ask({ treatment: 'long' }, headers);
    assert.equal((await bookAt(at(24, '09:00'))).status, 201);
    assert.equal(await countRows(database.db, 'time_alerts'), 1, 'the one of another treatment');
    const staff = operatorOf(service, 'demo', operatorKey);
    const { body: document } = await staff.call<PatientExport>('GET', `/patients/${ola}/export`);
    assert.deepEqual(
      document.alerts.map(({ treatment, recipient, consent }) => [
        treatment,
        recipient,
        consent.version,
      ]),
      [['long', '+4741234567', '1']],
    );
    service.now = Date.parse(at(25, '08:00'));
    assert.equal((await staff.call('DELETE', `/patients/${ola}`)).status, 204);
    assert.equal(await countRows(database.db, 'time_alerts'), 0);
    assert.equal(await countRows(database.db, 'time_alerts_told'), 0);
  });
});
