import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import * as schema from '../../service/store/schema/index.js';
import { randomToken, sha256 } from '../../service/store/secrets.js';
import { replaceOperatorKey } from '../../service/store/staff/keys.js';
import type { Journal, TimebookEntry } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { friday, ola, startService } from './support/service.js';
import type { TestService } from './support/service.js';
import { openSession, patientOf } from './support/sessions.js';
import type { TestPatient } from './support/sessions.js';
import { storePatient } from './support/patients.js';
import { operatorOf } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: TestService;
let staff: Operator;
let patientId: string;

const at = (clock: string, day = 24) => `2026-11-${day}T${clock}:00+01:00`;

const logIn = async (): Promise<TestPatient> =>
  patientOf(service, await openSession(database, service.now));

/** Anne and Berit share one chair, which every implant needs. */
async function setUp(): Promise<void> {
  await database.clear();
  await setUpClinic(database.db, {
    clinicians: [{ id: 'berit' }],
    chairs: 1,
    settings: {
      confirmation: 'none',
      changeDeadlineHours: 0,
      journalMoves: true,
      journalCancellations: true,
    },
  });
  service = startService(database, {
    limits: { holdsPerAddressAnHour: 1000, liveHoldsPerAddress: 100, shareOfDay: 1 },
  });
  const token = randomToken();
  const tokenHash = await sha256(token);
  await inAccount(database.db, 'demo', (tx) =>
    replaceOperatorKey(tx, 'demo', tokenHash, new Date(service.now)),
  );
  staff = operatorOf(service, 'demo', token);
  ({ id: patientId } = await storePatient(database, { ...ola, mobile: '+4741234567' }));
}

const byHand = (clinician: string, clock: string, change: object = {}) =>
  staff.call<TimebookEntry & { code: string; fields: { path: string; code: string }[] }>(
    'POST',
    '/timebook',
    { start: at(clock), minutes: 60, clinic: 'west', clinician, template: 'implant', ...change },
  );

const hold = (clinician: string, clock: string, treatment = 'implant') =>
  service.hold({ start: at(clock), treatment, clinician });

async function book(clinician: string, clock: string, treatment = 'implant'): Promise<string> {
  const { body: held } = await hold(clinician, clock, treatment);
  const { status, body } = await service.book(held);
  assert.equal(status, 201, JSON.stringify(body));
  return body.appointment.id;
}

async function implantTimes(clinician: string): Promise<string[]> {
  const { body } = await service.call<{ slots: { start: string }[] }>(
    `/slots?from=2026-11-24&to=2026-11-25&treatment=implant&clinician=${clinician}`,
  );
  return body.slots.map(({ start }) => start.slice(11, 16));
}

