import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import * as schema from '../../service/store/schema/index.js';
import { randomToken, sha256 } from '../../service/store/secrets.js';
import { replaceOperatorKey } from '../../service/store/staff/keys.js';
import type { Hold, RecallInput } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { bookingOf, ola, startService, testId } from './support/service.js';
import type { BookAnswer, TestService } from './support/service.js';
import { openSession, patientOf } from './support/sessions.js';
import type { SessionOptions, TestPatient } from './support/sessions.js';
import { storePatient } from './support/patients.js';
import { operatorOf } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: TestService;
let staff: Operator;
let patientId: string;

const need = '6d1c9a52-5f0e-4c7f-8f1e-2b7d3a4c5e60';
const at = (clock: string, day = 25) => `2026-11-${day}T${clock}:00+01:00`;

const logIn = async (request: SessionOptions = {}): Promise<TestPatient> =>
  patientOf(service, await openSession(database, service.now, request));

const changeTemplate = (change: Partial<typeof schema.bookingTemplates.$inferInsert>) =>
  inAccount(database.db, 'demo', (tx) =>
    tx.update(schema.bookingTemplates).set(change).where(eq(schema.bookingTemplates.id, 'check')),
  );

const putRecall = (change: Partial<RecallInput> = {}, id = need) =>
  staff.call('PUT', `/recalls/${id}`, {
    patient: patientId,
    week: '2026-11-25',
    minutes: 45,
    template: 'check',
    clinician: 'anne',
    intervalMonths: 12,
    ...change,
  });

/** Books what a session holds. */
const book = (patient: TestPatient, hold: Hold) =>
  service.call<BookAnswer>('/bookings', {
    json: { ...bookingOf(hold), patient: {} },
    headers: {
      Authorization: `Bearer ${patient.bearer}`,
      'Hold-Token': hold.token,
      'Idempotency-Key': randomToken(),
    },
  });

/** Holds and books a time for the need; returns the appointment's id. */
async function bookNeed(patient: TestPatient, start = at('08:00'), recall = need): Promise<string> {
  const held = await patient.hold({ recall, start });
  assert.equal(held.status, 201, JSON.stringify(held.body));
  const { status, body } = await book(patient, held.body);
  assert.equal(status, 201, JSON.stringify(body));
  return body.appointment.id;
}

const needs = () =>
  database.db.select().from(schema.recalls).orderBy(schema.recalls.week, schema.recalls.id);

/** Ola is due in the week of 23 November with Anne for 45 minutes; needs govern the examination. */
async function setUp(): Promise<void> {
  await database.clear();
  await setUpClinic(database.db, {
    clinicians: [{ id: 'berit', acceptsNewPatients: false }],
    settings: { confirmation: 'none', changeDeadlineHours: 0 },
  });
  service = startService(database, { limits: { holdsPerAddressAnHour: 1000 } });
  const token = randomToken();
  const tokenHash = await sha256(token);
  await inAccount(database.db, 'demo', (tx) =>
    replaceOperatorKey(tx, 'demo', tokenHash, new Date(service.now)),
  );
  staff = operatorOf(service, 'demo', token);
  ({ id: patientId } = await storePatient(database, { ...ola, mobile: '+4741234567' }));
  await changeTemplate({
    useInRecall: true,
    moveNextRecall: true,
    governedByNeed: true,
    maxDaysAfterRecallWeek: 1,
  });
  assert.equal((await putRecall()).status, 204);
}

