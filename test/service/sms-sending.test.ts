import assert from 'node:assert/strict';
import { createHmac as nodeHmac } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import { createPublicFetch } from '../../service/node/public-fetch.js';
import type { GatewayFetch } from '../../service/node/sms/gateway.js';
import { createSmsTransport } from '../../service/node/sms/sms-transport.js';
import { createHmac } from '../../service/store/secrets.js';
import type { SentMessage, SmsGateway, SmsList } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import type { FakeSms } from './support/fake-sms-gateways.js';
import { elksAccess, startFakeGateways, twilioAccess } from './support/fake-sms-gateways.js';
import { serverKey, startService } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
const fake = await startFakeGateways();
after(async () => {
  fake.close();
  await database.close();
});

const operatorKey = 'the-key-of-whoever-runs-the-service';
const publicUrl = 'https://booking.example.com';
const secret = 'a-secret-of-the-clinic-itself';
const messagingService = `MG${'2e'.repeat(16)}`;
type Format = '46elks' | 'twilio';
const formats: readonly Format[] = ['46elks', 'twilio'];
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;

beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none' } });
  Object.assign(fake, { taken: [], calls: [], mode: 'up' });
});

/** A service whose own gateway is of a format, with what clinics name led to the fake. */
function start(format: Format): void {
  const access = {
    ...{ format, url: fake.url, from: 'Opus', messagingService: null },
    user: (format === '46elks' ? elksAccess : twilioAccess).user,
    key: format === '46elks' ? elksAccess.password : twilioAccess.token,
  };
  const led: GatewayFetch = (url, init) =>
    fetch(url.replace(/^https:\/\/api\.(46elks|twilio)\.com/, fake.url), init);
  const sms = createSmsTransport(access, {
    services: { db: database.db, hmac: createHmac(serverKey), publicUrl },
    ...{ publicFetch: led, timeout: 2000 },
  });
  service = startService(database, {
    ...{ operatorKey, publicUrl, smsGateway: { format, key: access.key } },
    transports: { sms, email: () => Promise.resolve({}) },
  });
  operator = operatorOf(service, 'demo', operatorKey);
  fake.now = service.now;
}

const write = async (text = 'Hei «på» deg – 9.12.2009') => {
  const { body, status } = await operator.call<SentMessage>('POST', '/messages', {
    ...{ to: '+4741234567', text },
  });
  assert.equal(status, 201, JSON.stringify(body));
  await service.background;
  return body.id;
};
const look = async (id: string) => {
  const { body } = await operator.call<SmsList>('GET', '/messages?box=sent');
  return (body.items as SentMessage[]).find((one) => one.id === id)!;
};
/** What a worker does once it is time. */
const later = async (minutes = 5) => {
  service.now += minutes * 60_000;
  fake.now = service.now;
  // Whatever is written sends what is due, too.
  await operator.call('POST', '/messages', { to: '+4741234599', text: `Ny ${service.now}` });
  await service.background;
};
const sentTo = (number = '+4741234567') => fake.taken.filter(({ to }) => to === number);

/** Tells the service what became of an SMS at the address that came with it, as the gateway documents. */
async function report(format: Format, sms: FakeSms, status: string, token = twilioAccess.token) {
  const { username, password, pathname, search } = new URL(sms.callback!);
  const fields: Record<string, string> =
    format === '46elks'
      ? {
          id: sms.id,
          status,
          ...(status === 'delivered' && { delivered: '2026-11-20T07:00:13.741000' }),
        }
      : { MessageSid: sms.id, MessageStatus: status, To: sms.to, AccountSid: twilioAccess.user };
  const sorted = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name]!)
    .join('');
  const proof: Record<string, string> =
    format === '46elks'
      ? { Authorization: `Basic ${btoa(`${username}:${password}`)}` }
      : {
          'X-Twilio-Signature': nodeHmac('sha1', token)
            .update(sms.callback! + sorted)
            .digest('base64'),
        };
  const answer = await service.request(pathname + search, {
    text: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...proof },
  });
  await service.background;
  return answer.status;
}

