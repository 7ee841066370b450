import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { AccountHealth, MessageTextList, StaffProblem } from '../../src/contract/index.js';
import { DeliveryError } from '../../service/messages/transport.js';
import { setUpClinic } from './support/clinic-fixture.js';
import type { TestPerson } from './support/people.js';
import { personOf } from './support/people.js';
import { startService } from './support/service.js';
import type { TestService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: TestService;
let owner: TestPerson;
/** What the gateway says next, in place of taking a message. */
let refusal: Error | undefined;

const limits = { messageTestsPerPersonAnHour: 3, smsPerNumberAnHour: 2 };

beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db);
  refusal = undefined;
  service = startService(database, { limits, pageOf: (id) => `https://${id}.example.com` });
  owner = await personOf(service, database, {});
});

async function send(who: TestPerson, id: string, json: object) {
  const answer = await who.call<StaffProblem & { to: string }>(
    'POST',
    `/message-texts/${id}/test`,
    json,
  );
  await service.background;
  return answer;
}

describe('a test of a draft', () => {
  it('[S-06] goes as an e-mail to whoever asks, with sample values, and is stored nowhere', async () => {
    const draft = {
      subject: 'Hei [PATIENT_FIRST_NAME]',
      text: '<b>[CLINIC_NAME]</b>',
      format: 'html',
    };
    const { status, body } = await send(owner, 'booked-email-nb', draft);
    assert.deepEqual([status, body.to], [202, owner.email]);
    const [message] = service.sent;
    assert.equal(service.sent.length, 1);
    assert.equal(message?.to, owner.email);
    assert.equal(message.subject, 'Hei Ola');
    assert.match(message.html ?? '', /<b>Opus Dental Klinikken<\/b>/);
    const { body: list } = await owner.call<MessageTextList>('GET', '/message-texts');
    assert.equal(list.items.find(({ id }) => id === 'booked-email-nb')?.isStandard, true);
  });

  it('[S-06] [M-05] goes as an SMS to the mobile that is named, and to none that is no mobile', async () => {
    const { status, body } = await send(owner, 'moved-sms-nb', {
      text: 'Hei [PATIENT_FIRST_NAME]',
      mobile: '412 34 567',
    });
    assert.deepEqual([status, body.to.replace(/\s/g, '')], [202, '41234567']);
    assert.deepEqual(
      service.sent.map(({ channel, to, text }) => [channel, to, text]),
      [['sms', '+4741234567', 'Hei Ola']],
    );
    for (const [mobile, code] of [
      [undefined, 'empty'],
      ['22 33 44 55', 'not-mobile'],
    ] as const) {
      const refused = await send(owner, 'moved-sms-nb', { text: 'Hei', mobile });
      assert.deepEqual([refused.status, refused.body.fields], [422, [{ path: 'mobile', code }]]);
    }
    assert.equal(service.sent.length, 1);
  });

  it('[S-06] [M-03] is refused as storing it would be', async () => {
    const wrong = await send(owner, 'booked-email-nb', { text: 'Hei [NAME]' });
    assert.deepEqual(
      [wrong.status, wrong.body.fields],
      [422, [{ path: 'text', code: 'unknown-field' }]],
    );
    assert.equal((await send(owner, 'booked-fax-nb', { text: 'Hei' })).status, 404);
    assert.deepEqual(service.sent, []);
  });

  it('[S-06] [N-05] is limited by person and by number', async () => {
    const sms = { text: 'Hei', mobile: '41234567' };
    const second = await personOf(service, database, {});
    for (const who of [owner, second]) {
      assert.equal((await send(who, 'moved-sms-nb', sms)).status, 202);
    }
    const third = await send(owner, 'moved-sms-nb', sms);
    assert.deepEqual([third.status, third.body.code], [429, 'rate-limited']);
    assert.equal((await send(owner, 'booked-email-nb', { text: 'Hei' })).status, 202);
    assert.equal((await send(owner, 'booked-email-nb', { text: 'Hei' })).status, 202);
    assert.equal((await send(owner, 'booked-email-nb', { text: 'Hei' })).status, 429);
    assert.equal((await send(second, 'booked-email-nb', { text: 'Hei' })).status, 202);
  });

  it('[S-06] previews have the samples of every language of the texts, with links only where patients have them', async () => {
    const samples = async () =>
      (await owner.call<MessageTextList>('GET', '/message-texts')).body.samples;
    assert.equal((await samples()).nb?.PATIENT_FIRST_NAME, 'Ola');
    await owner.call('PATCH', '/settings', { login: { sms: false, eid: [] } });
    assert.equal((await samples()).nb?.MOVE_LINK, '');
    await owner.call('PATCH', '/settings', { login: { sms: true }, viewAppointments: true });
    assert.match((await samples()).nb?.MOVE_LINK ?? '', /^https:\/\/demo\.example\.com\/\?/);
  });
});

