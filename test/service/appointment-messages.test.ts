import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { AppointmentMessages, SentMessage, TimebookEntry } from '../../src/contract/index.js';
import { sendDueMessages } from '../../service/node/worker.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
const patient = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none' } });
  service = startService(database, { operatorKey, demo: true });
  operator = operatorOf(service, 'demo', operatorKey);
  const kari = { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7), mobile: '98765432' };
  await operator.call('PUT', `/patients/${patient}`, kari);
  await operator.call('PATCH', '/reminders', {
    reminders: [{ hoursBefore: 70 }, { hoursBefore: 22 }],
    thankYou: { hoursAfter: 3 },
    answers: 'confirm',
  });
});
afterEach(() => assert.deepEqual(service.errors, []));

const book = async (start = `${monday}T12:45:00+01:00`, whose = patient) => {
  const { status, body } = await operator.call<TimebookEntry>('POST', '/timebook', {
    ...{ start, minutes: 30, clinic: 'west', clinician: 'anne', patient: whose },
  });
  assert.equal(status, 201);
  return body.id;
};
const read = async (id: string) => {
  const { status, body } = await operator.call<AppointmentMessages>(
    'GET',
    `/timebook/${id}/messages`,
  );
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const post = async (input: object) => {
  const { status, body } = await operator.call<SentMessage>('POST', '/messages', input);
  assert.equal(status, 201, JSON.stringify(body));
  await service.background;
  return body;
};
const one = async (id: string, type: string) =>
  (await read(id)).planned.find((planned) => planned.type === type)!;

describe("an appointment's SMS", () => {
  it('[M-04] [M-07] are the four that it may have, with what one that is made now would be', async () => {
    const id = await book();
    const { planned, ...rest } = await read(id);
    assert.deepEqual(rest, {
      ...{ to: '+4798765432', hindrance: null, isAutomatic: true, testMode: false },
      ...{ isConfirmed: false, answer: null, others: [], answers: [] },
      directText:
        'Hei Kari, det gjelder timen din 23.11.2026 kl. 12:45. Ring oss på 22 33 44 55. Mvh, Tannlege Dr anne.',
    });
    assert.deepEqual(
      planned.map(({ type, hours, isPlanned, message }) => [
        type,
        hours,
        isPlanned,
        message?.status,
      ]),
      [
        ['reminder-1', 70, true, 'V'],
        ['reminder-2', 22, true, 'V'],
        ['reminder-3', 24, false, undefined],
        ['thank-you', 3, true, 'V'],
      ],
    );
    assert.deepEqual(planned[1]!.draft, {
      text: planned[1]!.message!.text,
      sendsAt: `2026-11-22T14:45:00+01:00`,
      expiresAt: `${monday}T12:45:00+01:00`,
    });
    assert.equal(planned[3]!.message!.sendsAt, `${monday}T16:15:00+01:00`);
  });

  it('[M-07] taken back and made again go on with the appointment as if nothing had been', async () => {
    const id = await book();
    const waiting = (await one(id, 'reminder-2')).message!;
    const { status } = await operator.call('DELETE', `/messages/${waiting.id}`);
    assert.equal(status, 204);
    const without = await one(id, 'reminder-2');
    assert.deepEqual([without.message!.status, without.message!.reason], ['A', 'staff']);
    assert.equal(without.draft!.sendsAt, waiting.sendsAt);

    // A move leaves what staff have taken back.
    const move = (hour: string) =>
      operator.call('PATCH', `/timebook/${id}`, { start: `${monday}T${hour}:45:00+01:00` });
    await move('13');
    assert.equal((await one(id, 'reminder-2')).message!.status, 'A');
    await post({ appointment: id, type: 'reminder-2' });
    await move('14');
    const again = (await one(id, 'reminder-2')).message!;
    assert.deepEqual([again.status, again.sendsAt], ['V', '2026-11-22T16:45:00+01:00']);
  });

  it('[M-06] tell what came of them, what else was written, and what was answered to which', async () => {
    const id = await book();
    service.now = Date.parse('2026-11-22T14:45:00+01:00');
    const send = async () => ({ messageId: 'gateway' });
    await sendDueMessages(database.db, { sms: send, email: send }, () => service.now);
    const second = (await one(id, 'reminder-2')).message!;
    assert.equal(second.status, 'S');
    service.now += 60_000;
    const direct = await post({ appointment: id, text: 'Ta med bittskinnen' });
    const secret = 'a secret of the gateway';
    await operator.call('PUT', '/sms-gateway', { format: '46elks', secret });
    service.now += 60_000;
    const form = new URLSearchParams({
      id: 'in-1',
      from: '+4798765432',
      message: 'Skal gjøre det',
    });
    const heard = await service.request('/v1/gateway/demo/incoming', {
      text: form.toString(),
      headers: { Authorization: `Basic ${btoa(`opus:${secret}`)}` },
    });
    assert.equal(heard.status, 204);
    const { others, answers } = await read(id);
    assert.deepEqual(
      others.map(({ id: other, status }) => [other, status]),
      [[direct.id, 'SB']],
    );
    assert.deepEqual(
      answers.map(({ text, answers: about }) => [text, about]),
      [['Skal gjøre det', direct.id]],
    );
  });

  it('[M-05] say what hinders: no mobile, a refusal, or no appointment that stands', async () => {
    const id = await book();
    await operator.call('PUT', `/patients/${patient}/sms-wish`, { wish: false });
    const refused = await read(id);
    assert.deepEqual([refused.hindrance, refused.isAutomatic], ['refused', false]);
    assert.ok(refused.planned.every(({ draft }) => draft === undefined));
    assert.equal(refused.directText, null);

    await operator.call('PUT', `/patients/${patient}/sms-wish`, { wish: null });
    await operator.call('PATCH', '/reminders', { to: 'wishing' });
    const unasked = await read(id);
    assert.deepEqual([unasked.hindrance, unasked.isAutomatic], [null, false]);

    const other = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e60';
    await operator.call('PUT', `/patients/${other}`, {
      ...{ firstName: 'Ola', lastName: 'Berg', nationalId: testId(8) },
    });
    const unreachable = await read(await book(`${monday}T15:00:00+01:00`, other));
    assert.deepEqual([unreachable.to, unreachable.hindrance], [null, 'no-mobile']);

    await operator.call('DELETE', `/timebook/${id}`);
    assert.equal((await read(id)).hindrance, 'not-booked');
    for (const unknown of [crypto.randomUUID(), 'x']) {
      const { status } = await operator.call('GET', `/timebook/${unknown}/messages`);
      assert.equal(status, 404);
    }
  });
});