describe('a patient with a need', () => {
  beforeEach(setUp);

  it('[P-38] [A-08] sees it with its week, length, clinician and last date', async () => {
    const { body } = await (await logIn()).list();
    assert.deepEqual(body.recalls, [
      {
        id: need,
        week: '2026-11-23',
        minutes: 45,
        treatment: { id: 'check', name: 'Undersøkelse' },
        clinician: { id: 'anne', name: 'Dr anne' },
        mayChooseClinician: false,
        until: '2026-11-30',
        bookable: true,
        phone: '22 33 44 55',
      },
    ]);
  });

  it('[A-08] is offered times of the need’s own length with its own clinician, until its last date', async () => {
    const patient = await logIn();
    const query = `from=2026-11-25&to=2026-11-26&recall=${need}`;
    const { body } = await patient.slots(query);
    assert.deepEqual(
      body.slots.map(({ start, clinician }) => `${start.slice(11, 16)} ${clinician}`),
      ['08:00 anne', '08:45 anne', '09:30 anne', '10:15 anne', '11:00 anne'],
    );
    assert.deepEqual((await patient.slots(`${query}&clinician=berit`)).body.slots, []);
    const refused = await patient.hold({ recall: need, start: at('08:00'), clinician: 'berit' });
    assert.equal(refused.body.code, 'slot-taken');
    const open = await patient.slots('from=2026-11-25&to=2026-11-26&treatment=check');
    assert.deepEqual(open.body.slots, [], 'governed by need: nobody books it without one');

    await changeTemplate({ mayChooseClinician: true });
    const any = await patient.slots(query);
    assert.deepEqual(
      new Set(any.body.slots.map(({ clinician }) => clinician)),
      new Set(['anne', 'berit']),
    );
    await changeTemplate({ mayChooseClinician: false });
    await putRecall({ clinician: null });
    const unnamed = await patient.slots(query);
    assert.equal(unnamed.body.slots.length, 10);

    await putRecall({ week: '2026-11-16' });
    const days = await patient.slots(`from=2026-11-20&to=2026-12-01&recall=${need}`);
    assert.deepEqual(
      new Set(days.body.slots.map(({ start }) => start.slice(0, 10))),
      new Set(['2026-11-23']),
    );
    assert.equal(
      (await patient.hold({ recall: need, start: at('08:00', 24) })).body.code,
      'slot-taken',
    );
  });

  it('[P-38] past its last date contacts the clinic', async () => {
    await putRecall({ week: '2026-11-09' });
    const patient = await logIn();
    const [recall] = (await patient.list()).body.recalls;
    assert.deepEqual(
      [recall!.bookable, recall!.until, recall!.phone],
      [false, '2026-11-16', '22 33 44 55'],
    );
    const held = await patient.hold({ recall: need, start: at('08:00') });
    assert.deepEqual([held.body.code, held.body.reason], ['not-allowed', 'days']);
    await changeTemplate({ maxDaysAfterRecallWeek: null });
    const [open] = (await patient.list()).body.recalls;
    assert.deepEqual([open!.bookable, open!.until], [true, undefined]);
  });

  it('[P-38] [P-40] can’t book it online where the template, the clinician or the page are out', async () => {
    const patient = await logIn();
    const isBookable = async () => (await patient.list()).body.recalls[0]!.bookable;
    assert.equal(await isBookable(), true);
    for (const change of [
      { useInBooking: false },
      { useInRecall: false },
      { archivedAt: new Date(0) },
    ]) {
      await changeTemplate(change);
      assert.equal(await isBookable(), false, JSON.stringify(change));
      assert.equal(
        (await patient.hold({ recall: need, start: at('08:00') })).body.reason,
        'template',
      );
      await changeTemplate({ useInBooking: true, useInRecall: true, archivedAt: null });
    }
    const publish = (published: boolean) =>
      inAccount(database.db, 'demo', (tx) =>
        tx.update(schema.clinicians).set({ published }).where(eq(schema.clinicians.id, 'anne')),
      );
    await publish(false);
    assert.equal(await isBookable(), false);
    await publish(true);
    await inAccount(database.db, 'demo', (tx) =>
      tx.update(schema.accounts).set({ newBookingOff: true }),
    );
    assert.equal(await isBookable(), false);
    assert.equal((await patient.hold({ recall: need, start: at('08:00') })).body.code, 'closed');
  });

  it('[P-38] [P-39] is the one on file, logged in: nobody else knows of it', async () => {
    const asks = async (who: TestPatient) => [
      (await who.slots(`from=2026-11-25&to=2026-11-26&recall=${need}`)).body.code,
      (await who.hold({ recall: need, start: at('08:00') })).body.code,
    ];
    const stranger = await logIn({ nationalId: testId(4) });
    assert.deepEqual(await asks(stranger), ['not-found', 'not-found']);
    const mobileOnly = await logIn({ onlyMobile: '+4741234567' });
    assert.deepEqual((await mobileOnly.list()).body.recalls, []);
    assert.deepEqual(await asks(mobileOnly), ['not-found', 'not-found']);
    assert.equal(
      (await service.hold({ recall: need, start: at('08:00') })).body.code,
      'login-required',
    );

    const { body: held } = await (await logIn()).hold({ recall: need, start: at('08:00') });
    const anonymous = await service.book(held);
    assert.equal(anonymous.body.code, 'login-required');
    assert.equal((await book(stranger, held)).body.code, 'not-found');
  });
});