describe('one chair, two clinicians', () => {
  beforeEach(setUp);

  it('[A-09] a hold of one takes it from the other, for as long as it lasts', async () => {
    const { body: held } = await hold('anne', '09:00');
    assert.equal((await hold('berit', '09:00')).body.code, 'slot-taken');
    assert.equal((await hold('berit', '10:00')).status, 201);
    assert.deepEqual(await implantTimes('berit'), ['08:00', '11:00']);
    assert.equal((await hold('berit', '09:00', 'check')).status, 201);
    await service.call(`/holds/${held.id}`, {
      method: 'DELETE',
      headers: { 'Hold-Token': held.token },
    });
    assert.deepEqual(await implantTimes('anne'), ['08:00', '09:00', '11:00']);
  });

  it('[A-09] [P-36] a move takes it, and gives it back where it was', async () => {
    const first = await book('anne', '08:00');
    await book('berit', '10:00');
    const patient = await logIn();
    const { body } = await patient.slots(`from=2026-11-24&to=2026-11-25&appointment=${first}`);
    assert.deepEqual(
      body.slots.map(({ start, clinician }) => `${start.slice(11, 16)} ${clinician}`),
      ['08:00 berit', '09:00 anne', '09:00 berit', '11:00 anne', '11:00 berit'],
    );
    assert.equal(
      (await patient.hold({ appointment: first, start: at('10:00') })).body.code,
      'slot-taken',
    );
    const { body: held } = await patient.hold({ appointment: first, start: at('11:00') });
    // Until it has moved it has both.
    assert.deepEqual(await implantTimes('berit'), ['09:00']);
    assert.equal((await patient.move(first, held)).status, 200);
    assert.deepEqual(await implantTimes('berit'), ['08:00', '09:00']);
    assert.equal((await patient.cancel(first)).status, 200);
    assert.deepEqual(await implantTimes('anne'), ['08:00', '09:00', '11:00']);
  });

  it('[A-09] [P-36] its own chair is free to a time that overlaps its own', async () => {
    await inAccount(database.db, 'demo', (tx) =>
      tx
        .update(schema.bookingTemplates)
        .set({ minutesBetweenOffers: 30 })
        .where(eq(schema.bookingTemplates.id, 'implant')),
    );
    const id = await book('anne', '09:00');
    assert.ok(!(await implantTimes('berit')).includes('09:30'));
    const patient = await logIn();
    const { body: held } = await patient.hold({
      appointment: id,
      start: at('09:30'),
      clinician: 'berit',
    });
    assert.equal((await patient.move(id, held)).status, 200);
  });

  it('[A-09] [P-38] a need whose template needs it has times only while it is free', async () => {
    await inAccount(database.db, 'demo', (tx) =>
      tx
        .update(schema.bookingTemplates)
        .set({ useInRecall: true })
        .where(eq(schema.bookingTemplates.id, 'implant')),
    );
    const recall = crypto.randomUUID();
    const stored = await staff.call('PUT', `/recalls/${recall}`, {
      patient: patientId,
      week: '2026-11-24',
      minutes: 60,
      template: 'implant',
      clinician: 'anne',
    });
    assert.equal(stored.status, 204);
    await book('berit', '09:00');
    const patient = await logIn();
    const { body } = await patient.slots(
      `from=2026-11-24&to=2026-11-25&recall=${recall}&clinician=anne`,
    );
    assert.deepEqual(
      body.slots.map(({ start }) => start.slice(11, 16)),
      ['08:00', '10:00', '11:00'],
    );
    assert.equal((await patient.hold({ recall, start: at('09:00') })).body.code, 'slot-taken');
    assert.equal((await patient.hold({ recall, start: at('10:00') })).status, 201);
    assert.deepEqual(await implantTimes('berit'), ['08:00', '11:00']);
  });

  it('[A-09] staff who book by hand take it too, and find it taken', async () => {
    assert.equal((await byHand('anne', '08:00')).status, 201);
    assert.deepEqual(await implantTimes('berit'), ['09:00', '10:00', '11:00']);
    assert.equal((await byHand('berit', '08:30')).body.code, 'slot-taken');
    assert.equal((await byHand('berit', '08:30', { template: 'check' })).status, 201);
    await book('anne', '10:00');
    assert.equal((await byHand('berit', '10:00')).body.code, 'slot-taken');
    assert.equal(
      (await byHand('berit', '10:00', { clinic: 'east' })).body.code,
      'slot-taken',
      'no chair there',
    );
    const { body: held } = await hold('anne', '11:00');
    assert.equal((await byHand('berit', '11:00')).body.code, 'slot-taken');
    service.now += 11 * 60_000;
    assert.equal((await byHand('berit', '11:00')).status, 201);
    assert.equal((await service.book(held)).body.code, 'hold-expired');
  });

  it('[A-09] [A-10] at the same moment only one gets it', async () => {
    const id = await book('anne', '08:00');
    const patient = await logIn();
    const { body: held } = await patient.hold({
      appointment: id,
      start: at('11:00'),
      clinician: 'anne',
    });
    const [moved, ...others] = await Promise.all([
      patient.move(id, held),
      byHand('berit', '11:00'),
      hold('berit', '11:00'),
      byHand('berit', '08:00'),
      hold('berit', '08:30'),
    ]);
    assert.equal(moved.status, 200);
    assert.deepEqual(
      others.slice(0, 2).map(({ status }) => status),
      [409, 409],
    );
    const chairs = await database.db.select().from(schema.reservations);
    const taking = chairs.filter(
      ({ status, resourceId }) => resourceId && ['held', 'booked'].includes(status),
    );
    for (const a of taking) {
      for (const b of taking) {
        if (a.partyId !== b.partyId) assert.ok(a.endsAt <= b.startsAt || b.endsAt <= a.startsAt);
      }
    }
  });
});

