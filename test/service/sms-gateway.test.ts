import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type {
  AppointmentMessages,
  History,
  ReceivedMessage,
  SentMessage,
  SmsGateway,
  SmsList,
  Timebook,
} from '../../src/contract/index.js';
import { purgeExpired } from '../../service/store/purge-expired.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
const secret = 'a secret of the gateway';
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
    mobile: '+4741234567',
  };
  await operator.call('PUT', `/patients/${patient}`, kari);
  await use('own');
});
afterEach(() => assert.deepEqual(service.errors, []));

const use = async (format: string) => {
  const { status } = await operator.call('PUT', '/sms-gateway', { format, secret });
  assert.equal(status, 204);
};
const sign = (text: string, seconds = Math.floor(service.now / 1000), key = secret) =>
  `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${text}`).digest('hex')}`;
const tell = async (what: 'reports' | 'incoming', body: object, signature?: string) => {
  const text = JSON.stringify(body);
  const headers = { 'Opus-Signature': signature ?? sign(text) };
  const answer = await service.request<{ fields?: object }>(`/v1/gateway/demo/${what}`, {
    text,
    headers,
  });
  await service.background;
  return answer;
};
const form = (what: string, fields: Record<string, string>, headers: Record<string, string>) =>
  service.request(`/v1/gateway/demo/${what}`, {
    text: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });
const at = (minutes: number) => new Date(service.now + minutes * 60_000).toISOString();
let count = 0;
const sms = (text: string, change: object = {}) => {
  count += 1;
  return {
    id: `in-${count}`,
    from: '+4741234567',
    to: '+4740000000',
    text,
    receivedAt: at(1),
    ...change,
  };
};
const hear = async (text: string, change: object = {}) => {
  const { status } = await tell('incoming', { messages: [sms(text, change)] });
  assert.equal(status, 204);
};
const send = async (input: object = { patient, text: 'Hei' }) => {
  const { body, status } = await operator.call<SentMessage>('POST', '/messages', input);
  assert.equal(status, 201, JSON.stringify(body));
  await service.background;
  return body.id;
};
const sentOne = async (id: string) => {
  const { body } = await operator.call<SmsList>('GET', '/messages?box=sent');
  return (body.items as SentMessage[]).find((one) => one.id === id)!;
};
const received = async (query = '') => {
  const { body } = await operator.call<SmsList>('GET', `/messages?box=received${query}`);
  return body.items as ReceivedMessage[];
};

describe('reports of the gateway', () => {
  it('[M-13] are taken in any order, early, late and twice: what was delivered stays so', async () => {
    const id = await send();
    const report = (status: string, minutes = 0) =>
      tell('reports', { reports: [{ id, status, at: at(minutes) }] });
    assert.equal((await report('not-delivered')).status, 204);
    assert.equal((await sentOne(id)).delivery, 'not-delivered');
    for (const status of ['delivered', 'delivered', 'not-delivered']) await report(status, 5);
    assert.equal((await sentOne(id)).delivery, 'delivered');

    // By the gateway's own id, before the gateway has answered with it.
    const early = '11111111-2222-4333-8444-555555555555';
    await tell('reports', { reports: [{ gatewayId: early, status: 'delivered', at: at(0) }] });
    // What came before it by the service's own id comes after it.
    const late = ({ id: own }: { id: string }) =>
      tell('reports', { reports: [{ id: own, status: 'not-delivered', at: at(0) }] });
    const other = startService(database, {
      operatorKey,
      transports: {
        sms: async (message) => {
          await late(message);
          return { messageId: early };
        },
        email: async () => ({}),
      },
    });
    const { body } = await operatorOf(other, 'demo', operatorKey).call<SentMessage>(
      'POST',
      '/messages',
      { patient },
    );
    await other.background;
    assert.equal((await sentOne(body.id)).delivery, 'delivered');
    await purgeExpired(database.db, service.now);
    assert.equal((await sentOne(id)).delivery, 'delivered');
  });

  it('[M-13] prove that a message has left whose answer was lost: it is not sent again', async () => {
    service.gatewayIsDown = true;
    const id = await send();
    assert.equal((await sentOne(id)).status, 'FV');
    await tell('reports', { reports: [{ id, status: 'delivered', at: at(0) }] });
    const { status, delivery } = await sentOne(id);
    assert.deepEqual([status, delivery], ['S', 'delivered']);
  });

  it('[M-13] are refused when forged, repeated later, or of no form', async () => {
    const id = await send();
    const body = { reports: [{ id, status: 'delivered', at: at(0) }] };
    const text = JSON.stringify(body);
    const seconds = Math.floor(service.now / 1000);
    for (const signature of [
      '',
      sign(text, seconds, 'another secret'),
      sign(`${text} `),
      sign(text, seconds - 301),
      sign(text).replace(/t=\d+/, `t=${seconds + 1}`),
    ]) {
      assert.equal((await tell('reports', body, signature)).status, 401, signature);
    }
    const unknown = { text, headers: { 'Opus-Signature': sign(text) } };
    assert.equal((await service.request('/v1/gateway/nobody/reports', unknown)).status, 401);
    assert.equal((await sentOne(id)).delivery, undefined);
    const wrong = await tell('reports', { reports: [{ status: 'delivered', at: 'now' }] });
    assert.deepEqual(
      [wrong.status, wrong.body.fields],
      [422, [{ path: 'reports.0.at', code: 'format' }]],
    );
    const { body: stored } = await operator.call<object>('GET', '/sms-gateway');
    assert.deepEqual(stored, {
      ...{ format: 'own', hasSecret: true, sending: null },
      reports: 'http://service.test/v1/gateway/demo/reports',
      incoming: 'http://service.test/v1/gateway/demo/incoming',
      ...{ lastCallAt: null, lastRefusedAt: '2026-11-20T08:00:00+01:00' },
    });
    service.now += 59_000;
    assert.equal((await tell('reports', body, '')).status, 401);
    service.now += 1000;
    assert.equal((await tell('reports', body)).status, 204);
    const { body: later } = await operator.call<SmsGateway>('GET', '/sms-gateway');
    assert.deepEqual(
      [later.lastCallAt, later.lastRefusedAt],
      ['2026-11-20T08:01:00+01:00', '2026-11-20T08:00:00+01:00'],
    );
  });

  it('[M-13] are read as 46elks and Twilio document them', async () => {
    await use('46elks');
    const basic = (password: string) => ({ Authorization: `Basic ${btoa(`opus:${password}`)}` });
    const id = await send();
    const elks = { id, status: 'delivered', delivered: '2026-11-20T07:00:13.741000' };
    assert.equal((await form('reports', elks, basic('wrong'))).status, 401);
    assert.equal((await form('reports', { ...elks, status: 'sent' }, basic(secret))).status, 204);
    assert.equal((await sentOne(id)).delivery, undefined);
    assert.equal((await form('reports', elks, basic(secret))).status, 204);
    assert.equal((await sentOne(id)).delivery, 'delivered');
    const incoming = {
      direction: 'incoming',
      id: 's1',
      from: '+4741234567',
      to: '+46766861234',
      message: 'Hej',
      created: '2026-11-20T07:05:00.000000',
    };
    for (let twice = 0; twice < 2; twice += 1) {
      assert.equal((await form('incoming', incoming, basic(secret))).status, 204);
    }
    assert.deepEqual(
      (await received()).map((one) => [one.text, one.receivedAt, one.answers]),
      [['Hej', '2026-11-20T08:05:00+01:00', id]],
    );

    await use('twilio');
    const other = await send();
    const fields = { MessageSid: other, MessageStatus: 'undelivered', ErrorCode: '30005' };
    const signed = (what: string, given: Record<string, string>) => {
      const sorted = Object.keys(given)
        .sort()
        .map((name) => name + given[name]!)
        .join('');
      const url = `http://service.test/v1/gateway/demo/${what}`;
      return {
        'X-Twilio-Signature': createHmac('sha1', secret)
          .update(url + sorted)
          .digest('base64'),
      };
    };
    assert.equal(
      (await form('reports', fields, signed('reports', { ...fields, To: 'x' }))).status,
      401,
    );
    assert.equal((await form('reports', fields, signed('reports', fields))).status, 204);
    assert.equal((await sentOne(other)).delivery, 'not-delivered');
    const said = { MessageSid: 'SM2', From: '+4741234567', To: '+4740000000', Body: 'På vei' };
    assert.equal((await form('incoming', said, signed('incoming', said))).status, 204);
    assert.equal((await received()).length, 2);
  });
});

