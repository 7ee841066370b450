// How a process comes and goes while patients call it.
import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { setUpClinic } from '../support/clinic-fixture.js';
import { freePort } from '../../demo/support/running-demo.js';
import { startServiceProcess } from '../support/service-process.js';
import { countRows, openTestDatabase } from '../support/test-database.js';
import { mondayAhead } from '../support/two-processes.js';
import { randomToken } from '../../../service/store/secrets.js';

const database = await openTestDatabase('postgres');
const monday = mondayAhead();
before(() => setUpClinic(database.db, { monday }));
after(() => database.close());

interface Seen {
  at: number;
  status: number;
  connection: string | undefined;
}

/** One call on a connection that is kept; 0: no answer. */
function ask(agent: Agent, url: string, method = 'GET', body?: object): Promise<Seen> {
  return new Promise((resolve) => {
    const end = (status: number, connection?: string) =>
      resolve({ at: Date.now(), status, connection });
    const headers = { 'Content-Type': 'application/json', 'Hold-Token': randomToken() };
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume();
      response.once('end', () => end(response.statusCode ?? 0, response.headers.connection));
    });
    sent.once('error', () => end(0));
    sent.end(body && JSON.stringify(body));
  });
}

describe('a process that is asked to end', () => {
  it('[N-07] first says that it is not ready, then finishes what is in hand, and never answers 500', async () => {
    const service = await startServiceProcess({ DATABASE_URL: database.url!, DRAIN_SECONDS: '2' });
    const agent = new Agent({ keepAlive: true, maxSockets: 16 });
    const seen: Seen[] = [];
    let isOver = false;
    const callers = Array.from({ length: 12 }, async (_, index) => {
      for (let count = 0; !isOver; count += 1) {
        const start = `${monday}T${String(7 + (count % 4)).padStart(2, '0')}:00:00Z`;
        const path = `${service.url}/v1/accounts/demo`;
        const answer =
          index % 2 === 0
            ? await ask(agent, `${path}/slots?from=${monday}&to=${monday.slice(0, 8)}31&view=days`)
            : await ask(agent, `${path}/holds`, 'POST', { start, treatment: 'check' });
        seen.push(answer);
        if (answer.status === 0) await pause(5);
      }
    });
    while (!seen.some(({ status }) => status === 200)) await pause(50);
    const asked = Date.now();
    const ended = service.stop();
    await pause(300);
    const [ready, alive] = [
      await ask(agent, `${service.url}/readyz`),
      await ask(agent, `${service.url}/healthz`),
    ];
    await ended;
    isOver = true;
    await Promise.all(callers);
    agent.destroy();

    const whileAnnouncing = seen.filter(({ at }) => at > asked && at < asked + 1900);
    assert.deepEqual([ready.status, alive.status], [503, 200]);
    assert.ok(whileAnnouncing.some(({ status }) => status === 200 || status === 201));
    const statuses = new Set(seen.map(({ status }) => status));
    assert.ok(
      ![...statuses].some((status) => status >= 500 && status !== 503),
      [...statuses].join(),
    );
    // What was begun got its answer: a connection ends after one, or before a call is read.
    const cut = seen.filter(({ status, at }) => status === 0 && at < asked + 1900);
    assert.deepEqual(cut, []);
    assert.equal(service.output().includes('cannot be used'), false, service.output());
  });

  it('[N-01] lets a booking of a time that is under way end, and answers it', async () => {
    const service = await startServiceProcess({ DATABASE_URL: database.url! });
    const agent = new Agent({ keepAlive: true });
    await database.db.execute("UPDATE reservations SET status = 'released'");
    const blocker = new Client({ connectionString: database.url! });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query("SELECT FROM working_times WHERE account_id = 'demo' FOR UPDATE");
    const url = `${service.url}/v1/accounts/demo/holds`;
    const held = ask(agent, url, 'POST', { start: `${monday}T09:00:00Z`, treatment: 'check' });
    await pause(300);
    const ended = service.stop();
    await pause(1000);
    await blocker.query('COMMIT');
    await blocker.end();
    const { status, connection } = await held;
    await ended;
    agent.destroy();
    assert.deepEqual([status, connection], [201, 'close']);
    assert.equal(await countRows(database.db, "reservations WHERE status = 'held'"), 1);
  });
});

describe('a process that starts', () => {
  it('[N-07] answers that it lives while migrations wait, and that it is not ready', async () => {
    const blocker = new Client({ connectionString: database.url! });
    await blocker.connect();
    // Another process migrates: the lock of service/store/migrate.ts.
    await blocker.query('SELECT pg_advisory_lock(71094401)');
    await blocker.query("DELETE FROM opus_migrations WHERE name = '0007_consent_language'");
    await blocker.query('ALTER TABLE bookings DROP COLUMN consent_lang');
    const port = await freePort();
    const starting = startServiceProcess({ DATABASE_URL: database.url!, PORT: String(port) });
    const agent = new Agent();
    const of = (path: string) => ask(agent, `http://127.0.0.1:${port}${path}`);
    let alive = await of('/healthz');
    for (let count = 0; alive.status === 0 && count < 100; count += 1) {
      await pause(100);
      alive = await of('/healthz');
    }
    assert.equal(alive.status, 200);
    await pause(500);
    assert.deepEqual([(await of('/healthz')).status, (await of('/readyz')).status], [200, 503]);
    const early = of('/v1/accounts/demo');
    await blocker.query('SELECT pg_advisory_unlock(71094401)');
    await blocker.end();
    const service = await starting;
    assert.equal((await early).status, 200);
    assert.equal((await of('/readyz')).status, 200);
    await service.stop();
  });
});