for (const format of formats) {
  describe(`SMS through ${format}`, () => {
    it('[M-02] [M-13] are handed over as it documents, and its reports come back to the message', async () => {
      start(format);
      const id = await write();
      const [sms] = sentTo();
      assert.deepEqual(
        [sms?.from, sms?.to, sms?.text],
        ['Opus', '+4741234567', (await look(id)).text],
      );
      assert.equal((await look(id)).status, 'S');
      assert.equal(new URL(sms!.callback!).searchParams.get('id'), id);
      for (const status of ['sent', 'delivered', 'sent']) {
        assert.equal(await report(format, sms!, status), 204);
      }
      assert.deepEqual([(await look(id)).status, (await look(id)).delivery], ['S', 'delivered']);
      // Nobody else proves it, and no other account's address is good for it.
      if (format === 'twilio') assert.equal(await report(format, sms!, 'failed', 'other'), 401);
      else {
        const forged = sms!.callback!.replace(/:[^:@]+@/, ':wrong@');
        assert.equal(await report(format, { ...sms!, callback: forged }, 'failed'), 401);
      }
    });

    it('[M-06] is not sent again where its answer was lost: the gateway is asked first', async () => {
      start(format);
      fake.mode = 'lost';
      const id = await write();
      assert.deepEqual([(await look(id)).status, sentTo().length], ['FV', 1]);
      fake.calls.length = 0;
      fake.mode = 'up';
      await later();
      const { status, tries } = await look(id);
      assert.deepEqual([status, tries, sentTo().length], ['S', 2, 1]);
      assert.equal(fake.calls.filter((call) => call.startsWith('GET ')).length, 1);
      // The same text to the same number, on purpose, is another message.
      fake.mode = 'refusing';
      fake.refusal = { status: 503, body: '' };
      const other = await write();
      assert.equal((await look(other)).status, 'FV');
      // While it can't be asked nothing leaves.
      await later();
      assert.deepEqual([(await look(other)).status, sentTo().length], ['FV', 1]);
      fake.mode = 'up';
      await later(10);
      assert.deepEqual([(await look(other)).status, sentTo().length], ['S', 2]);
    });

    it('[M-13] a report alone settles a lost answer, and the code in it is erased', async () => {
      start(format);
      fake.mode = 'lost';
      const id = await write();
      fake.mode = 'up';
      assert.equal(await report(format, sentTo()[0]!, 'sent'), 204);
      assert.deepEqual([(await look(id)).status, (await look(id)).delivery], ['S', undefined]);
      fake.calls.length = 0;
      await later();
      assert.equal(sentTo().length, 1);
      assert.ok(fake.calls.every((call) => call.startsWith('POST ')));
      // Reports that name the gateway's id alone find it, too.
      const bare = { ...sentTo()[0]!, callback: sentTo()[0]!.callback!.replace(/\?.*/, '') };
      assert.equal(await report(format, bare, 'delivered'), 204);
      assert.equal((await look(id)).delivery, 'delivered');
    });

    it('[M-06] is given up, or tried again no sooner than the gateway asks, by what it says', async () => {
      start(format);
      fake.mode = 'refusing';
      const refused = async (
        status: number,
        code: number,
        headers: Record<string, string> = {},
      ) => {
        const body = format === '46elks' ? 'Invalid to number' : JSON.stringify({ code, status });
        fake.refusal = { status, body, headers };
        return look(await write());
      };
      const wrong = await refused(400, 21_610);
      const said = format === 'twilio' ? '400 (21610)' : '400';
      assert.deepEqual([wrong.status, wrong.failure], ['F', `The SMS gateway answered ${said}.`]);
      assert.equal((await refused(401, 20_003)).status, 'FV');
      assert.equal((await refused(403, 20_003)).status, 'FV');
      // A sender that the account does not own is put right by whoever set it up.
      assert.equal((await refused(400, 21_606)).status, format === 'twilio' ? 'FV' : 'F');
      const busy = await refused(429, 20_429, { 'Retry-After': '900' });
      assert.equal(Date.parse(busy.sendsAt) - service.now, 900_000);
    });
  });
}