describe('booking a need', () => {
  beforeEach(setUp);

  it('[P-38] [A-08] consumes it, and the next one follows the booked date', async () => {
    const patient = await logIn();
    const id = await bookNeed(patient);
    const { body } = await patient.list();
    assert.equal(body.appointments[0]!.slot.minutes, 45);
    const [first, next] = body.recalls;
    assert.deepEqual([first!.appointment, first!.bookable], [id, false]);
    assert.deepEqual([next!.week, next!.appointment, next!.minutes], ['2027-11-22', undefined, 45]);
    const again = await patient.hold({ recall: need, start: at('10:15') });
    assert.equal(again.body.code, 'not-allowed');
    service.now = Date.parse(at('12:00', 26));
    const later = (await (await logIn()).list()).body.recalls;
    assert.deepEqual(
      later.map(({ week }) => week),
      ['2027-11-22'],
      'what is past is no need',
    );
  });

  it('[A-08] once, though two windows hold two times for it', async () => {
    const patient = await logIn();
    const holds = await Promise.all([
      patient.hold({ recall: need, start: at('08:00') }),
      patient.hold({ recall: need, start: at('10:15') }),
    ]);
    const answers = await Promise.all(holds.map(({ body }) => book(patient, body)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 403]);
    assert.equal((await needs()).length, 2);
    assert.equal((await patient.list()).body.appointments.length, 1);
  });

  it('[P-38] no next one where the template moves none, or the need has no interval', async () => {
    await putRecall({ intervalMonths: null });
    await bookNeed(await logIn());
    assert.equal((await needs()).length, 1);
    await setUp();
    await changeTemplate({ moveNextRecall: false });
    await bookNeed(await logIn());
    assert.equal((await needs()).length, 1);
  });

  it('[P-38] [A-17] moves it within its last date with its clinician, and the next need follows', async () => {
    await putRecall({ week: '2026-11-16', intervalMonths: 3 });
    await changeTemplate({ maxDaysAfterRecallWeek: 4, maxDaysToMove: 10 });
    const patient = await logIn();
    const id = await bookNeed(patient, at('08:00', 24));
    assert.equal((await needs())[1]!.week, '2027-02-22');
    const [listed] = (await patient.list()).body.appointments;
    assert.deepEqual([listed!.move.from, listed!.move.to], ['2026-11-20', '2026-11-26']);
    const { body } = await patient.slots(`from=2026-11-24&to=2026-11-28&appointment=${id}`);
    assert.deepEqual(new Set(body.slots.map(({ clinician }) => clinician)), new Set(['anne']));
    assert.ok(body.slots.every(({ start }) => start < '2026-11-27'));
    assert.deepEqual(
      body.slots
        .filter(({ start }) => start.startsWith('2026-11-26'))
        .map(({ start }) => start.slice(11, 16)),
      ['08:00', '08:45', '09:30', '10:15', '11:00'],
    );
    assert.equal(
      (await patient.hold({ appointment: id, start: at('08:00', 27) })).body.code,
      'slot-taken',
    );
    await putRecall({ week: '2026-11-16', intervalMonths: 1 });
    const { body: held } = await patient.hold({ appointment: id, start: at('08:45', 23) });
    assert.equal((await patient.move(id, held)).status, 200);
    const [first, next] = await needs();
    assert.deepEqual([first!.bookingId, next!.week], [id, '2026-12-21']);
  });

  it('[P-38] [P-37] cancelling makes it due again and takes the next one back', async () => {
    const patient = await logIn();
    const id = await bookNeed(patient);
    assert.equal((await patient.cancel(id)).status, 200);
    const rows = await needs();
    assert.deepEqual(
      rows.map(({ id: recall, bookingId }) => [recall, bookingId]),
      [[need, null]],
    );
    const second = await bookNeed(patient, at('10:15'));
    assert.notEqual(second, id);
    assert.equal((await needs()).length, 2);
  });

  it('[P-38] cancelling leaves the next one that is booked itself, and does not double it', async () => {
    await putRecall({ intervalMonths: 1 });
    await changeTemplate({ maxDaysAfterRecallWeek: null });
    const patient = await logIn();
    const first = await bookNeed(patient);
    const next = (await needs())[1]!;
    await bookNeed(patient, at('08:00', 26), next.id);
    assert.equal((await needs()).length, 3);
    await patient.cancel(first);
    assert.equal((await needs()).length, 3);
    await bookNeed(patient, at('10:15'));
    const rows = await needs();
    assert.equal(rows.length, 3);
    assert.equal(rows.filter(({ bookingId }) => bookingId !== null).length, 2);
  });

  it('[P-38] staff who cancel it make it due again', async () => {
    const patient = await logIn();
    const id = await bookNeed(patient);
    const { body } = await staff.call<{ entries: { id: string; status: string }[] }>(
      'GET',
      '/timebook?from=2026-11-25&to=2026-11-26',
    );
    const entry = body.entries.find(({ status }) => status === 'booked')!;
    assert.equal((await staff.call('DELETE', `/timebook/${entry.id}`)).status, 204);
    assert.equal((await staff.call('DELETE', `/timebook/${entry.id}`)).status, 404);
    const { body: list } = await patient.list();
    assert.deepEqual(
      list.appointments.map((one) => [one.id, one.status]),
      [[id, 'cancelled']],
    );
    assert.deepEqual(
      list.recalls.map(({ bookable }) => bookable),
      [true],
    );
  });
});

