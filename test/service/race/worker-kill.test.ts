import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, describe, it } from 'node:test';
import { inAccount } from '../../../service/store/database.js';
import { outbox } from '../../../service/store/schema/index.js';
import { bundledProgram } from '../support/bundled-program.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { countRows, openTestDatabase } from '../support/test-database.js';

const database = await openTestDatabase('postgres');

/** How often each id arrived; one in six is turned down at first. */
const arrived = new Map<string, number>();
const turnedDown = new Set<string>();
let requests = 0;
/** Workers by the name they send under. */
const workers = new Map<string, ChildProcess>();
/** Told the sender of each request as it comes in; true when the sender has died of it. */
let onRequest: (sender: string) => boolean = () => false;

const gateway = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    requests += 1;
    const { id, from } = JSON.parse(body) as { id: string; from: string };
    assert.equal(request.headers['idempotency-key'], id);
    const isLost = onRequest(from);
    if (!isLost && requests % 6 === 0 && !turnedDown.has(id)) {
      turnedDown.add(id);
      return response.writeHead(503).end();
    }
    setTimeout(() => {
      arrived.set(id, (arrived.get(id) ?? 0) + 1);
      response.writeHead(202).end('{"id":"1"}');
    }, 5);
  });
}).listen(0, '127.0.0.1');
await once(gateway, 'listening');
const { port } = gateway.address() as { port: number };

const epoch = Date.now();
after(async () => {
  for (const worker of workers.values()) worker.kill('SIGKILL');
  gateway.close();
  gateway.closeAllConnections();
  await database.close();
});

async function startWorker(name: string): Promise<void> {
  const program = await bundledProgram('test/service/support/worker-process.ts');
  const worker = spawn('node', [program], {
    env: {
      ...process.env,
      DATABASE_URL: database.url!,
      GATEWAY_URL: `http://127.0.0.1:${port}/`,
      NAME: name,
      EPOCH: String(epoch),
      HASTE: '20',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.set(name, worker);
  await once(worker.stdout, 'data');
}

/** Kills whoever sends the nth request from now, before it has its answer. */
function killAtRequest(n: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    onRequest = (sender) => {
      seen += 1;
      if (seen < n) return false;
      onRequest = () => false;
      workers
        .get(sender)!
        .once('exit', () => resolve())
        .kill('SIGKILL');
      workers.delete(sender);
      return true;
    };
  });
}

const accounts = ['one', 'two'];
const rounds = 5;
const each = 60;

/** Puts sixty messages into each account's outbox; returns their ids. */
async function enqueue(): Promise<string[]> {
  const at = new Date(Date.now() - 60_000);
  const ids: string[] = [];
  for (const accountId of accounts) {
    const rows = Array.from({ length: each }, (_, index) => ({
      accountId,
      id: crypto.randomUUID(),
      // Half of them hold codes, which are to be erased.
      kind: index % 2 ? ('code' as const) : ('booked' as const),
      channel: 'sms' as const,
      recipient: '+4741234567',
      text: 'Hei',
      lang: 'nb' as const,
      status: 'V' as const,
      createdAt: at,
      sendAt: at,
    }));
    ids.push(...rows.map(({ id }) => id));
    await inAccount(database.db, accountId, (tx) => tx.insert(outbox).values(rows));
  }
  return ids;
}

describe('workers that die while they send', () => {
  it(
    '[M-06] [N-01] lose no message, and double none but with its id',
    { timeout: 240_000 },
    async () => {
      for (const id of accounts) await setUpClinic(database.db, { id });
      await startWorker('first');
      await startWorker('second');

      const ids: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const killed = killAtRequest(20 + Math.floor(Math.random() * 80));
        ids.push(...(await enqueue()));
        await killed;
        await startWorker(`successor ${round}`);
      }
      const left = () => countRows(database.db, "outbox WHERE status <> 'S'");
      while ((await left()) > 0) await pause(200);

      assert.deepEqual(new Set(arrived.keys()), new Set(ids));
      assert.equal(
        await countRows(database.db, "outbox WHERE kind = 'code' AND text IS NOT NULL"),
        0,
      );
      // What was under way when its worker died comes twice: one at least, a batch of ten for each at most.
      const doubled = [...arrived.values()].filter((count) => count > 1).length;
      assert.ok(doubled >= 1 && doubled <= rounds * 10, `${doubled} came twice`);
      assert.ok([...arrived.values()].every((count) => count <= 1 + rounds));
    },
  );
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