describe('a gateway of the clinic’s own', () => {
  const put = (json: object) => operator.call('PUT', '/sms-gateway', json);

  it('[M-13] takes its SMS, with a password that is written and never read', async () => {
    start('twilio');
    const sending = { user: elksAccess.user, password: elksAccess.password, from: '+46766861004' };
    assert.equal((await put({ format: '46elks', secret, sending })).status, 204);
    const { body } = await operator.call<SmsGateway>('GET', '/sms-gateway');
    assert.deepEqual(body.sending, { user: sending.user, from: sending.from, hasPassword: true });
    const { body: history } = await operator.call('GET', '/history?kind=sms-gateway');
    assert.doesNotMatch(JSON.stringify([body, history]), /p-api-password|a-secret-of/);
    const id = await write();
    const [sms] = sentTo();
    assert.deepEqual([fake.calls, sms?.from], [['POST /a1/sms'], '+46766861004']);
    assert.equal(await report('46elks', sms!, 'delivered'), 204);
    assert.equal((await look(id)).delivery, 'delivered');

    // What it does not name again stays; another address is not told the password of the former.
    assert.equal((await put({ format: '46elks' })).status, 204);
    const { password: _password, ...rest } = sending;
    assert.equal((await put({ format: '46elks', sending: { ...rest, from: 'Opus' } })).status, 204);
    const moved = await put({ format: '46elks', sending: { ...rest, url: 'https://sms.example' } });
    assert.deepEqual(moved.body.fields, [{ path: 'sending.password', code: 'empty' }]);
    assert.equal((await put({ format: '46elks', sending: null })).status, 204);
    assert.equal((await operator.call<SmsGateway>('GET', '/sms-gateway')).body.sending, null);
  });

  it('[M-08] [M-13] lets Twilio’s Messaging Service choose the sender where the clinic has none', async () => {
    start('46elks');
    const sending = { user: twilioAccess.user, messagingService };
    assert.equal(
      (await put({ format: 'twilio', secret: twilioAccess.token, sending })).status,
      204,
    );
    const id = await write();
    const [sms] = sentTo();
    assert.deepEqual([sms?.service, sms?.from], [messagingService, '']);
    assert.equal(await report('twilio', sms!, 'undelivered'), 204);
    assert.equal((await look(id)).delivery, 'not-delivered');
    const { body: settings } = await operator.call<{ sender: object }>('GET', '/settings');
    const sender = { ...settings.sender, sms: '+4740000000' };
    assert.equal((await operator.call('PATCH', '/settings', { sender })).status, 200);
    await write('Fra klinikken');
    assert.deepEqual(
      sentTo().map(({ from, service: chosen }) => [from, chosen]),
      [
        ['', messagingService],
        ['+4740000000', undefined],
      ],
    );
  });

  it('[M-13] is refused where it could not send, and never reaches into the service’s own network', async () => {
    start('46elks');
    const full = { user: 'u', password: 'a-password', from: 'Opus', url: 'https://sms.example' };
    for (const [format, change, path, code] of [
      ['own', { url: undefined }, 'url', 'empty'],
      ['own', { url: 'http://sms.example' }, 'url', 'https'],
      ['own', { url: 'https://user:secret@sms.example' }, 'url', 'https'],
      ['46elks', { user: undefined }, 'user', 'empty'],
      ['46elks', { password: undefined }, 'password', 'empty'],
      ['46elks', { from: undefined }, 'from', 'empty'],
      ['twilio', {}, 'user', 'format'],
      ['twilio', { user: twilioAccess.user, from: undefined }, 'from', 'empty'],
    ] as const) {
      const { status, body } = await put({ format, secret, sending: { ...full, ...change } });
      assert.deepEqual([status, body.fields], [422, [{ path: `sending.${path}`, code }]]);
    }
    const { status } = await put({ format: 'own', secret, sending: { ...full, from: 'Opus!' } });
    assert.equal(status, 422);
    const guarded = createPublicFetch([]) as unknown as GatewayFetch;
    const { host } = new URL(fake.url);
    for (const [url, privateFetch, isReached] of [
      [fake.url, guarded, false],
      [fake.url.replace('127.0.0.1', 'localhost'), guarded, false],
      [fake.url, createPublicFetch([host]) as unknown as GatewayFetch, true],
    ] as const) {
      fake.calls.length = 0;
      await privateFetch(`${url}/a1/sms`, { method: 'GET' }).catch(() => undefined);
      assert.equal(fake.calls.length > 0, isReached, url);
    }
  });
});
