// "npm run bench:cluster": processes of the service behind HAProxy, PgBouncer in transaction mode and a streaming replica, all on
// this machine in a temporary folder. Measures one process, two, and two with the replica; how old the replica's answers are;
// then kills a process and the replica under load, and looks for every answered booking in the database.
//   SECONDS=8   of each measurement
//   ROUNDS=3    of the kills
//   LOGS=1      prints what the parts wrote
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { setUp, topUp } from '../../demo/accounts/index.js';
import { kjeden } from '../../demo/accounts/kjeden.js';
import { createStaffClient } from '../../demo/accounts/staff-client.js';
import { audit } from './audit.js';
import { Cluster, keys, untilDone } from './cluster.js';
import { killParts } from './kills.js';
import { ports, versions } from './parts.js';
import { accountId, createBooker, createReader, Day, during, findTimes } from './patients.js';
import { measureAge } from './replica-age.js';
import { measure, tableOf, type Throughput } from './throughput.js';

const seconds = Number(process.env.SECONDS ?? 8);
const rounds = Number(process.env.ROUNDS ?? 3);

console.log(versions());
const cluster = await Cluster.start();
process.once('uncaughtException', (error) => {
  console.error(error, cluster.logs());
  process.exit(1);
});
await cluster.startService('a', { reads: 'primary' });

/** A call of staff, straight to a process. */
const toService = (request: Request) => {
  const root = `http://127.0.0.1:${ports.a}`;
  return fetch(new Request(request.url.replace('http://localhost', root), request));
};
await setUp(toService, keys, kjeden);
await topUp(toService, keys.operatorKey, kjeden, { now: Date.now() });
const staff = createStaffClient(toService, accountId, keys.operatorKey);
await staff.send('PATCH', '/settings', { confirmation: 'none' });

const open = (port: number, user: string) => {
  const pool = new Pool({ host: '127.0.0.1', port, user, database: 'booking' });
  pool.on('error', () => undefined);
  return pool;
};
const primary = open(ports.primary, 'booking');
const { rows: clinics } = await primary.query<{ id: string }>(
  'SELECT id FROM clinics WHERE account_id = $1',
  [accountId],
);

const day = new Day();
await cluster.untilServed(1);
const slots = await untilDone(() => findTimes(ports.http));
const read = createReader(
  ports.http,
  clinics.map(({ id }) => id),
  day,
);
const book = createBooker(ports.http, slots, day);
const readers = { count: 16, first: 0, work: read };
const bookers = { count: 16, first: 20, work: book };

const results: Throughput[] = [];
async function measureAll(by: string): Promise<void> {
  // Memories fill, and code is compiled.
  for (const [crowd, done, enough] of [
    [readers, () => day.reads, 1500],
    [bookers, () => day.bookings, 150],
    [readers, () => day.reads, 1500],
  ] as const) {
    const before = done();
    while (done() - before < enough) await during(1000, crowd);
  }
  for (const [what, crowd, done] of [
    ['slots of a clinic', readers, () => day.reads],
    ['hold and booking', bookers, () => day.bookings],
  ] as const) {
    results.push({ what, by, ...(await measure(cluster, { crowd, done, seconds })) });
  }
}

await measureAll('one process');
await cluster.startService('b', { reads: 'primary' });
await cluster.untilServed(2);
await measureAll('two processes');
await cluster.stopServices();
await cluster.startService('a', { reads: 'replica' });
await cluster.startService('b', { reads: 'replica' });
await cluster.untilServed(2);
await measureAll('two processes, replica');
console.log(`\n${tableOf(results.toSorted((one, other) => other.what.localeCompare(one.what)))}`);

/** Runs `work` beside patients who look and book. */
async function withLoad<Result>(work: () => Promise<Result>): Promise<Result> {
  let isOver = false;
  const patients = [
    { ...readers, count: 12 },
    { ...bookers, count: 4 },
  ].flatMap(({ count, first, work: one }) =>
    Array.from({ length: count }, async (_, index) => {
      while (!isOver) await one(first + index);
    }),
  );
  try {
    return await work();
  } finally {
    isOver = true;
    await Promise.all(patients);
  }
}

const replica = open(ports.replica, 'postgres');
const ages = await measureAge({ primary, replica, load: withLoad, find: () => slots.pop()! });
console.log(`\n${ages}`);
await replica.end();

console.log(`\n${await withLoad(() => killParts(cluster, day, rounds))}`);
await pause(1000);
const { text, isAsAnswered } = await audit(primary, day.booked);
console.log(`\n${text}`);
if (process.env.LOGS) console.log(cluster.logs());
await primary.end();
await cluster.stop();
process.exit(isAsAnswered ? 0 : 1);
