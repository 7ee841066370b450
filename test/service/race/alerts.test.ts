import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { inAccount } from '../../../service/store/database.js';
import * as schema from '../../../service/store/schema/index.js';
import { randomToken } from '../../../service/store/secrets.js';
import type { Hold, Problem } from '../../../src/contract/index.js';
import { bundledProgram } from '../support/bundled-program.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { bookingOf, testId } from '../support/service.js';
import { callProcess } from '../support/service-process.js';
import { countOverlaps } from '../support/timebook-invariants.js';
import { countRows } from '../support/test-database.js';
import { mondayAhead, startTwoProcesses } from '../support/two-processes.js';

const { database, atOnce } = await startTwoProcesses({ POOL_SIZE: '20' });

/** Ten minutes are two seconds. */
const haste = 300;
const epoch = Date.now();
const start = Date.parse(`${mondayAhead()}T07:00:00Z`);
const crowd = 50;
/** Those whose alert ends after some of the waves, and whoever waits twice with one number. */
const ending = [23, 37, 49];
const twice = 30;

/** Numbers that the gateway was given each id for: a message that is sent again after its lease has the same. */
const arrived = new Map<string, string>();
const gateway = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
  request.on('end', () => {
    const { id, to } = JSON.parse(body) as { id: string; to: string };
    arrived.set(id, to);
    response.writeHead(202).end('{"id":"1"}');
  });
}).listen(0, '127.0.0.1');
await once(gateway, 'listening');
const { port } = gateway.address() as { port: number };

const workers: ChildProcess[] = [];
after(() => {
  for (const worker of workers) worker.kill('SIGKILL');
  gateway.close();
  gateway.closeAllConnections();
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
      HASTE: String(haste),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.push(worker);
  await once(worker.stdout, 'data');
}

const numberOf = (index: number) => `+47412345${String(index).padStart(2, '0')}`;
/** Whether somebody is told, by the place among those who wait. */
const isExpected = (index: number) => !ending.includes(index) && index !== twice + 1;

/** Fifty wait for a check-up with Anne, and an appointment lies on Monday at eight. */
async function setUp(): Promise<string> {
  await setUpClinic(database.db, {
    monday: mondayAhead(),
    settings: { timeAlerts: true, confirmation: 'none' },
  });
  const id = crypto.randomUUID();
  await inAccount(database.db, 'demo', async (tx) => {
    await tx.insert(schema.timeAlerts).values(
      Array.from({ length: crowd }, (_, index) => ({
        accountId: 'demo',
        id: crypto.randomUUID(),
        channel: 'sms' as const,
        recipient: numberOf(index === twice + 1 ? twice : index),
        lang: 'nb' as const,
        clinicianId: 'anne',
        templateId: index === twice + 1 ? null : 'check',
        before: new Date(start + 86_400_000),
        consentVersion: '1',
        consentAt: new Date(epoch),
        confirmedAt: new Date(epoch - (crowd - index) * 1000),
        createdAt: new Date(epoch),
        // A quarter of an hour by the workers' clock: two waves.
        expiresAt: new Date(ending.includes(index) ? epoch + 15 * 60_000 : start + 86_400_000),
      })),
    );
    await tx.insert(schema.reservations).values({
      ...{ accountId: 'demo', id, clinicianId: 'anne', clinicId: 'west', templateId: 'check' },
      ...{ partyId: id, startsAt: new Date(start), endsAt: new Date(start + 30 * 60_000) },
      ...{ status: 'booked', createdAt: new Date(epoch) },
    });
  });
  return id;
}

describe('two workers and two services, one freed time, fifty who wait for it', () => {
  it('[P-48] [N-01] nobody is told twice, none after the alert has expired, and one gets the time', async () => {
    const id = await setUp();
    await Promise.all([startWorker('first'), startWorker('second')]);
    await pause(500);
    await inAccount(database.db, 'demo', (tx) =>
      tx
        .update(schema.reservations)
        .set({ status: 'cancelled' })
        .where(eq(schema.reservations.id, id)),
    );
    const wanted = Array.from({ length: crowd }, (_, index) => index).filter(isExpected);
    const deadline = Date.now() + 60_000;
    const isThrough = async () =>
      (await countRows(database.db, 'time_openings')) === 0 &&
      (await countRows(database.db, "outbox WHERE status = 'V'")) === 0;
    while (!(await isThrough()) && Date.now() < deadline) await pause(200);
    // Whoever would be told once more would be by then.
    await pause(600_000 / haste + 500);

    const news = await database.db
      .select()
      .from(schema.outbox)
      .orderBy(schema.outbox.createdAt, schema.outbox.recipient);
    assert.deepEqual(
      news.map(({ recipient }) => recipient).sort(),
      wanted.map(numberOf),
      'each once, but for those whose alert has expired',
    );
    assert.deepEqual(new Set(news.map(({ status }) => status)), new Set(['S']));
    for (const [sent, to] of arrived) {
      assert.equal(news.find((one) => one.id === sent)?.recipient, to);
    }
    // Who waits longest first: the numbers ascend from wave to wave.
    assert.deepEqual(
      news.map(({ recipient }) => recipient),
      wanted.map(numberOf),
    );
    const waves = new Map<number, number>();
    for (const { createdAt } of news) {
      waves.set(createdAt.getTime(), (waves.get(createdAt.getTime()) ?? 0) + 1);
    }
    assert.ok([...waves.values()].every((size) => size <= 5));

    const link = new URL(/https:\S+time=\S+/.exec(news.at(-1)!.text!)![0]);
    const { time, ...choice } = Object.fromEntries(link.searchParams);
    const answers = await atOnce(wanted.length, async (service, index) => {
      const token = randomToken();
      const held = await callProcess<Hold & Problem>(service, '/holds', {
        json: { ...choice, start: time },
        headers: { 'Hold-Token': token },
      });
      if (held.status !== 201) return held.body.code;
      const patient = { ...bookingOf(held.body).patient, nationalId: testId(index) };
      const booked = await callProcess(service, '/bookings', {
        json: { ...bookingOf(held.body), patient },
        headers: { 'Hold-Token': token, 'Idempotency-Key': randomToken() },
      });
      return booked.status;
    });
    const winners = answers.filter((answer) => answer === 201);
    console.log(
      `# ${news.length} told by two workers in ${waves.size} waves, ${winners.length} of them got the time`,
    );
    assert.equal(winners.length, 1);
    assert.deepEqual(
      answers.filter((answer) => answer !== 201 && answer !== 'slot-taken'),
      [],
    );
    assert.equal(await countOverlaps(database.db), 0);
  });
});
