import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, describe, it } from 'node:test';
import { inAccount } from '../../../demo/service/store/database.js';
import { outbox } from '../../../demo/service/store/schema/index.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { countRows, openTestDatabase } from '../support/test-database.js';

const database = await openTestDatabase('postgres');

/** How often each id arrived; one request in six is turned down for now. */
const arrived = new Map<string, number>();
let requests = 0;
const gateway = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    requests += 1;
    const { id } = JSON.parse(body) as { id: string };
    assert.equal(request.headers['idempotency-key'], id);
    if (requests % 6 === 0) return response.writeHead(503).end();
    setTimeout(() => {
      arrived.set(id, (arrived.get(id) ?? 0) + 1);
      response.writeHead(202).end('{"id":"1"}');
    }, 5);
  });
}).listen(0, '127.0.0.1');
await once(gateway, 'listening');
const { port } = gateway.address() as { port: number };

const epoch = Date.now();
const workers = new Set<ChildProcess>();
after(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  gateway.close();
  gateway.closeAllConnections();
  await database.close();
});

async function startWorker(): Promise<ChildProcess> {
  const worker = spawn('node', ['--import', 'tsx', 'test/service/support/worker-process.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: database.url!,
      GATEWAY_URL: `http://127.0.0.1:${port}/`,
      EPOCH: String(epoch),
      HASTE: '20',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.add(worker);
  await once(worker.stdout, 'data');
  return worker;
}

const accounts = ['one', 'two'];
const each = 300;

describe('workers that die while they send', () => {
  it(
    '[M-06] [N-01] lose no message, and double none but with its id',
    { timeout: 240_000 },
    async () => {
      const ids = new Set<string>();
      for (const accountId of accounts) {
        await setUpClinic(database.db, { id: accountId });
        const at = new Date(Date.now() - 60_000);
        const rows = Array.from({ length: each }, () => ({
          accountId,
          id: crypto.randomUUID(),
          kind: 'booked' as const,
          channel: 'sms' as const,
          recipient: '+4741234567',
          text: 'Hei',
          lang: 'nb' as const,
          status: 'V' as const,
          createdAt: at,
          sendAt: at,
        }));
        for (const { id } of rows) ids.add(id);
        await inAccount(database.db, accountId, (tx) => tx.insert(outbox).values(rows));
      }

      let victims = 0;
      const running = [await startWorker(), await startWorker()];
      while (victims < 5 && arrived.size < ids.size) {
        const before = arrived.size;
        while (arrived.size < Math.min(before + 40 + Math.random() * 40, ids.size)) await pause(5);
        const victim = running.shift()!;
        victim.kill('SIGKILL');
        await once(victim, 'exit');
        workers.delete(victim);
        victims += 1;
        running.push(await startWorker());
      }
      assert.ok(victims >= 4, `${victims} were killed`);
      const left = () => countRows(database.db, "outbox WHERE status <> 'S'");
      while ((await left()) > 0) await pause(200);

      assert.deepEqual(new Set(arrived.keys()), ids);
      assert.equal(await countRows(database.db, 'outbox WHERE text IS NOT NULL'), 0);
      // What was under way when its worker died, or its answer was lost, may come twice: a batch of ten for each at most.
      const doubled = [...arrived.values()].filter((count) => count > 1).length;
      assert.ok(doubled <= victims * 10, `${doubled} came twice`);
      assert.ok([...arrived.values()].every((count) => count <= 1 + victims));
    },
  );
});

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
