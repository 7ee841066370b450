import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { clientLimits, startServer } from '../../../service/node/start-server.js';
import type { RunningServer } from '../../../service/node/start-server.js';

/** The limits of the service, shorter. */
const limits = { headers: 1000, request: 2000, silence: 1500, idle: 700, answer: 3000 };

let server: RunningServer;
before(async () => {
  const big = 'x'.repeat(50_000_000);
  server = await startServer(
    async (request) => {
      if (request.method === 'POST') return new Response(`got ${(await request.text()).length}`);
      return new Response(request.url.endsWith('/big') ? big : 'hello');
    },
    { port: 0, limits },
  );
});
after(async () => {
  server.cutOff();
  await server.close();
});

interface Talk {
  said: string;
  /** Until the service ended the connection, milliseconds. */
  milliseconds: number;
}

/** Sends parts with pauses between, and waits until the service ends the connection; reads from `readsAfter` milliseconds on. */
function talk(
  parts: Iterable<string>,
  { rest = 100, readsAfter = 0 }: { rest?: number; readsAfter?: number } = {},
): Promise<Talk> {
  const begin = performance.now();
  const socket = connect(server.port, '127.0.0.1');
  let said = '';
  const read = () => void socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  if (readsAfter > 0) setTimeout(read, readsAfter);
  else read();
  socket.on('error', () => undefined);
  const speak = async () => {
    for (const part of parts) {
      if (socket.destroyed || socket.writableEnded) return;
      socket.write(part);
      await pause(rest);
    }
  };
  void speak();
  return new Promise((resolve) => {
    socket.once('close', () => resolve({ said, milliseconds: performance.now() - begin }));
  });
}

function* endless(first: string, more: string) {
  yield first;
  for (let count = 0; count < 300; count += 1) yield more;
}

const post =
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n';

describe('clients that take their time', () => {
  it('[N-07] a body that trickles is ended, and told so', async () => {
    const { said, milliseconds } = await talk(endless(post, 'x'));
    assert.match(said, /^HTTP\/1\.1 408 /);
    assert.ok(milliseconds < 5000, `it took ${milliseconds} ms`);
  });

  it('[N-07] so are headers that trickle', async () => {
    const { said, milliseconds } = await talk(endless('GET / HTTP/1.1\r\n', 'X-A: b\r\n'));
    assert.match(said, /^HTTP\/1\.1 408 /);
    assert.ok(milliseconds < 4000, `it took ${milliseconds} ms`);
  });

  it('[N-07] a body that stops, and a connection that says nothing', async () => {
    const [stopped, silent] = await Promise.all([talk([post]), talk([])]);
    assert.ok(stopped.milliseconds < 4000, `it took ${stopped.milliseconds} ms`);
    assert.ok(silent.milliseconds < 4000, `it took ${silent.milliseconds} ms`);
  });

  it('[N-07] a connection that is kept and not used', async () => {
    const { said, milliseconds } = await talk(['GET / HTTP/1.1\r\nHost: x\r\n\r\n']);
    assert.match(said, /hello/);
    assert.ok(milliseconds < 4000, `it took ${milliseconds} ms`);
  });

  it('[N-07] an answer that nobody reads', async () => {
    const { said } = await talk(['GET /big HTTP/1.1\r\nHost: x\r\n\r\n'], { readsAfter: 4000 });
    assert.match(said, /^HTTP\/1\.1 200 /);
    assert.ok(said.length < 40_000_000, `it got ${said.length} bytes`);
  });

  it('[N-07] whoever is only slow is served', async () => {
    const body = Array.from({ length: 10 }, () => 'x'.repeat(100));
    const { said } = await talk([post, ...body], { rest: 80 });
    assert.match(said, /^HTTP\/1\.1 200 [^]*got 1000/);
  });

  it('[N-07] whoever speaks HTTP/1.0 and names no host is served, as load balancers do', async () => {
    const { said } = await talk(['GET /readyz HTTP/1.0\r\n\r\n']);
    assert.match(said, /^HTTP\/1\.[01] 200 /);
    assert.match(said, /hello$/);
  });

  it('[N-07] none of them for a minute and a half by the limits in use', () => {
    const { headers, request, silence, idle } = clientLimits;
    assert.ok(Math.max(headers, request, silence, idle) < 90_000);
  });
});
