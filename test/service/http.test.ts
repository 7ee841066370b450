import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { sql } from 'drizzle-orm';
import type { SentMessage, SmsList } from '../../src/contract/index.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';
import { describeError } from '../../service/node/describe-error.js';
import { createDemoTransports } from '../../service/messages/demo-transports.js';
import { inAccount } from '../../service/store/database.js';

const database = await openTestDatabase();
after(() => database.close());
const service = startService(database, { demo: true });
before(() =>
  setUpClinic(database.db, { settings: { allowedOrigins: ['https://clinic.example'] } }),
);

describe('around the calls', () => {
  it('[S-10] publishes its contract as valid OpenAPI 3.1', async () => {
    const { status, body } = await service.request<Record<string, unknown>>('/openapi.json');
    assert.equal(status, 200);
    const result = await new Validator().validate(body);
    assert.deepEqual(result.errors, undefined);
    const paths = Object.keys(body.paths as object);
    assert.ok(paths.includes('/v1/accounts/{account}/appointments/{id}/move'));
    assert.ok(paths.includes('/v1/staff/accounts/{account}/settings'));
    // What gateways tell, and how they prove who they are.
    for (const call of ['reports', 'incoming']) {
      const { post } = (body.paths as Record<string, { post: { security: object[] } }>)[
        `/v1/gateway/{account}/${call}`
      ]!;
      assert.deepEqual(post.security.flatMap(Object.keys), [
        'OpusSignature',
        'GatewayPassword',
        'TwilioSignature',
      ]);
    }
    // Names that clients of an older version read are marked.
    assert.match(JSON.stringify(body), /"booking":\{[^}]*"deprecated":true/);
    // What goes into a style sheet is said to be a colour.
    assert.match(JSON.stringify(body), /"softOnDark":\{[^}]*"pattern":"\^#\[0-9a-fA-F\]/);
  });

  it('[S-08] says that it is alive and ready', async () => {
    assert.equal((await service.request('/healthz')).status, 200);
    assert.equal((await service.request('/readyz')).status, 200);
  });

  it('[P-10] lets any page make anonymous calls, and read their errors', async () => {
    const headers = { Origin: 'https://anybody.example' };
    for (const path of ['', '/unknown', `/slots?from=${monday}&to=2026-11-24`]) {
      const answer = await service.call(path, { headers });
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), headers.Origin, path);
      assert.equal(answer.headers.get('Access-Control-Expose-Headers'), 'Retry-After, ETag, Date');
      assert.match(answer.headers.get('Vary') ?? '', /Origin/);
      assert.equal(answer.headers.get('Access-Control-Allow-Credentials'), null);
    }
  });

  it('[P-24] answers preflights', async () => {
    const { status, headers } = await service.call('/holds', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://anybody.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type, hold-token',
      },
    });
    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Max-Age'), '7200');
    assert.equal(headers.get('Access-Control-Allow-Methods'), 'GET, POST, PATCH, DELETE');
    assert.match(headers.get('Access-Control-Allow-Headers') ?? '', /Hold-Token, Booking-Token/);
  });

  it('[P-44] lets only listed pages call with a session', async () => {
    const preflight = async (origin: string, wanted: string, path = '/slots') =>
      (
        await service.call(path, {
          method: 'OPTIONS',
          headers: {
            Origin: origin,
            'Access-Control-Request-Method': 'GET',
            'Access-Control-Request-Headers': wanted,
          },
        })
      ).headers.get('Access-Control-Allow-Origin');
    assert.equal(await preflight('https://anybody.example', 'authorization'), null);
    assert.equal(await preflight('https://anybody.example', 'content-type', '/logins'), null);
    assert.equal(
      await preflight('https://clinic.example', 'authorization'),
      'https://clinic.example',
    );
  });

  it('[N-02] nobody keeps what is personal', async () => {
    const { body, headers } = await service.hold();
    assert.equal(headers.get('Cache-Control'), 'no-store');
    const booked = await service.book(body);
    assert.equal(booked.headers.get('Cache-Control'), 'no-store');
    assert.equal((await service.call('/unknown')).headers.get('Cache-Control'), 'no-store');
  });

  it('[N-02] an unexpected failure tells nobody anything, and the log no values', async () => {
    const broken = startService({ ...database, db: failing() }, {});
    const { status, body } = await broken.call('');
    assert.deepEqual([status, (body as { code: string }).code], [500, 'internal']);
    const failure = await inAccount(database.db, 'demo', (tx) =>
      tx.execute(sql`INSERT INTO companies (id, name) VALUES (${'19047649954'}, 'x')`),
    ).catch((error: unknown) => error);
    assert.match(describeError(failure), /SQLSTATE \w{5}/);
    assert.ok(!describeError(failure).includes('19047649954'));
  });
});

function failing() {
  return {
    transaction: () => Promise.reject(new Error('19047649954')),
  } as unknown as typeof database.db;
}

/** The address at which the inbox shows one phone or mailbox. */
async function phoneOf(to: string): Promise<string> {
  const { body } = await service.request<string>('/demo/inbox');
  const phone = body.split('<li>').find((part) => part.includes(`>${to}<`));
  const address = /href="(\/demo\/inbox\?phone=[\w-]+)"/.exec(phone ?? '')?.[1] ?? '';
  // Numbers stand in no address.
  assert.ok(address && !address.includes(to.slice(1)), to);
  return address;
}

