import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type {
  AccountHealth,
  SentMessage,
  SmsList,
  SmsServiceStatus,
  SmsState,
} from '../../src/contract/index.js';
import { DeliveryError } from '../../service/messages/transport.js';
import { sendDueMessages } from '../../service/node/worker.js';
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
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none' } });
  service = startService(database, { operatorKey });
  operator = operatorOf(service, 'demo', operatorKey);
  const kari = {
    firstName: 'Kari',
    lastName: 'Berg',
    nationalId: testId(7),
    mobile: '+4798765432',
  };
  await operator.call('PUT', `/patients/${patient}`, kari);
});
afterEach(() => assert.deepEqual(service.errors, []));

const post = async (input: object) => {
  const answer = await operator.call<SentMessage>('POST', '/messages', input);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  await service.background;
  return answer.body;
};
const list = async (query = '') => {
  const { status, body } = await operator.call<SmsList>('GET', `/messages?box=sent${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body.items as SentMessage[];
};
const appointment = async (start?: string) => {
  const { body } = await service.hold({ clinician: 'anne', ...(start && { start }) });
  return (await service.book(body)).body.appointment.id;
};

describe('messages of the staff', () => {
  it('[M-11] go to a number, a patient or about an appointment, filled, and stay readable', async () => {
    const toNumber = await post({ to: '412 34 567' });
    assert.equal(toNumber.to, '+4741234567');
    assert.equal(toNumber.text, 'Hei! Mvh. Du kan ikke sende svar på denne SMS-en.');
    assert.equal(toNumber.expiresAt, '2026-11-23T08:00:00+01:00');
    const toPatient = await post({ patient, text: 'Hei [Fornavn] [etternavn]' });
    assert.equal(toPatient.text, 'Hei Kari Berg');
    assert.deepEqual(toPatient.patient, { id: patient, firstName: 'Kari', lastName: 'Berg' });
    const id = await appointment();
    const about = await post({ appointment: id });
    assert.equal(about.type, 'message');
    assert.match(
      about.text,
      /^Hei Ola, det gjelder timen din 23\.11\.2026 kl\. 08:00\. Ring oss på 22 33 44 55\./,
    );
    assert.deepEqual(about.appointment, {
      ...{ id, start: `${monday}T08:00:00+01:00`, clinic: 'west', clinician: 'anne' },
      isConfirmed: false,
    });
    const sent = await list('&status=S');
    assert.deepEqual(sent.map(({ type, text }) => `${type} ${text.length > 0}`).sort(), [
      'booked true',
      'booked true',
      'general true',
      'general true',
      'message true',
    ]);
    assert.deepEqual(
      (await list('&patient=' + patient)).map(({ text }) => text),
      ['Hei Kari Berg'],
    );
    assert.equal((await list('&to=98 76')).length, 1);
    assert.deepEqual(
      (await list('&to=ber KAR')).map(({ text }) => text),
      ['Hei Kari Berg'],
    );
    assert.equal((await list('&to=karin')).length, 0);
    assert.equal((await list('&type=general&to=41234567&company=company')).length, 0);
    assert.equal((await list('&appointment=' + id)).length, 3);
    assert.equal((await list('&from=2026-11-21')).length, 0);
  });

  it('[M-11] refuse what has no recipient, two, or none that an SMS reaches, by the field', async () => {
    const id = await appointment();
    for (const [input, path, code] of [
      [{ text: 'Hei' }, 'to', 'empty'],
      [{ to: '41234567', patient }, 'patient', 'contradicts'],
      [{ to: '+0041234567' }, 'to', 'country-code'],
      [{ to: '4123456' }, 'to', 'length'],
      [{ patient: crypto.randomUUID() }, 'patient', 'unknown'],
      [{ appointment: crypto.randomUUID() }, 'appointment', 'unknown'],
      [{ to: '41234567', type: 'reminder-1' }, 'appointment', 'empty'],
      [{ to: '41234567', text: '[TANN]' }, 'text', 'unknown-field'],
      [{ to: '41234567', text: ' ' }, 'text', 'empty'],
      [{ to: '41234567', sendsAt: '2028-01-01T00:00:00Z' }, 'sendsAt', 'too-big'],
      [{ to: '41234567', clinic: 'north' }, 'clinic', 'unknown'],
      [
        { appointment: id, type: 'reminder-1', sendsAt: `${monday}T08:00:00+01:00` },
        'sendsAt',
        'too-late',
      ],
    ] as const) {
      const { status, body } = await operator.call('POST', '/messages', input);
      assert.equal(status, 422, JSON.stringify(input));
      assert.deepEqual(body.fields, [{ path, code }], JSON.stringify(input));
    }
  });

  it('[M-06] wait until their time, are changed and cancelled until then, and not after', async () => {
    const waiting = await post({
      to: '41234567',
      text: 'One',
      sendsAt: '2026-11-21T10:00:00+01:00',
    });
    assert.equal(waiting.status, 'V');
    const path = `/messages/${waiting.id}`;
    const changed = await operator.call<SentMessage>('PATCH', path, {
      text: 'Two',
      sendsAt: '2026-11-22T10:00:00+01:00',
    });
    assert.deepEqual(
      [changed.body.text, changed.body.sendsAt, changed.body.expiresAt],
      ['Two', '2026-11-22T10:00:00+01:00', '2026-11-25T10:00:00+01:00'],
    );
    assert.deepEqual((await operator.call('PATCH', path, { read: true })).body.fields, [
      { path: 'read', code: 'sent' },
    ]);
    assert.equal((await operator.call('DELETE', path)).status, 204);
    assert.equal((await operator.call('DELETE', path)).status, 204);
    assert.deepEqual(
      (await list()).map(({ status, reason, text }) => [status, reason, text]),
      [['A', 'staff', 'Two']],
    );
    const gone = await post({ to: '41234567' });
    for (const method of ['PATCH', 'DELETE']) {
      const answer = await operator.call(
        method,
        `/messages/${gone.id}`,
        method === 'PATCH' ? { text: 'X' } : undefined,
      );
      assert.deepEqual(
        [answer.status, answer.body.fields],
        [422, [{ path: 'id', code: 'not-waiting' }]],
      );
    }
    assert.equal((await operator.call('DELETE', `/messages/${crypto.randomUUID()}`)).status, 404);
  });

  it('[M-09] [M-11] expire when staff say so: after their time, at most 31 days on, a reminder by the start', async () => {
    const at = (day: number, clock = '10:00') => `2026-11-${day}T${clock}:00+01:00`;
    const id = await appointment();
    const text = 'Hei';
    for (const [input, path, code] of [
      [{ to: '41234567', text, expiresAt: at(20, '08:00') }, 'expiresAt', 'not-after'],
      [{ to: '41234567', text, sendsAt: at(22), expiresAt: at(22) }, 'expiresAt', 'not-after'],
      [{ to: '41234567', text, expiresAt: '2026-12-21T08:01:00+01:00' }, 'expiresAt', 'too-long'],
      [{ to: '41234567', text, expiresAt: '2201-01-01T00:00:00Z' }, 'expiresAt', 'date'],
      [
        { appointment: id, type: 'reminder-1', expiresAt: `${monday}T08:01:00+01:00` },
        'expiresAt',
        'after-start',
      ],
      // By its plan it leaves on 22 November at eight.
      [
        { appointment: id, type: 'reminder-1', expiresAt: at(22, '08:00') },
        'expiresAt',
        'not-after',
      ],
      [
        {
          appointment: id,
          type: 'reminder-1',
          sendsAt: at(22, '12:00'),
          expiresAt: at(22, '11:00'),
        },
        'expiresAt',
        'not-after',
      ],
    ] as const) {
      const { status, body } = await operator.call('POST', '/messages', input);
      assert.deepEqual([status, body.fields], [422, [{ path, code }]], JSON.stringify(input));
    }
    const one = await post({ to: '41234567', text, sendsAt: at(21), expiresAt: at(21, '12:00') });
    const reminder = await post({
      appointment: id,
      type: 'reminder-1',
      expiresAt: at(22, '20:00'),
    });
    assert.deepEqual(
      [one.expiresAt, reminder.sendsAt, reminder.expiresAt],
      [at(21, '12:00'), at(22, '08:00'), at(22, '20:00')],
    );
    const change = async (message: SentMessage, patch: object) => {
      const { status, body } = await operator.call<SentMessage & { fields?: object[] }>(
        ...(['PATCH', `/messages/${message.id}`, patch] as const),
      );
      return status === 200 ? [body.sendsAt, body.expiresAt] : body.fields;
    };
    assert.deepEqual(await change(reminder, { expiresAt: `${monday}T08:00:00+01:00` }), [
      at(22, '08:00'),
      `${monday}T08:00:00+01:00`,
    ]);
    assert.deepEqual(
      await change(reminder, { sendsAt: at(22, '12:00'), expiresAt: at(22, '13:00') }),
      [at(22, '12:00'), at(22, '13:00')],
    );
    assert.deepEqual(await change(reminder, { expiresAt: `${monday}T09:00:00+01:00` }), [
      { path: 'expiresAt', code: 'after-start' },
    ]);
    assert.deepEqual(await change(one, { expiresAt: at(21, '09:00') }), [
      { path: 'expiresAt', code: 'not-after' },
    ]);
    // A changed policy leaves what was set by hand.
    await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 5 }] });
    const [kept] = await list('&type=reminder-1');
    assert.deepEqual([kept!.id, kept!.expiresAt], [reminder.id, at(22, '13:00')]);
    // A night that would outlast it is avoided.
    const night = { from: '20:00', to: '09:00' };
    await operator.call('PATCH', '/reminders', { pauses: { night } });
    const early = await post({
      ...{ to: '41234567', text, sendsAt: at(21, '06:00'), expiresAt: at(21, '08:00') },
    });
    assert.equal(early.sendsAt, at(20, '19:59'));

    // What is too late is not sent; nor is another made for the same time of the appointment once one has left.
    service.now = Date.parse(at(22, '12:00'));
    const send = () => Promise.resolve({ messageId: crypto.randomUUID() });
    await sendDueMessages(database.db, { sms: send, email: send }, () => service.now);
    await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 6 }] });
    const ids = async (query: string) => (await list(query)).map((message) => message.id).sort();
    assert.deepEqual(await ids('&status=U'), [one.id, early.id].sort());
    assert.deepEqual(await ids('&type=reminder-1'), [reminder.id]);
    assert.deepEqual(await ids('&status=S&type=reminder-1'), [reminder.id]);
  });

  it('[M-10] make the reminder of an appointment: its own waits in its place, and by hand it stays by hand', async () => {
    await operator.call('PATCH', '/reminders', { reminders: [{}] });
    const id = await appointment();
    const made = await post({
      appointment: id,
      type: 'reminder-1',
      text: 'By hand',
      sendsAt: '2026-11-22T12:00:00+01:00',
    });
    await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 5 }] });
    const reminders = await list('&type=reminder-1');
    assert.deepEqual(
      reminders.map((one) => [one.id, one.text, one.sendsAt, one.expiresAt]),
      [[made.id, 'By hand', '2026-11-22T12:00:00+01:00', `${monday}T08:00:00+01:00`]],
    );
  });

  it('[M-06] are listed a hundred at a time, newest first, each once, and their codes never', async () => {
    const rows = Array.from({ length: 230 }, (_, index) => ({
      ...{ accountId: 'demo', kind: index % 2 ? ('general' as const) : ('code' as const) },
      ...{
        channel: 'sms' as const,
        recipient: '+4741234567',
        text: `123456 ${index}`,
        lang: 'nb' as const,
      },
      ...{ status: 'V' as const, sendAt: new Date(service.now + 3_600_000) },
      createdAt: new Date(service.now + Math.floor(index / 3)),
    }));
    await inAccount(database.db, 'demo', (tx) => tx.insert(outbox).values(rows));
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await operator.call<SmsList>('GET', `/messages?box=sent${cursor}`);
      assert.ok(
        (body.items as SentMessage[]).every(
          ({ type, text }) => (type === 'code') === (text === ''),
        ),
      );
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next ? `&cursor=${body.next}` : '';
    } while (cursor);
    assert.equal(new Set(seen).size, 230);
    assert.equal(seen.length, 230);
  });

  it('[M-06] tell whether they leave: queue, pauses, the last error', async () => {
    const status = async () =>
      (await operator.call<SmsServiceStatus>('GET', '/messages/status')).body;
    assert.equal((await status()).state, 'idle');
    service.gatewayIsDown = true;
    await post({ to: '41234567' });
    const failing = await status();
    assert.deepEqual(
      [failing.state, failing.waiting, failing.lastError !== null],
      ['failing', 1, true],
    );
    service.now += 3_600_000;
    await operator.call('PATCH', '/reminders', {
      pauses: { night: { from: '08:00', to: '20:00' } },
    });
    assert.equal((await status()).state, 'paused');
    await operator.call('PATCH', '/reminders', { testMode: true });
    assert.equal((await status()).state, 'test-mode');
  });

  it('[M-06] [M-13] do not fail as a whole because one number is refused for good, but where three are and none leaves', async () => {
    let refused: string[] = [];
    let isDown = false;
    const other = startService(database, {
      operatorKey,
      transports: {
        sms: ({ to }) => {
          if (isDown) throw new DeliveryError('The SMS gateway answered 503.');
          if (!refused.includes(to)) return Promise.resolve({});
          throw new DeliveryError('The SMS gateway answered 400.', { isPermanent: true });
        },
        email: () => Promise.resolve({}),
      },
    });
    const staff = operatorOf(other, 'demo', operatorKey);
    const after = async (...numbers: string[]) => {
      for (const to of numbers) {
        other.now += 60_000;
        await staff.call('POST', '/messages', { to, clinic: 'west' });
        await other.background;
      }
      const { body } = await staff.call<SmsServiceStatus>('GET', '/messages/status');
      const { body: health } = await staff.call<AccountHealth>('GET', '/health');
      const { failingSince } = health.messages.find(({ channel }) => channel === 'sms')!;
      return [body.state, body.lastError?.reason, failingSince !== null];
    };
    const reason = 'The SMS gateway answered 400.';
    const numbers = ['41234561', '41234562', '41234563'] as const;
    refused = numbers.map((number) => `+47${number}`);
    assert.deepEqual(await after('41234567', numbers[0]), ['idle', reason, false]);
    assert.deepEqual(await after(numbers[0], numbers[1], numbers[0]), ['idle', reason, false]);
    assert.deepEqual(await after(numbers[2]), ['failing', reason, true]);
    assert.deepEqual(await after('41234567'), ['idle', reason, false]);
    isDown = true;
    assert.deepEqual(await after('41234567'), ['failing', 'The SMS gateway answered 503.', true]);
  });

  it('[M-06] tell it the same in short, for the pages that only warn', async () => {
    const same = async () => {
      const { body: short } = await operator.call<SmsState>('GET', '/messages/state');
      const { state, testMode, unread } = (
        await operator.call<SmsServiceStatus>('GET', '/messages/status')
      ).body;
      assert.deepEqual(short, { state, testMode, unread });
      return state;
    };
    const waiting = { to: '41234567', sendsAt: new Date(service.now + 60_000).toISOString() };
    await post(waiting);
    assert.equal(await same(), 'idle');
    service.now += 61_000;
    assert.equal(await same(), 'sending');
    service.now += 300_000;
    assert.equal(await same(), 'late');
    await post({ to: '41234567' });
    service.gatewayIsDown = true;
    service.now += 1000;
    await post({ to: '41234567' });
    assert.equal(await same(), 'failing');
    await operator.call('PATCH', '/reminders', { testMode: true });
    assert.equal(await same(), 'test-mode');
  });
});

describe('senders of SMS', () => {
  const sender = (input: object) => operator.call('PUT', '/sms-senders/company', input);
  const from = async () => {
    await post({ to: '+358401234567', clinic: 'west' });
    await post({ to: '41234567', clinic: 'west' });
    return service.sent.splice(0).map((message) => message.sender);
  };

  it('[M-14] are used where the country has approved them, else the number, else nothing is sent and it says why', async () => {
    assert.equal(
      (await sender({ name: 'Tannlegen', approvals: { NO: 'approved', FI: 'asked' } })).status,
      204,
    );
    assert.deepEqual(await from(), ['Tannlegen']);
    const [failed] = await list('&status=F');
    assert.deepEqual([failed?.to, failed?.reason], ['+358401234567', 'sender']);
    await sender({
      name: 'Tannlegen',
      number: '400 00 000',
      approvals: { NO: 'refused', FI: 'asked' },
    });
    assert.deepEqual(await from(), ['+4740000000']);
    await sender({ name: 'Tannlegen', number: '400 00 000', approvals: { FI: 'approved' } });
    assert.deepEqual(await from(), ['Tannlegen', '+4740000000']);
    await operator.call('PATCH', '/reminders', { answers: 'number' });
    assert.deepEqual(await from(), ['+4740000000', '+4740000000']);
  });

  it('[M-14] of the account keep to the rules too, for codes and news as for the rest: the service’s own is used, and it says why', async () => {
    const { body: settings } = await operator.call<{ sender: object }>('GET', '/settings');
    const set = await operator.call('PATCH', '/settings', {
      sender: { ...settings.sender, sms: 'OpusDental' },
    });
    assert.equal(set.status, 200, JSON.stringify(set.body));
    const status = async () =>
      (await operator.call<{ sender: object }>('GET', '/messages/status')).body.sender;
    await post({ to: '+46701740605', clinic: 'west' });
    assert.deepEqual(await from(), ['OpusDental', null, null]);
    assert.deepEqual((await list('&status=S')).map(({ to, reason }) => [to, reason]).sort(), [
      ['+358401234567', 'other-sender'],
      ['+46701740605', undefined],
      ['+4741234567', 'other-sender'],
    ]);
    assert.deepEqual(await status(), { name: 'OpusDental', notIn: ['NO', 'FI'] });
    // News of a booking.
    const newsFrom = async (date: string) => {
      await appointment(`${date}T08:00:00+01:00`);
      const news = service.sent.splice(0).filter(({ channel }) => channel === 'sms');
      return news.map((message) => message.sender);
    };
    assert.deepEqual(await newsFrom(monday), [null]);
    // What the operators have said of the name counts wherever it is used.
    await sender({ name: 'OpusDental', approvals: { NO: 'approved' } });
    assert.deepEqual(await newsFrom('2026-11-24'), ['OpusDental']);
    assert.deepEqual(await status(), { name: 'OpusDental', notIn: ['FI'] });
  });

  it('[M-14] are refused when no gateway would take them', async () => {
    for (const [input, path, code] of [
      [{ name: 'Tannlegevakten' }, 'name', 'format'],
      [{ name: '12345' }, 'name', 'format'],
      [{ name: 'Tannlæge' }, 'name', 'format'],
      [{ number: '22' }, 'number', 'length'],
      [{}, 'name', 'empty'],
    ] as const) {
      const { status, body } = await sender(input);
      assert.deepEqual([status, body.fields], [422, [{ path, code }]], JSON.stringify(input));
    }
    assert.equal((await operator.call('PUT', '/sms-senders/nobody', { name: 'X' })).status, 404);
  });
});
