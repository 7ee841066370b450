// "npm run bench:cluster": processes of the service behind HAProxy, PgBouncer in transaction mode and a streaming replica, all on
// this machine in a temporary folder. Measures one process, two, and two with the replica; how old the replica's answers are;
// then kills a process and the replica under load, and looks for every answered booking in the database.
//   SECONDS=8     of each measurement
//   ROUNDS=3      of the kills
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { setUp, topUp } from '../../demo/accounts/index.js';
import { kjeden } from '../../demo/accounts/kjeden.js';
import { createStaffClient } from '../../demo/accounts/staff-client.js';
import {
  startServiceProcess,
  type ServiceProcess,
} from '../../test/service/support/service-process.js';
import { audit } from './audit.js';
import {
  createPrimary,
  createReplica,
  folder,
  ports,
  startHaproxy,
  startPgbouncer,
  startPostgres,
  versions,
  type Part,
} from './parts.js';
import { accountId, createBooker, createReader, Day, during, findTimes } from './patients.js';
import { secondsOf, secondsOfMachine } from './processor-time.js';
import { measureAge } from './replica-age.js';

const seconds = Number(process.env.SECONDS ?? 8);
const rounds = Number(process.env.ROUNDS ?? 3);
const keys = { platformKey: 'platform-key-of-the-bench', operatorKey: 'operator-key-of-the-bench' };
const urlOf = (database: string) => `postgres://booking@127.0.0.1:${ports.pgbouncer}/${database}`;

const startService = (name: 'a' | 'b', { replica }: { replica: boolean }) =>
  startServiceProcess({
    PORT: String(ports[name]),
    DATABASE_URL: urlOf('booking'),
    ...(replica ? { DATABASE_REPLICA_URL: urlOf('booking_replica') } : {}),
    PLATFORM_KEY: keys.platformKey,
    OPERATOR_KEY: keys.operatorKey,
    TRUST_PROXY: '1',
    POOL_SIZE: '10',
  });

process.once('uncaughtException', (error) => {
  console.error(error);
  printLogs();
  process.exit(1);
});

function printLogs(): void {
  for (const name of ['primary', 'replica', 'pgbouncer', 'haproxy']) {
    const log = join(folder, `${name}.log`);
    if (existsSync(log)) console.error(`--- ${name}\n${readFileSync(log, 'utf8').slice(-4000)}`);
  }
  console.error(`--- services\n${a.output()}\n${b?.output() ?? ''}`);
}

console.log(versions());
const primary = await createPrimary();
let replica = await createReplica();
const pgbouncer = await startPgbouncer();
const haproxy = await startHaproxy();
let a = await startService('a', { replica: false });
let b: ServiceProcess | undefined;

/** A call of staff, straight to the first process. */
const toService = (request: Request) =>
  fetch(new Request(request.url.replace('http://localhost', a.url), request));
await setUp(toService, keys, kjeden);
await topUp(toService, keys.operatorKey, kjeden, { now: Date.now() });
const confirmation = { confirmation: 'none' };
await createStaffClient(toService, accountId, keys.operatorKey).send(
  'PATCH',
  '/settings',
  confirmation,
);

const pool = new Pool({
  host: '127.0.0.1',
  port: ports.primary,
  user: 'booking',
  database: 'booking',
});
pool.on('error', () => undefined);
const follower = () =>
  new Pool({ host: '127.0.0.1', port: ports.replica, user: 'postgres', database: 'booking' });
const clinics = (
  await pool.query<{ id: string }>('SELECT id FROM clinics WHERE account_id = $1', [accountId])
).rows.map(({ id }) => id);

const day = new Day();
const read = createReader(ports.http, clinics, day);
const slots = await untilReady(() => findTimes(ports.http));
const book = createBooker(ports.http, slots, day);
const readers = { count: 12, first: 0, work: read };
const bookers = { count: 4, first: 20, work: book };

async function untilReady<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 40) throw error;
      await pause(250);
    }
  }
}

/** Waits until HAProxy sends calls to so many processes. */
async function untilUp(count: number): Promise<void> {
  const isUp = async () => {
    const { connect } = await import('node:net');
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(join(folder, 'haproxy.sock'), () => socket.end('show stat\n'));
      let answer = '';
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
    });
    return text.match(/^service,[ab],.*,UP,/gm)?.length === count;
  };
  while (!(await isUp())) await pause(100);
}

function partsNow(): [name: string, pid: number][] {
  return [
    ['service', a.pid],
    ...(b ? ([['service', b.pid]] as [string, number][]) : []),
    ['PostgreSQL', primary.pid],
    ['replica', replica.pid],
    ['PgBouncer', pgbouncer.pid],
    ['HAProxy', haproxy.pid],
    ['patients', process.pid],
  ];
}

interface Measured {
  rate: number;
  /** Milliseconds of processor time of each call, by part. */
  cost: Map<string, number>;
  /** Processors that worked for us, and for others on this machine. */
  ours: number;
  others: number;
}