describe('what staff book for a patient on file', () => {
  beforeEach(setUp);

  it('[P-35] [A-11] is among the patient’s own, who may change it under the same rules', async () => {
    const made = await byHand('anne', '08:00', {
      template: 'check',
      patient: patientId,
      text: 'Ring først',
    });
    assert.equal(made.status, 201);
    assert.equal(made.body.patient?.id, patientId);
    assert.equal(made.body.text, 'Ring først');
    const patient = await logIn();
    const [listed] = (await patient.list()).body.appointments;
    assert.equal(listed!.slot.minutes, 60);
    assert.deepEqual([listed!.move.allowed, listed!.cancel.allowed], [true, true]);
    const { body: held } = await patient.hold({ appointment: listed!.id, start: at('10:00') });
    // As long as the clinic has planned it, whatever the template says.
    assert.equal(held.slot.minutes, 60);
    assert.equal((await patient.move(listed!.id, held)).status, 200);
    const { body: book } = await staff.call<{ entries: TimebookEntry[] }>(
      'GET',
      '/timebook?from=2026-11-24&to=2026-11-25',
    );
    assert.deepEqual(
      book.entries.map(({ start, text, registeredBy, patient: who }) => [
        start,
        text,
        registeredBy,
        who?.firstName,
      ]),
      [[at('10:00'), 'Ring først', 'staff', 'Ola']],
    );
    assert.deepEqual(service.sent.map(({ to }) => to).sort(), ['+4741234567', 'kari@example.com']);
  });

  it('[P-44] is refused for a patient who is not on file', async () => {
    const { status, body } = await byHand('anne', '08:00', { patient: crypto.randomUUID() });
    assert.deepEqual([status, body.fields], [422, [{ path: 'patient', code: 'unknown' }]]);
  });

  it('[A-12] [A-16] their journal reads newest first, and is there for patients on file only', async () => {
    await byHand('anne', '08:00', { template: 'check', patient: patientId });
    const patient = await logIn();
    const { id } = (await patient.list()).body.appointments[0]!;
    const { body: held } = await patient.hold({ appointment: id, start: at('10:00') });
    await patient.move(id, held);
    service.now += 60_000;
    await patient.cancel(id);
    const { body } = await staff.call<Journal>('GET', `/patients/${patientId}/journal`);
    assert.deepEqual(
      body.entries.map(({ kind, at: when }) => [kind, Date.parse(when)]),
      [
        ['cancelled', friday + 60_000],
        ['moved', friday],
      ],
    );
    assert.equal((await staff.call('GET', `/patients/${crypto.randomUUID()}/journal`)).status, 404);
    assert.equal((await staff.call('GET', '/patients/ola/journal')).status, 404);
  });

  it('[M-07] nobody hears that it is booked once staff have cancelled it', async () => {
    service.gatewayIsDown = true;
    await book('anne', '08:00', 'check');
    const { body } = await staff.call<{ entries: TimebookEntry[] }>(
      'GET',
      '/timebook?from=2026-11-24&to=2026-11-25',
    );
    assert.equal((await staff.call('DELETE', `/timebook/${body.entries[0]!.id}`)).status, 204);
    const rows = await database.db.select().from(schema.outbox);
    assert.deepEqual(
      rows.map(({ status }) => status),
      ['A', 'A'],
    );
  });
});
