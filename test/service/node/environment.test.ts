import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEnvironment } from '../../../service/node/environment.js';
import { StartError } from '../../../service/node/start-error.js';

const gateways = {
  DEMO: '0',
  SMTP_URL: 'smtps://user:secret@mail.example.com:465',
  SMTP_FROM: 'Opus Dental <post@Example.com>',
  SMS_GATEWAY_URL: 'https://sms.example.com/v1/messages',
  SMS_GATEWAY_KEY: 'a-key',
  SMS_FROM: 'OpusDental',
};

describe('the environment', () => {
  it('[M-01] [M-02] names a mail server and an SMS gateway outside demo mode', () => {
    assert.deepEqual(readEnvironment(gateways).gateways, {
      smtp: { url: gateways.SMTP_URL, from: { name: 'Opus Dental', address: 'post@example.com' } },
      sms: {
        ...{ format: 'own', url: gateways.SMS_GATEWAY_URL, user: '', key: 'a-key' },
        ...{ from: 'OpusDental', messagingService: null },
      },
    });
    const { SMS_GATEWAY_URL: _url, SMS_FROM: _from, ...rest } = gateways;
    const elks = { ...rest, SMS_GATEWAY_FORMAT: '46elks', SMS_GATEWAY_USER: 'u1', SMS_FROM: 'A1' };
    assert.deepEqual(readEnvironment(elks).gateways?.sms, {
      ...{ format: '46elks', url: 'https://api.46elks.com', user: 'u1', key: 'a-key' },
      ...{ from: 'A1', messagingService: null },
    });
    const twilio = { ...rest, SMS_GATEWAY_FORMAT: 'twilio', SMS_GATEWAY_USER: 'AC1' };
    assert.throws(() => readEnvironment(twilio), /Missing: SMS_FROM\./);
    const { from, messagingService } = readEnvironment({ ...twilio, SMS_GATEWAY_SERVICE: 'MG1' })
      .gateways!.sms;
    assert.deepEqual([from, messagingService], [null, 'MG1']);
    assert.equal(readEnvironment({ ...gateways, DEMO: '1' }).gateways, undefined);
    assert.equal(readEnvironment({}).gateways, undefined);
  });

  it('[M-01] [M-02] says what is missing or wrong, without what may be secret', () => {
    for (const name of Object.keys(gateways).slice(1)) {
      assert.throws(
        () => readEnvironment({ ...gateways, [name]: undefined }),
        (error) => error instanceof StartError && error.message.includes(`Missing: ${name}.`),
      );
    }
    for (const [name, value] of [
      ['SMTP_URL', 'https://user:secret@mail.example.com'],
      ['SMTP_URL', 'secret'],
      ['SMTP_FROM', 'post@example.com'],
      ['SMTP_FROM', 'Opus <post>'],
      ['SMS_GATEWAY_URL', 'http://secret.example.com/'],
      ['SMS_GATEWAY_FORMAT', 'secret'],
      ['SMS_FROM', 'Opus Dental Klinikken'],
      ['SMS_FROM', '12'],
      ['PAGE_URL', 'https://example.com'],
      ['PAGE_URL', '{account}.example.com'],
      ['CONSOLE_URL', 'https://console.example.com'],
      ['CONSOLE_URL', 'https://console.example.com/#{account}'],
      ['PUBLIC_URL', 'example.com'],
    ] as const) {
      assert.throws(
        () => readEnvironment({ ...gateways, [name]: value }),
        (error) =>
          error instanceof StartError &&
          error.message.startsWith(name) &&
          !error.message.includes('secret'),
        `${name}=${value}`,
      );
    }
    const local = { ...gateways, SMS_GATEWAY_URL: 'http://127.0.0.1:8080/' };
    assert.equal(readEnvironment(local).gateways?.sms.url, 'http://127.0.0.1:8080/');
  });

  it('[N-07] has no replica without the database that it follows', () => {
    const replica = { DATABASE_REPLICA_URL: 'postgres://user:secret@replica/booking' };
    assert.throws(
      () => readEnvironment(replica),
      (error) =>
        error instanceof StartError &&
        error.message.startsWith('DATABASE_REPLICA_URL') &&
        !error.message.includes('secret'),
    );
    const both = { ...replica, DATABASE_URL: 'postgres://primary/booking', DEMO: '1' };
    const { replicaUrl } = readEnvironment({ ...both, SERVER_KEY: 'x'.repeat(32) });
    assert.equal(replicaUrl, replica.DATABASE_REPLICA_URL);
  });

  it('[M-01] [C-02] says where the hosted pages and the console lie, for the links in messages', () => {
    const { pageUrl, consoleUrl, publicUrl } = readEnvironment({
      PAGE_URL: 'https://{account}.example.com/',
      CONSOLE_URL: 'https://console.example.com/{account}/',
      PUBLIC_URL: 'https://api.example.com/',
    });
    assert.deepEqual(
      [pageUrl, consoleUrl, publicUrl],
      [
        'https://{account}.example.com',
        'https://console.example.com/{account}',
        'https://api.example.com',
      ],
    );
  });
});