describe("staff's needs", () => {
  beforeEach(setUp);

  it('[P-38] are stored and deleted by an id of their choice', async () => {
    assert.equal((await putRecall({ minutes: 30, week: '2026-12-06' })).status, 204);
    const [row] = await needs();
    assert.deepEqual([row!.week, row!.minutes], ['2026-11-30', 30]);
    assert.equal((await staff.call('DELETE', `/recalls/${need}`)).status, 204);
    assert.equal((await staff.call('DELETE', `/recalls/${need}`)).status, 404);
    assert.equal((await staff.call('DELETE', '/recalls/one')).status, 404);
  });

  it('[P-38] are refused field by field', async () => {
    const fieldOf = async (change: Partial<RecallInput>) => {
      const { status, body } = await putRecall(change);
      return [status, ...(body.fields ?? []).map(({ path, code }) => `${path} ${code}`)];
    };
    assert.deepEqual(await fieldOf({ patient: crypto.randomUUID() }), [422, 'patient unknown']);
    assert.deepEqual(await fieldOf({ template: 'nothing' }), [422, 'template unknown']);
    assert.deepEqual(await fieldOf({ template: 'long' }), [422, 'template not-for-recall']);
    assert.deepEqual(await fieldOf({ clinician: 'nobody' }), [422, 'clinician unknown']);
    assert.deepEqual(await fieldOf({ week: '2026-02-30' }), [422, 'week format']);
    assert.equal((await putRecall({}, 'one')).status, 404);
  });

  it('[P-38] keep their booking when they are stored again', async () => {
    const id = await bookNeed(await logIn());
    await putRecall({ minutes: 60 });
    const row = (await needs()).find((one) => one.id === need);
    assert.deepEqual([row!.bookingId, row!.minutes], [id, 60]);
  });
});