describe('SMS that come in', () => {
  it('[M-06] [M-13] find the message that they answer by number and time, each taken once', async () => {
    const first = await send();
    service.now += 3_600_000;
    const last = await send();
    await hear('Takk', { id: 'one' });
    await hear('Takk', { id: 'one' });
    const [answer, ...rest] = await received();
    assert.equal(rest.length, 0);
    assert.deepEqual(
      [answer!.answers, answer!.patient?.id, answer!.status],
      [last, patient, 'unread'],
    );
    assert.deepEqual([(await sentOne(last)).status, (await sentOne(first)).status], ['SB', 'S']);
    // Whoever does not come is called, also where nobody knows from what.
    await hear('Nei', { id: 'no', from: '+4741234560' });
    const [unknown] = await received('&status=follow-up');
    assert.deepEqual(
      [unknown!.answers, unknown!.meaning, unknown!.followUp],
      [undefined, 'no', true],
    );

    // Written before the last one went.
    await hear('Hei', { receivedAt: at(-30) });
    assert.equal((await sentOne(first)).status, 'SB');

    const marked = await operator.call<ReceivedMessage>('PATCH', `/messages/${answer!.id}`, {
      read: true,
      followUp: true,
    });
    assert.deepEqual([marked.body.status, marked.body.followUp], ['read', true]);
    assert.deepEqual(
      (await received('&status=follow-up')).map(({ id }) => id).sort(),
      [answer!.id, unknown!.id].sort(),
    );
    assert.equal((await received('&status=unread')).length, 2);
    const { body } = await operator.call('PATCH', `/messages/${answer!.id}`, { text: 'X' });
    assert.deepEqual(body.fields, [{ path: 'text', code: 'received' }]);
  });

  it('[M-06] are kept without a name when nobody knows the number, whatever is in them', async () => {
    await hear('Hvem er dere?', { from: '+4799999999' });
    await hear(`A\u0000\u0007\u202e${'x'.repeat(1600)}`, { from: '1963' });
    await hear('=HYPERLINK("x")', { from: 'Vipps' });
    assert.deepEqual(
      (await received()).map(({ from, patient: who, text }) => [from, who, text.length]).sort(),
      [
        ['+4799999999', undefined, 13],
        ['1963', undefined, 1602],
        ['Vipps', undefined, 15],
      ],
    );
  });

  it('[M-15] STOP is a refusal, obeyed at once, until the patient wishes SMS again', async () => {
    const waiting = await send({ patient, text: 'Later', sendsAt: at(600) });
    await hear('Stopp.');
    assert.deepEqual(
      [(await sentOne(waiting)).status, (await sentOne(waiting)).reason],
      ['A', 'refused'],
    );
    const { body } = await operator.call('POST', '/messages', { patient });
    assert.deepEqual(body.fields, [{ path: 'patient', code: 'refused' }]);
    const wish = async () =>
      (await operator.call<object>('GET', `/patients/${patient}/sms-wish`)).body;
    assert.deepEqual(await wish(), {
      wish: false,
      at: '2026-11-20T08:00:00+01:00',
      source: 'sms',
      isNumberRefused: true,
      refusedAt: '2026-11-20T08:00:00+01:00',
    });
    // It was the patient's word: no member of the staff takes it back for them, and who has heard them do so is known.
    const put = (body: object) => operator.call('PUT', `/patients/${patient}/sms-wish`, body);
    const { status, body: problem } = await put({ wish: true });
    assert.equal(status, 422);
    assert.deepEqual(problem.fields, [{ path: 'liftStop', code: 'stopped' }]);
    assert.equal((await put({ wish: null, liftStop: true })).status, 204);
    assert.equal(((await wish()) as { isNumberRefused: boolean }).isNumberRefused, true);
    assert.equal((await put({ wish: true, liftStop: true })).status, 204);
    assert.deepEqual(await wish(), {
      ...{ wish: true, at: '2026-11-20T08:00:00+01:00', source: 'staff' },
      ...{ isNumberRefused: false, refusedAt: null },
    });
    const { body: history } = await operator.call<History>('GET', '/history?kind=sms-wish');
    assert.deepEqual(
      history.entries.map(({ record, fields, after: values }) => [record, fields, values]),
      [
        [patient, ['wish', 'liftStop'], { liftStop: true }],
        [patient, ['wish'], undefined],
      ],
    );
    await send();
    await hear('STOP');
    await hear('START');
    await send();
    await hear('Stopp ikke toget her i dag');
    await send();
  });

  it('[M-15] START makes again what STOP took back, as far as it lies ahead', async () => {
    await operator.call('PATCH', '/reminders', {
      reminders: [{ hoursBefore: 70 }, { hoursBefore: 3 }],
    });
    // Booked with the number, and by the staff for a patient whose number it is.
    const { body } = await service.hold({ clinician: 'anne' });
    const { id } = (await service.book(body)).body.appointment;
    const made = await operator.call<{ id: string }>('POST', '/timebook', {
      ...{ start: '2026-11-23T11:00:00+01:00', minutes: 30, clinic: 'west', clinician: 'anne' },
      patient,
    });
    await service.background;
    const of = async (booking: string) => {
      const { body: found } = await operator.call<SmsList>(
        'GET',
        `/messages?box=sent&appointment=${booking}`,
      );
      return (found.items as SentMessage[])
        .filter(({ type }) => type.startsWith('reminder'))
        .map(({ type, status, reason }) => [type, status, reason].filter(Boolean).join(' '))
        .sort();
    };
    await hear('STOP');
    const stopped = ['reminder-1 A refused', 'reminder-2 A refused'];
    assert.deepEqual([await of(id), await of(made.body.id)], [stopped, stopped]);
    // Meanwhile the first would have left.
    service.now = Date.parse('2026-11-22T08:00:00+01:00');
    await hear('START');
    await hear('START');
    const again = ['reminder-1 A refused', 'reminder-2 A refused', 'reminder-2 V'];
    assert.deepEqual([await of(id), await of(made.body.id)], [again, again]);
  });

  it('[M-08] a yes is to the time that it was about: once it is moved, nobody has said yes', async () => {
    await operator.call('PATCH', '/reminders', { answers: 'confirm', reminders: [{}] });
    service.now = Date.parse('2026-11-22T08:00:00+01:00');
    const { body } = await service.hold({ clinician: 'anne' });
    const { id } = (await service.book(body)).body.appointment;
    await service.background;
    const answers = async () => {
      const path = `/messages?box=sent&appointment=${id}&type=reminder-1`;
      const { body: found } = await operator.call<SmsList>('GET', path);
      return (found.items as SentMessage[]).map(({ appointment }) => appointment?.isConfirmed);
    };
    await hear('JA');
    assert.deepEqual(await answers(), [true]);
    const start = '2026-11-23T12:00:00+01:00';
    const moved = await operator.call('PATCH', `/timebook/${id}`, {
      start,
      override: ['deadline-passed'],
    });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    assert.ok((await answers()).every((isConfirmed) => isConfirmed === false));
    const { body: shown } = await operator.call<{ isConfirmed: boolean }>(
      'GET',
      `/timebook/${id}/messages`,
    );
    assert.equal(shown.isConfirmed, false);
  });

  it('[M-08] yes confirms and no asks back where the account says so; nothing is ever cancelled by it', async () => {
    await operator.call('PATCH', '/reminders', { answers: 'confirm', reminders: [{}] });
    service.now = Date.parse('2026-11-22T08:00:00+01:00');
    const { body } = await service.hold({ clinician: 'anne' });
    const id = (await service.book(body)).body.appointment.id;
    await service.background;
    const reminder = async () => {
      const { body: found } = await operator.call<SmsList>(
        'GET',
        `/messages?box=sent&appointment=${id}&type=reminder-1`,
      );
      return found.items[0] as SentMessage;
    };
    assert.match((await reminder()).text, /Svar JA for å bekrefte/);
    await hear('JA!');
    assert.equal((await reminder()).appointment?.isConfirmed, true);
    await hear('Nei, dessverre');
    assert.equal((await reminder()).appointment?.isConfirmed, false);
    const [no] = await received('&status=follow-up');
    assert.deepEqual([no?.meaning, no?.appointment?.id], ['no', id]);
    const question = service.sent.at(-1)!.text;
    assert.match(question, /Timen 23\.11\.2026 kl\. 08:00 står fortsatt\..*ring 22 33 44 55/);
    const asked = service.sent.length;
    await hear('Nei');
    assert.equal(service.sent.length, asked);
    const { body: timebook } = await operator.call<{ entries: { status: string }[] }>(
      'GET',
      '/timebook?from=2026-11-23&to=2026-11-24',
    );
    assert.deepEqual(
      timebook.entries.map(({ status }) => status),
      ['booked'],
    );
  });

  it('[M-08] a second word cancels where the account says so: never the first, never a yes to the question, and not after the deadline', async () => {
    await operator.call('PATCH', '/reminders', { answers: 'cancel', reminders: [{}] });
    await operator.call('PATCH', '/settings', { cancelAppointment: true });
    service.now = Date.parse('2026-11-22T08:00:00+01:00');
    const { body } = await service.hold({ clinician: 'anne' });
    const id = (await service.book(body)).body.appointment.id;
    await service.background;
    const entry = async () => {
      const { body: timebook } = await operator.call<Timebook>(
        'GET',
        '/timebook?from=2026-11-23&to=2026-11-24',
      );
      const [found] = timebook.entries.filter((one) => one.id === id);
      return [found?.status, found?.smsAnswer];
    };
    const window = async () =>
      (await operator.call<AppointmentMessages>('GET', `/timebook/${id}/messages`)).body.answer;
    const lastText = async () => {
      await service.background;
      return service.sent.at(-1)!.text;
    };
    const flagged = async () =>
      (await received('&status=follow-up')).map(({ text }) => text).sort();
    // The word without the question is a no.
    await hear('Avlys!');
    assert.deepEqual([await entry(), await window()], [['booked', 'no'], 'no']);
    assert.match(
      await lastText(),
      /^Takk for svaret\. Timen 23\.11\.2026 kl\. 08:00 står fortsatt\. Svar AVLYS for å avlyse den\. Vil du flytte den, ring 22 33 44 55\.$/,
    );
    // To cancelling, or to coming after all? Somebody has to ask.
    await hear('Ja');
    assert.deepEqual(await entry(), ['booked', 'no']);
    assert.deepEqual(await flagged(), ['Avlys!', 'Ja']);
    await operator.call('PATCH', '/settings', { changeDeadlineHours: 48 });
    await hear('AVLYS');
    assert.deepEqual(await entry(), ['booked', 'no']);
    assert.match(await lastText(), /^Det er for sent å avlyse timen .* på SMS\. Ring oss på/);
    await operator.call('PATCH', '/settings', { changeDeadlineHours: 2 });
    await hear('avlys');
    assert.equal((await entry())[0], 'cancelled');
    assert.match(await lastText(), /avbestilt/);
    assert.deepEqual(await flagged(), ['AVLYS', 'Avlys!', 'Ja']);
    const { body: list } = await operator.call<SmsList>(
      'GET',
      `/messages?box=sent&appointment=${id}&status=V`,
    );
    assert.deepEqual(list.items, []);
    // Once more, and of somebody who is asked about nothing: heard, and no more.
    await hear('AVLYS');
    await hear('Avlys', { from: '+4799999999' });
    assert.equal((await flagged()).length, 5);
  });
});
