import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { after, beforeEach, describe, it } from 'node:test';
import { DeliveryError } from '../../../service/messages/transport.js';
import type { OutgoingMessage } from '../../../service/messages/transport.js';
import { createOwnTransport } from '../support/own-transport.js';

interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds before it answers. */
  wait?: number;
}

let reply: Reply = { status: 202 };
let requests: { method: string; path: string; headers: IncomingHttpHeaders; body: string }[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    requests.push({ method: request.method!, path: request.url!, headers: request.headers, body });
    setTimeout(
      () => response.writeHead(reply.status, reply.headers).end(reply.body),
      reply.wait ?? 0,
    );
  });
}).listen(0, '127.0.0.1');
await new Promise((listening) => server.once('listening', listening));
const { port } = server.address() as { port: number };
after(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  requests = [];
  reply = { status: 202 };
});

const url = `http://127.0.0.1:${port}/v1/sms`;
const send = createOwnTransport({ url, key: 'the-key', from: 'Opus' });
const message: OutgoingMessage = {
  accountId: 'demo',
  id: '3f0a6c52-9f5e-4a5b-8f0d-1c2b3a4d5e6f',
  triedAt: null,
  channel: 'sms',
  to: '+4741234567',
  senderName: null,
  sender: null,
  subject: null,
  text: 'Hei Ola, du har time på Å 😀\n[x]',
  html: null,
  calendar: null,
};
const failure = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof DeliveryError);
  assert.doesNotMatch(
    `${error.message}${error.stack}${JSON.stringify(error)}`,
    /4741234567|Ola|the-key/,
  );
  return error;
};

describe('SMS through an HTTP gateway', () => {
  it('[M-02] asks as the documentation says, with the outbox’s id for repeats', async () => {
    reply = { status: 201, body: '{"id":"gateway-7"}' };
    assert.deepEqual(await send(message), { messageId: 'gateway-7' });
    const [{ method, path, headers, body } = requests[0]!] = requests;
    assert.deepEqual([method, path], ['POST', '/v1/sms']);
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers.authorization, 'Bearer the-key');
    assert.equal(headers['idempotency-key'], message.id);
    const { id, to, text } = message;
    assert.deepEqual(JSON.parse(body), { id, to, from: 'Opus', text });
  });

  it('[M-08] comes from the account’s sender where it has one', async () => {
    await send({ ...message, sender: 'Klinikken' });
    assert.equal((JSON.parse(requests[0]!.body) as { from: string }).from, 'Klinikken');
  });

  it('[M-02] is taken over whatever else a good answer says', async () => {
    for (const body of ['', 'OK', '[]', 'null', '{"id":{}}']) {
      reply = { status: 200, body };
      assert.deepEqual(await send(message), {}, body);
    }
    reply = { status: 200, body: '{"id":7}' };
    assert.deepEqual(await send(message), { messageId: '7' });
  });

  it('[M-06] is never tried again when the gateway turns it down', async () => {
    for (const status of [400, 404, 413, 422, 302]) {
      reply = { status, headers: { Location: `${url}/elsewhere` } };
      assert.equal((await failure(send(message))).isPermanent, true, String(status));
    }
    assert.ok(requests.every(({ path }) => path === '/v1/sms'));
  });

  it('[M-06] is tried again after 5xx and 429, no sooner than the gateway asks', async () => {
    for (const [status, header, expected] of [
      [500, undefined, undefined],
      [401, undefined, undefined],
      [503, '120', 120],
      [429, '7', 7],
      [429, 'soon', undefined],
      [429, 'Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ] as const) {
      reply = { status, headers: header ? { 'Retry-After': header } : {}, body: 'to +4741234567' };
      const { isPermanent, retryAfter } = await failure(send(message));
      assert.deepEqual([isPermanent, retryAfter], [false, expected]);
    }
    reply = {
      status: 429,
      headers: { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() },
    };
    const { retryAfter = 0 } = await failure(send(message));
    assert.ok(retryAfter > 55 && retryAfter <= 60);
  });

  it('[M-06] is tried again when nobody answers, or too late', async () => {
    reply = { status: 202, wait: 2000 };
    const hasty = createOwnTransport({ url, key: 'the-key', from: 'Opus', timeout: 300 });
    assert.equal((await failure(hasty(message))).isPermanent, false);
    const nowhere = createOwnTransport({ url: 'http://127.0.0.1:9/', key: 'k', from: 'x' });
    assert.equal((await failure(nowhere(message))).isPermanent, false);
  });
});
