import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { and, asc, eq } from 'drizzle-orm';
import type { PatientChangeList } from '../../src/contract/index.js';
import { inAccount } from '../../service/store/database.js';
import { outbox } from '../../service/store/schema/index.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
const patient = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const kari = { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7) };
const [old, next, childs] = ['+4741234567', '+4747654321', '+4791111111'] as const;
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
afterEach(() => assert.deepEqual(service.errors, []));
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none' } });
  service = startService(database, { operatorKey });
  operator = operatorOf(service, 'demo', operatorKey);
  await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 24 }], email: true });
  await file({ mobile: old });
});

async function file(contact: { mobile?: string; email?: string }): Promise<void> {
  const { status } = await operator.call('PUT', `/patients/${patient}`, { ...kari, ...contact });
  assert.equal(status, 204);
}
async function byStaff(clock: string): Promise<string> {
  const { status, body } = await operator.call<{ id: string }>('POST', '/timebook', {
    ...{ start: `${monday}T${clock}:00+01:00`, minutes: 30, clinic: 'west', clinician: 'anne' },
    patient,
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}
async function byPatient(date: string, mobile: string): Promise<string> {
  const { body } = await service.hold({
    ...{ clinician: 'anne', start: `${date}T09:00:00+01:00` },
  });
  const answer = await service.book(body, {
    patient: { ...kari, mobile, email: 'kari@example.com' },
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  await service.background;
  return answer.body.appointment.id;
}
const rows = () =>
  inAccount(database.db, 'demo', (tx) =>
    tx.select().from(outbox).orderBy(asc(outbox.createdAt), asc(outbox.sendAt)),
  );
/** What became of the messages of an appointment: where they go, and why some do not. */
async function goesTo(id: string): Promise<string[]> {
  const all = (await rows()).filter(({ bookingId, planned }) => bookingId === id && planned);
  return all.map(({ status, recipient, reason }) =>
    [status, recipient, reason].filter(Boolean).join(' '),
  );
}
const waitsFor = async (id: string) =>
  (await goesTo(id)).filter((message) => message.startsWith('V'));

describe('a mobile that is changed on the patient’s file', () => {
  it('[M-05] [M-07] reaches what waits for what staff booked and for what was booked with it; one that the patient gave for the appointment stays', async () => {
    const [staffs, own, ofChild] = [
      await byStaff('08:00'),
      await byPatient(monday, old),
      await byPatient('2026-11-24', childs),
    ];
    const { body: written } = await operator.call<{ id: string }>('POST', '/messages', {
      ...{ patient, text: 'Ta med røntgenbildene.', sendsAt: '2026-11-21T10:00:00Z' },
    });
    const byHand = (await rows()).find(
      ({ bookingId, planned }) => bookingId === staffs && planned,
    )!;
    await operator.call('PATCH', `/messages/${byHand.id}`, { text: 'Husk legitimasjon.' });
    await file({ mobile: next });
    assert.deepEqual(await goesTo(staffs), [`V ${next}`]);
    assert.deepEqual(await goesTo(own), [`V ${next}`]);
    assert.deepEqual(await goesTo(ofChild), [`V ${childs}`]);
    const now = await rows();
    const one = (id: string) => now.find((row) => row.id === id)!;
    assert.equal(one(byHand.id).text, 'Husk legitimasjon.');
    assert.deepEqual([one(written.id).recipient, one(written.id).status], [next, 'V']);

    // A policy that is worked through again keeps to it, and so does a move.
    await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 20 }] });
    await service.background;
    const moved = await operator.call('PATCH', `/timebook/${own}`, {
      start: `${monday}T11:00:00+01:00`,
    });
    assert.equal(moved.status, 200);
    assert.deepEqual(await goesTo(own), [`V ${next}`]);
    assert.deepEqual(await goesTo(ofChild), [`V ${childs}`]);
  });

  it('[M-07] [P-39] follows a change that the clinic has accepted, and nothing goes to a number that was taken off the file', async () => {
    const staffs = await byStaff('08:00');
    const own = await byPatient(monday, next);
    assert.deepEqual(await goesTo(staffs), [`V ${old}`]);
    const { body } = await operator.call<PatientChangeList>('GET', '/patient-changes');
    assert.deepEqual(body.changes[0]?.changes['mobile'], { from: old, to: next });
    const accepted = await operator.call('POST', `/patient-changes/${body.changes[0].id}`, {
      accept: true,
    });
    assert.equal(accepted.status, 204, JSON.stringify(accepted.body));
    assert.deepEqual(await goesTo(staffs), [`V ${next}`]);
    const { body: written } = await operator.call<{ id: string }>('POST', '/messages', {
      ...{ patient, text: 'Hei', sendsAt: '2026-11-21T10:00:00Z' },
    });
    await file({});
    assert.deepEqual(await goesTo(staffs), [`A ${next} address`]);
    const now = await rows();
    assert.deepEqual(
      now.filter(({ id }) => id === written.id).map(({ status, reason }) => [status, reason]),
      [['A', 'address']],
    );
    // By e-mail where there is one, as the account says; and by SMS as soon as there is a mobile again.
    await file({ email: 'kari@example.com' });
    assert.deepEqual(await waitsFor(staffs), ['V kari@example.com']);
    await file({ mobile: old, email: 'kari@example.com' });
    assert.deepEqual(await waitsFor(staffs), [`V ${old}`]);
    assert.ok(!(await waitsFor(own)).includes(`V ${next}`));
  });

  it('[M-06] makes another message of one that was tried, for its id may have reached the gateway with the old number', async () => {
    const staffs = await byStaff('08:00');
    service.gatewayIsDown = true;
    await operator.call('POST', '/messages', { patient, text: 'Hei' });
    await service.background;
    await inAccount(database.db, 'demo', (tx) =>
      tx
        .update(outbox)
        .set({ status: 'FV', tries: 1, failedAt: new Date(service.now) })
        .where(and(eq(outbox.bookingId, staffs), eq(outbox.planned, true))),
    );
    await file({ mobile: next });
    assert.deepEqual((await goesTo(staffs)).sort(), [`A ${old} address`, `V ${next}`]);
    const general = (await rows()).filter(({ kind }) => kind === 'general');
    assert.deepEqual(
      general.map(({ status, recipient, reason }) => [status, recipient, reason]).sort(),
      [
        ['A', old, 'address'],
        ['V', next, null],
      ],
    );
    service.gatewayIsDown = false;
    service.now += 3_600_000;
    await operator.call('POST', '/messages', { to: '99887766', text: 'Noe annet' });
    await service.background;
    assert.deepEqual(
      service.sent.filter(({ text }) => text === 'Hei').map(({ to }) => to),
      [next],
    );
  });
});