describe('health of an account', () => {
  const health = async () => (await owner.call<AccountHealth>('GET', '/health')).body;
  const email = async () => (await health()).messages.find(({ channel }) => channel === 'email')!;

  it('[S-08] says what waits, what failed since when and why, and is well again after the next message', async () => {
    service = startService(database, {
      transports: {
        sms: () => Promise.resolve({}),
        email: () => (refusal ? Promise.reject(refusal) : Promise.resolve({})),
      },
    });
    const none = { channel: 'email', waiting: 0, failed: 0 };
    const untouched = { lastSentAt: null, failingSince: null, lastFailure: null };
    owner = await personOf(service, database, {});
    assert.deepEqual(await email(), { ...none, ...untouched });

    await send(owner, 'booked-email-nb', { text: 'Hei' });
    const first = await email();
    assert.deepEqual(first, { ...none, ...untouched, lastSentAt: first.lastSentAt });
    assert.equal(Date.parse(first.lastSentAt ?? ''), service.now);

    service.now += 60_000;
    refusal = new DeliveryError('The mail server failed: 421.');
    await send(owner, 'booked-email-nb', { text: 'Hei' });
    const failing = await email();
    assert.deepEqual([failing.waiting, failing.failed], [1, 0]);
    assert.equal(Date.parse(failing.failingSince ?? ''), service.now);
    assert.equal(failing.lastFailure?.reason, 'The mail server failed: 421.');

    service.now += 10_000;
    refusal = new DeliveryError('The mail server failed: 550.', { isPermanent: true });
    await send(owner, 'booked-email-nb', { text: 'Hei' });
    const given = await email();
    assert.equal(given.failed, 1);
    assert.equal(given.lastFailure?.reason, 'The mail server failed: 550.');
    assert.equal(Date.parse(given.failingSince ?? ''), service.now - 10_000);

    service.now += 3_600_000;
    refusal = undefined;
    owner = await personOf(service, database, {});
    await send(owner, 'moved-email-nb', { text: 'Hei' });
    const well = await email();
    assert.deepEqual([well.failingSince, well.failed], [null, 1]);
    service.now += 8 * 86_400_000;
    owner = await personOf(service, database, {});
    assert.deepEqual([(await email()).failed, (await email()).lastFailure], [0, null]);
  });

  it('[S-08] [N-02] says nothing of what a gateway threw that may name the recipient', async () => {
    service = startService(database, {
      transports: {
        sms: () => Promise.resolve({}),
        email: () => Promise.reject(new Error('550 ola@example.com unknown')),
      },
    });
    owner = await personOf(service, database, {});
    await send(owner, 'booked-email-nb', { text: 'Hei' });
    assert.equal((await email()).lastFailure?.reason, '');
  });

  it('[S-08] names the address of the booking page, where there is one', async () => {
    assert.equal((await health()).page, 'https://demo.example.com');
    service = startService(database);
    owner = await personOf(service, database, {});
    assert.equal((await health()).page, undefined);
  });
});