async function measure(
  crowd: { count: number; first: number; work: (patient: number) => Promise<void> },
  done: () => number,
): Promise<Measured> {
  await during(2000, crowd);
  const parts = partsNow();
  const before = { done: done(), at: performance.now(), machine: secondsOfMachine() };
  const begun = parts.map(([, pid]) => secondsOf(pid));
  await during(seconds * 1000, crowd);
  const wall = (performance.now() - before.at) / 1000;
  const calls = done() - before.done;
  const cost = new Map<string, number>();
  let ours = 0;
  for (const [index, [name, pid]] of parts.entries()) {
    const spent = secondsOf(pid) - begun[index]!;
    ours += spent;
    cost.set(name, (cost.get(name) ?? 0) + (spent * 1000) / calls);
  }
  const all = secondsOfMachine() - before.machine;
  return { rate: calls / wall, cost, ours: ours / wall, others: (all - ours) / wall };
}

const reads = () => day.reads;
const bookings = () => day.bookings;
const results: [title: string, what: string, measured: Measured][] = [];
async function measureBoth(title: string): Promise<void> {
  results.push([title, 'slots of a clinic', await measure({ ...readers, count: 16 }, reads)]);
  results.push([title, 'hold and booking', await measure({ ...bookers, count: 16 }, bookings)]);
}

await untilUp(1);
await measureBoth('one process');
b = await startService('b', { replica: false });
await untilUp(2);
await measureBoth('two processes');
await Promise.all([a.stop(), b.stop()]);
a = await startService('a', { replica: true });
b = await startService('b', { replica: true });
await untilUp(2);
await measureBoth('two processes, replica');

const names = ['service', 'PostgreSQL', 'replica', 'PgBouncer', 'HAProxy', 'patients'];
console.log(
  `\n| calls a second, 16 patients | | | processors: ours, others' | ms of processor a call: ${names.join(' | ')} |`,
);
console.log(`| --- | --- | --- | --- | ${names.map(() => '---').join(' | ')} |`);
for (const [title, what, { rate, cost, ours, others }] of results) {
  const costs = names.map((name) => (cost.get(name) ?? 0).toFixed(2)).join(' | ');
  console.log(
    `| ${what} | ${title} | ${rate.toFixed(0)} | ${ours.toFixed(2)}, ${others.toFixed(2)} | ${costs} |`,
  );
}

console.log('\nHow old is what the replica shows, under load:');
const ages = await measureAge({
  services: [a, b],
  primary: pool,
  replica: follower(),
  load: (work) => withLoad(work),
  find: () => slots.pop()!,
});
for (const line of ages) console.log(`- ${line}`);

/** Runs `work` beside patients who look and book. */
async function withLoad(work: () => Promise<void>): Promise<void> {
  let isOver = false;
  const goOn = async (patient: number, one: (patient: number) => Promise<void>) => {
    while (!isOver) await one(patient);
  };
  const patients = [
    ...Array.from({ length: readers.count }, (_, index) => goOn(readers.first + index, read)),
    ...Array.from({ length: bookers.count }, (_, index) => goOn(bookers.first + index, book)),
  ];
  try {
    await work();
  } finally {
    isOver = true;
    await Promise.all(patients);
  }
}

interface Kill {
  what: string;
  work: () => Promise<unknown>;
}
const kills: Kill[] = [
  {
    what: 'process b killed',
    work: async () => {
      await b!.kill();
    },
  },
  { what: 'process b back', work: async () => (b = await startService('b', { replica: true })) },
  { what: 'replica killed', work: () => replica.kill() },
  {
    what: 'replica back',
    work: async () => (replica = await untilReady(() => startPostgres('replica'))),
  },
  {
    what: 'both killed at once',
    work: () => Promise.all([a.kill(), replica.kill()]),
  },
  {
    what: 'both back',
    work: async () => {
      a = await startService('a', { replica: true });
      replica = await untilReady(() => startPostgres('replica'));
    },
  },
];

console.log(
  `\n| under load, ${rounds} rounds of 4 s each | reads | bookings | what a patient saw before the call was repeated |\n| --- | --- | --- | --- |`,
);
const seen = new Map<string, { reads: number; bookings: number; failures: Map<string, number> }>();
await withLoad(async () => {
  for (let round = 0; round < rounds; round += 1) {
    for (const { what, work } of kills) {
      day.failures.clear();
      const before = { reads: day.reads, bookings: day.bookings };
      await work();
      await pause(4000);
      const sum = seen.get(what) ?? { reads: 0, bookings: 0, failures: new Map<string, number>() };
      seen.set(what, sum);
      sum.reads += day.reads - before.reads;
      sum.bookings += day.bookings - before.bookings;
      for (const [kind, count] of day.failures) {
        sum.failures.set(kind, (sum.failures.get(kind) ?? 0) + count);
      }
    }
  }
});
for (const [what, { reads: readCount, bookings: bookCount, failures }] of seen) {
  const list = [...failures].map(([kind, count]) => `${count} × ${kind}`).join(', ') || 'nothing';
  console.log(`| ${what} | ${readCount} | ${bookCount} | ${list} |`);
}

const outcome = await audit(pool, day.booked);
console.log(
  `\n${outcome.answered} bookings were answered 201: ${outcome.lost} lost, ${outcome.untold} stored that nobody was told of, ` +
    `${outcome.overlapping} overlapping; ${outcome.repeated} repeated with the same key, ${outcome.unlike} answered otherwise.`,
);
const { lost, untold, overlapping, unlike } = outcome;
process.exitCode = lost + untold + overlapping + unlike > 0 ? 1 : 0;
if (process.env.LOGS) printLogs();
await pool.end();
await Promise.all([a.stop(), b.stop()]);
const parts: Part[] = [haproxy, pgbouncer, replica, primary];
for (const part of parts) await part.kill();
process.exit();
