// "npm run bench:service": how many calls a second one process of the service answers, for 16 clients on PostgreSQL, beside an
// earlier build (3f9e761, before the memory of free times) and beside the limit: the same bytes from memory by the same HTTP
// stack. All three run at once and take turns, so that a noisy moment falls on all of them.
//   BEFORE=/path   a checkout of that build with its packages; without it one is made, once, in the system's temporary folder
//   SECONDS=3 ROUNDS=3, ENCODING=br for clients that take it (the limit is of plain bytes), ONLY=clinic for scenarios with that word
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { Pool } from 'pg';
import { testId } from '../../test/service/support/service.js';
import { randomToken } from '../../service/store/secrets.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { startPostgres } from '../../tools/postgres.js';
import { parentOf, secondsOf, secondsOfMachine } from '../processor-time.js';
import { buildOf } from './earlier-build.js';
import { call, clients, rate } from './load.js';
import { addPast } from './past.js';

const earlier = '3f9e761';
const seconds = Number(process.env.SECONDS ?? 3);
const rounds = Number(process.env.ROUNDS ?? 3);
const only = process.env.ONLY;
const encoding = process.env.ENCODING;
type Name = 'before' | 'now' | 'limit' | 'past';
const here = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'opus-bench-'));

const before = process.env.BEFORE ?? buildOf(earlier);
const database = await startPostgres();
const databaseUrl = (name: string) => {
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  return url.href;
};
const pools = new Map<string, Pool>();
const poolOf = (name: string) => {
  let pool = pools.get(name);
  if (!pool) pools.set(name, (pool = new Pool({ connectionString: databaseUrl(name), max: 16 })));
  return pool;
};
const children: ChildProcess[] = [];
process.once('exit', () => children.forEach((child) => child.kill()));

/** Starts a service; resolves with its process when it serves. */
async function start(root: string, variables: Record<string, string>): Promise<ChildProcess> {
  const tsx = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', tsx, join(here, 'bench/service/server.ts')], {
    cwd: root,
    env: { ...process.env, ...variables, ROOT: root },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((ready, fail) => {
    child.once('exit', () => fail(new Error(`${root} does not start`)));
    child.stdout.on('data', (data: Buffer) => data.toString().includes('ready') && ready());
  });
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}

const ports = { before: 4471, now: 4472, limit: 4473, past: 4474 };
const services = new Map<Name, ChildProcess>();
const admin = new Pool({ connectionString: database.url, max: 1 });
const startOn = async (name: 'before' | 'now' | 'past', variables = {}) => {
  const root = name === 'before' ? before : here;
  const DATABASE_URL = databaseUrl(`bench_${name}`);
  return start(root, { DATABASE_URL, PORT: String(ports[name]), ...variables });
};
for (const name of ['before', 'now'] as const) {
  await admin.query(`CREATE DATABASE bench_${name}`);
  await stop(await startOn(name, { SET_UP: '1' }));
}
// The same chain once more; a template has to be left alone.
await admin.query('CREATE DATABASE bench_past TEMPLATE bench_now');

const past = Number(process.env.PAST ?? 1_000_000);
// A chain that has worked for a while: on tables that nobody has counted yet, PostgreSQL guesses which index to take.
await addPast(poolOf('bench_before'), 20_000);
await addPast(poolOf('bench_now'), 20_000);
if (!only || /past/.test(only)) await addPast(poolOf('bench_past'), past);
for (const name of ['before', 'now', 'past'] as const) services.set(name, await startOn(name));

/** The process that all of PostgreSQL's are children of. */
const postmaster = parentOf(
  (await admin.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!.pid,
);

const from = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 7);
const account = '/v1/accounts/kjeden';
const week = `${account}/slots?from=${from}&to=${addDays(from, 7)}`;
const paths = {
  chain: week,
  clinic: `${week}&clinic=grunerlokka`,
  days: `${account}/slots?from=${from}&to=${addDays(from, 42)}&view=days`,
  account,
};

const bodies = await Promise.all(
  Object.values(paths).map(
    async (path) => [path, (await call(ports.now, path)).body.toString()] as const,
  ),
);
writeFileSync(join(folder, 'limit.json'), JSON.stringify(bodies));
services.set(
  'limit',
  await start(here, { LIMIT: join(folder, 'limit.json'), PORT: String(ports.limit) }),
);
const sizes = new Map<string, number>(
  bodies.map(([path, body]) => [path, Buffer.byteLength(body)]),
);