describe('demo mode', () => {
  it('[M-02] shows what was sent, newest first, as JSON and as a page without script', async () => {
    const transports = createDemoTransports(database.db, () => service.now);
    const send = (id: string, text: string) =>
      transports.sms({
        accountId: 'demo',
        id,
        triedAt: null,
        channel: 'sms',
        to: '+4741234567',
        senderName: null,
        sender: 'Opus Dental',
        subject: null,
        text,
        html: null,
        calendar: null,
      });
    await send(crypto.randomUUID(), 'first');
    service.now += 1000;
    await send(crypto.randomUUID(), '<script>alert(1)</script>');
    const { body } = await service.request<{ text: string }[]>('/demo/messages');
    assert.deepEqual(
      body.map(({ text }) => text),
      ['<script>alert(1)</script>', 'first'],
    );
    assert.deepEqual(Object.keys(body[0]!).sort(), [
      'account',
      'at',
      'channel',
      'from',
      'text',
      'to',
    ]);
    const page = await service.request<string>('/demo/inbox');
    assert.match(page.body, /&lt;script&gt;/);
    assert.ok(!/<script/i.test(page.body));
  });

  it('[M-01] shows who an e-mail is from, its calendar file, and links to the account’s own page alone', async () => {
    const pages = startService(database, {
      demo: true,
      pageOf: (account) => `https://${account}.example.com`,
    });
    const own = 'https://demo.example.com/?view=appointments&do=move';
    await createDemoTransports(database.db, () => service.now).email({
      accountId: 'demo',
      id: crypto.randomUUID(),
      triedAt: null,
      channel: 'email',
      to: 'ola@example.com',
      senderName: 'Opus',
      sender: 'post@opus.example',
      subject: 'Time',
      text: `Flytt: ${own}\nhttps://demo.example.com.evil.example/ javascript:alert(1) <b>`,
      html: '<p>Time</p>',
      calendar: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n',
    });
    const { body } = await pages.request<string>(await phoneOf('ola@example.com'));
    const links = [...body.matchAll(/<a href="([^"]*)"/g)]
      .map(([, link]) => link!)
      .filter((link) => !link.startsWith('/demo/inbox'));
    assert.deepEqual(links, [
      own.replaceAll('&', '&amp;'),
      'data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0AMETHOD%3AREQUEST%0D%0A',
    ]);
    assert.match(body, /Opus &lt;post@opus\.example&gt;/);
    assert.match(body, /Calendar file \(REQUEST\)/);
    assert.match(body, /&lt;b&gt;/);
  });

  it('[M-06] [M-13] has phones that answer and report as a gateway does, for nobody but the page itself', async () => {
    const operatorKey = 'the-key-of-whoever-runs-the-service';
    const phones = startService(database, {
      ...{ demo: true, operatorKey, clock: () => service.now },
      transports: createDemoTransports(database.db, () => service.now),
    });
    const staff = operatorOf(phones, 'demo', operatorKey);
    for (const to of ['98765432', '98765400']) {
      const { status } = await staff.call('POST', '/messages', { to, text: 'Kommer du?' });
      assert.equal(status, 201);
    }
    await phones.background;
    const answer = async (fields: Record<string, string>, site = 'same-origin') => {
      const { status } = await phones.request('/demo/inbox', {
        text: new URLSearchParams(fields).toString(),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Site': site,
        },
      });
      return status;
    };
    const phone = (await phoneOf('+4798765432')).split('=')[1]!;
    service.now += 60_000;
    assert.equal(await answer({ phone, text: 'JA' }, 'cross-site'), 403);
    assert.equal(await answer({ phone, text: ' ' }), 422);
    assert.equal(await answer({ phone: 'unknown', text: 'JA' }), 404);
    assert.equal(await answer({ phone, text: 'Ja, <b>gjerne</b>' }), 303);
    assert.equal((await phones.request('/demo/reports', { method: 'POST' })).status, 204);

    const list = async (box: string) =>
      (await staff.call<SmsList>('GET', `/messages?box=${box}`)).body.items;
    const ours = ({ type }: { type: string }) => type === 'general';
    const [received] = await list('received');
    assert.equal(received!.text, 'Ja, <b>gjerne</b>');
    const sent = ((await list('sent')) as SentMessage[]).filter(ours);
    const what = ({ to, status, delivery }: SentMessage) => `${to} ${status} ${delivery}`;
    // One of them is switched off.
    assert.deepEqual(sent.map(what).sort(), [
      '+4798765400 S not-delivered',
      '+4798765432 SB delivered',
    ]);
    const { body } = await phones.request<string>(`/demo/inbox?phone=${phone}`);
    assert.match(body, /Ja, &lt;b&gt;gjerne&lt;\/b&gt;/);
    assert.match(body, /Delivered/);
    // Whoever writes is not disturbed.
    assert.match(body, /http-equiv="refresh"/);
    const writing = await phones.request<string>(`/demo/inbox?phone=${phone}&write=`);
    assert.doesNotMatch(writing.body, /http-equiv="refresh"/);

    // The clinic has a gateway of its own: phones of the demo are not it.
    const secret = 'a secret of another gateway';
    await staff.call('PUT', '/sms-gateway', { format: 'twilio', secret });
    assert.equal(await answer({ phone, text: 'Hei' }), 401);
  });

  it('[N-02] the inbox does not exist outside demo mode', async () => {
    const real = startService(database, { demo: false });
    assert.equal((await real.request('/demo/messages')).status, 404);
    assert.equal((await real.request('/demo/inbox')).status, 404);
  });

  it('[M-02] needs transports outside demo mode', () => {
    assert.throws(
      () => startService(database, { demo: false, transports: undefined as never }),
      /transports/,
    );
  });
});
