import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, it } from 'node:test';
import type { EntryReminder, SmsList, Timebook } from '../../src/contract/index.js';
import { sendDueMessages } from '../../service/node/worker.js';
import { ownSignature } from '../../service/reminders/gateway-signatures.js';
import { change } from './support/appointment-changes.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { personOf } from './support/people.js';
import { bookingOf, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase, statementsOf } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
afterEach(() => assert.deepEqual(service.errors, []));
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none' } });
  service = startService(database, { operatorKey });
  operator = operatorOf(service, 'demo', operatorKey);
});

let people = 0;
const book = async (start: string) => {
  people += 1;
  const from = `198.51.100.${people}`;
  const { body } = await service.hold({ clinician: 'anne', start }, { from });
  const patient = { ...bookingOf(body).patient, nationalId: testId(people) };
  const answer = await service.book(body, { patient }, { from });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.appointment.id;
};
const days = '/timebook?from=2026-11-23&to=2026-11-28';
const read = async (query = '&with=reminders', reader = operator) => {
  const { body, status } = await reader.call<Timebook>('GET', `${days}${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body.entries;
};
const inShort = (reminders: readonly EntryReminder[] = []) =>
  reminders
    .map(({ type, status, delivery }) =>
      [type.slice(-1), status, delivery].filter(Boolean).join(' '),
    )
    .join(', ');
/** Of one appointment: `1 S delivered, 2 V`. */
const of = async (id: string) =>
  inShort((await read()).find((entry) => entry.id === id)!.reminders);
const workAt = async (instant: string, { isDown = false } = {}) => {
  service.now = Date.parse(instant);
  const send = ({ id }: { id: string }) =>
    isDown ? Promise.reject(new Error('down')) : Promise.resolve({ messageId: `gateway-${id}` });
  await sendDueMessages(database.db, { sms: send, email: send }, () => service.now);
};
const report = async (type: string, status: string) => {
  const { body } = await operator.call<SmsList>('GET', `/messages?box=sent&type=${type}`);
  const reports = [{ id: body.items[0]!.id, status, at: new Date(service.now).toISOString() }];
  await operator.call('PUT', '/sms-gateway', { format: 'own', secret: 'a secret of the gateway' });
  const text = JSON.stringify({ reports });
  const seconds = Math.floor(service.now / 1000);
  const headers = {
    'Opus-Signature': await ownSignature('a secret of the gateway', seconds, text),
  };
  const answer = await service.request('/v1/gateway/demo/reports', { text, headers });
  await service.background;
  assert.equal(answer.status, 204);
};

it('[M-06] [C-07] the list of the day tells what became of each reminder: SMS1 to SMS3 of the manual', async () => {
  const reminders = [{ hoursBefore: 70 }, { hoursBefore: 22 }, { hoursBefore: 1 }];
  await operator.call('PATCH', '/reminders', { reminders, thankYou: { hoursAfter: 3 } });
  const id = await book('2026-11-27T08:00:00+01:00');
  assert.equal(await of(id), '1 V, 2 V, 3 V');
  await workAt('2026-11-24T09:00:00Z');
  assert.equal(await of(id), '1 S, 2 V, 3 V');
  await report('reminder-1', 'not-delivered');
  assert.equal(await of(id), '1 S not-delivered, 2 V, 3 V');
  await report('reminder-1', 'delivered');
  await workAt('2026-11-26T09:00:00Z', { isDown: true });
  assert.equal(await of(id), '1 S delivered, 2 FV, 3 V');
  await workAt('2026-11-26T09:05:00Z');
  // What is made anew for the new time stands for what has gone for the old one; the first was late, and went at once.
  await change(service, database, 'moved', id, new Date('2026-11-27T12:00:00Z'));
  assert.equal(await of(id), '1 S, 2 V, 3 V');
  await change(service, database, 'cancelled', id);
  assert.equal(await of(id), '1 S, 2 A, 3 A');
});

it('[M-06] [C-02] only where it is asked for, and to whoever may read messages', async () => {
  await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 24 }] });
  const id = await book('2026-11-27T08:00:00+01:00');
  const [plain] = await read('');
  assert.equal('reminders' in plain!, false);
  const [asked] = await read();
  assert.deepEqual({ ...asked, reminders: undefined }, { ...plain, reminders: undefined });
  assert.equal((await operator.call('GET', `${days}&with=everything`)).status, 422);
  for (const role of ['reception', 'clinician', 'reader'] as const) {
    const person = await personOf(service, database, { roles: [{ role }], clinician: 'anne' });
    const mayRead = (await person.call('GET', `/timebook/${id}/messages`)).status === 200;
    const entries = await read('&with=reminders', person);
    const isSeen = entries.some((entry) => entry.reminders);
    assert.deepEqual([role, isSeen, mayRead], [role, role === 'reception', role === 'reception']);
  }
});

it('[M-06] one query finds the reminders of all, however many they are', async () => {
  await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 24 }] });
  const count = async (query: string) =>
    (await statementsOf(database.db, () => read(query).then(() => undefined))).length;
  await book('2026-11-25T08:00:00+01:00');
  const [plain, one] = [await count(''), await count('&with=reminders')];
  await book('2026-11-26T08:00:00+01:00');
  await book('2026-11-27T08:00:00+01:00');
  assert.deepEqual([one - plain, await count('&with=reminders')], [1, one]);
});