/** Takes a minute of some clinician's day, or gives the one back that was taken last: what a reader has to see. */
function createWriter(name: 'before' | 'now' | 'past'): () => Promise<void> {
  const pool = poolOf(`bench_${name}`);
  let clinicians: { clinician_id: string; clinic_id: string }[] | undefined;
  const taken: string[] = [];
  return async () => {
    clinicians ??= (await pool.query('SELECT clinician_id, clinic_id FROM clinician_clinics'))
      .rows as NonNullable<typeof clinicians>;
    const id = taken.length > 32 ? taken.shift() : undefined;
    if (id) {
      await pool.query(`DELETE FROM reservations WHERE account_id = 'kjeden' AND id = $1`, [id]);
      return;
    }
    const { clinician_id, clinic_id } = clinicians[Math.floor(Math.random() * clinicians.length)]!;
    const date = addDays(from, Math.floor(Math.random() * 5));
    const minute = 8 * 60 + Math.floor(Math.random() * 480);
    const { rows } = await pool.query(
      `INSERT INTO reservations (account_id, id, party_id, clinician_id, clinic_id, starts_at, ends_at, status, created_at)
       SELECT 'kjeden', id, id, $1, $2, at, at + interval '1 minute', 'booked', now()
       FROM (SELECT gen_random_uuid() AS id, $3::timestamp + $4 * interval '1 minute' AS at) AS new
       ON CONFLICT DO NOTHING RETURNING id`,
      [clinician_id, clinic_id, date, minute],
    );
    if (rows[0]) taken.push((rows[0] as { id: string }).id);
  };
}
const write = {
  before: createWriter('before'),
  now: createWriter('now'),
  past: createWriter('past'),
};

async function read(port: number, path: string): Promise<boolean> {
  const headers: Record<string, string> = encoding ? { 'Accept-Encoding': encoding } : {};
  const { status } = await call(port, path, { headers });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return true;
}

interface Slot {
  start: string;
  clinic: string;
  clinician: string;
  treatment: string;
}

/** Free times that do not touch each other, so that what one client holds takes none from another. */
async function freeTimes(port: number): Promise<Slot[]> {
  const slots: Slot[] = [];
  for (let weeks = 1; weeks <= 4; weeks += 1) {
    const begin = addDays(from, weeks * 7);
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `${account}/slots?from=${begin}&to=${addDays(begin, 7)}&treatment=undersokelse${cursor && `&cursor=${cursor}`}`;
      const page = JSON.parse((await call(port, query)).body.toString()) as {
        slots: Slot[];
        next: string | null;
      };
      slots.push(...page.slots);
      cursor = page.next;
    }
  }
  return slots.sort(() => Math.random() - 0.5);
}

let person = 0;
function createBooker(port: number, books: boolean): () => Promise<boolean> {
  let slots: Promise<Slot[]> | undefined;
  return async () => {
    const slot = (await (slots ??= freeTimes(port))).pop();
    if (!slot) throw new Error('No free times are left: measure for a shorter time.');
    const token = randomToken();
    const hold = await call(port, `${account}/holds`, {
      method: 'POST',
      headers: { 'Hold-Token': token },
      json: {
        start: slot.start,
        clinic: slot.clinic,
        clinician: slot.clinician,
        treatment: slot.treatment,
      },
    });
    if (hold.status === 409) return false;
    if (hold.status !== 201)
      throw new Error(`A hold answered ${hold.status}: ${hold.body.toString()}`);
    if (!books) return true;
    const booking = await call(port, `${account}/bookings`, {
      method: 'POST',
      headers: { 'Hold-Token': token, 'Idempotency-Key': randomToken() },
      json: {
        hold: (JSON.parse(hold.body.toString()) as { id: string }).id,
        patient: {
          firstName: 'Kari',
          lastName: 'Berg',
          nationalId: testId((person += 1)),
          mobile: `+47 4${String(1_000_000 + person).slice(-7)}`,
          email: 'kari@example.com',
        },
        consent: { version: '2026-01' },
        lang: 'nb',
      },
    });
    if (booking.status > 299)
      throw new Error(`A booking answered ${booking.status}: ${booking.body.toString()}`);
    return true;
  };
}

interface Scenario {
  what: string;
  /** What has to be reached, as a multiple of the rate of `against`. */
  least?: { times: number; against: Name; of?: Name };
  run: Partial<Record<Name, () => Promise<boolean>>>;
}

const changing = (what: string, path: string, least: number): Scenario => ({
  what: `${what}, a booking before each read`,
  least: { times: least, against: 'before' },
  run: {
    before: async () => (await write.before(), read(ports.before, path)),
    now: async () => (await write.now(), read(ports.now, path)),
  },
});
const unchanged = (what: string, path: string, least: number): Scenario => ({
  what: `${what}, unchanged (${((sizes.get(path) ?? 0) / 1000).toFixed(0)} kB)`,
  least: { times: least, against: 'limit' },
  run: {
    before: () => read(ports.before, path),
    now: () => read(ports.now, path),
    limit: () => read(ports.limit, path),
  },
});
const booking = (what: string, books: boolean): Scenario => ({
  what,
  least: { times: 3, against: 'before' },
  run: { before: createBooker(ports.before, books), now: createBooker(ports.now, books) },
});

const scenarios: Scenario[] = [
  unchanged('slots, chain, one week', paths.chain, 0.6),
  changing('slots, chain, one week', paths.chain, 8),
  unchanged('slots, one clinic', paths.clinic, 0.25),
  changing('slots, one clinic', paths.clinic, 6),
  unchanged('view=days, chain, 42 days', paths.days, 0.25),
  changing('view=days, chain, 42 days', paths.days, 20),
  unchanged('account of the chain', paths.account, 0.4),
  changing('account of the chain', paths.account, 8),
  {
    what: `slots, one clinic, a booking before each read, beside ${past} past appointments`,
    least: { times: 1 / 1.2, against: 'now', of: 'past' },
    run: {
      now: async () => (await write.now(), read(ports.now, paths.clinic)),
      past: async () => (await write.past(), read(ports.past, paths.clinic)),
    },
  },
  booking('hold', false),
  booking('hold and booking', true),
];

/** What one build does with one scenario, of each round. */
interface Measured {
  rate: number;
  /** Milliseconds of a core for each call: the service, and PostgreSQL. */
  service: number;
  postgres: number;
}

async function measure(name: Name, work: () => Promise<boolean>): Promise<Measured> {
  const pid = services.get(name)!.pid!;
  const begin = [secondsOf(pid), secondsOf(postmaster)] as const;
  const measured = await rate(seconds, work);
  const count = measured * seconds;
  const spent = (of: number, since: number) => ((secondsOf(of) - since) / count) * 1000;
  return {
    rate: measured,
    service: spent(pid, begin[0]),
    postgres: spent(postmaster, begin[1]),
  };
}

const figure = (value: number) =>
  Number.isNaN(value) ? '' : value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0);
const medianOf = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

console.log(
  `${database.version}, Node ${process.version}, ${clients} clients, ${rounds} rounds of ${seconds} s, week of ${from}`,
);
console.log(
  '\n| calls a second | 3f9e761 | now | limit | with the past | ratio | at least | ms of a core, 3f9e761: service + PostgreSQL | now |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
);
const began = { at: performance.now(), machine: secondsOfMachine(), own: ownSeconds() };
let isMissed = false;
for (const { what, least, run } of scenarios) {
  if (only && !what.includes(only)) continue;
  const rates: Record<Name, Measured[]> = { before: [], now: [], limit: [], past: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(run) as [Name, () => Promise<boolean>][]) {
      if (round === 0) await rate(1, work);
      rates[name].push(await measure(name, work));
    }
  }
  const median = (name: Name) => medianOf(rates[name].map((measured) => measured.rate));
  const cost = (name: Name) => {
    const [service, postgres] = (['service', 'postgres'] as const).map((part) =>
      figure(medianOf(rates[name].map((measured) => measured[part]))),
    );
    return service ? `${service} + ${postgres}` : '';
  };
  const ratio = least ? median(least.of ?? 'now') / median(least.against) : NaN;
  isMissed ||= least !== undefined && ratio < least.times;
  const target = least
    ? `${least.times.toFixed(2)} × ${least.against === 'before' ? earlier : least.against}`
    : '';
  console.log(
    `| ${what} | ${figure(median('before'))} | ${figure(median('now'))} | ${figure(median('limit'))} | ${figure(median('past'))} | ${ratio.toFixed(2)} | ${target} | ${cost('before')} | ${cost('now')} |`,
  );
}
const passed = (performance.now() - began.at) / 1000;
const others = secondsOfMachine() - began.machine - (ownSeconds() - began.own);
console.log(
  `\nOther work took ${(others / passed).toFixed(1)} of ${cpus().length} cores meanwhile.`,
);
for (const pool of [admin, ...pools.values()]) await pool.end();
database.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(isMissed ? 1 : 0);

/** Seconds of processor time of all that is measured and of the clients. */
function ownSeconds(): number {
  return [process.pid, postmaster, ...[...services.values()].map(({ pid }) => pid!)]
    .map(secondsOf)
    .reduce((sum, one) => sum + one, 0);
}
