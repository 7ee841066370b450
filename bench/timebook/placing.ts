// "npm run bench:placing": how long it takes to publish a preblock on 200 dates in one call at the chain, beside one date, until the
// answer is read. The real app on a real database: PostgreSQL, or the embedded one with `pglite` as argument.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { kjeden } from '../../demo/accounts/kjeden.js';
import { connectPglite, connectPostgres } from '../../service/node/connect.js';
import type { PlacedAnswer } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { startPostgres } from '../../tools/postgres.js';
import { startChain } from '../chain.js';

const rounds = Number(process.env.BENCH_ROUNDS ?? 20);
const limit = 300;
const isEmbedded = process.argv[2] === 'pglite';
const folder = mkdtempSync(join(tmpdir(), 'placing-'));
const server = isEmbedded ? undefined : await startPostgres();
const { db, close } = server ? connectPostgres(server.url) : await connectPglite(folder);
const { staff } = await startChain(db);

// Each round in the calendar of another clinician, where nothing lies yet.
const people = Object.entries(kjeden.clinicians).slice(0, rounds + 2);
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 371);

/** Publishes on so many weekdays, and answers how long it took, in milliseconds. */
async function publish(round: number, dates: number, from: string): Promise<number> {
  const [clinician, { clinics }] = people[round]!;
  const until = addDays(monday, Math.floor((dates - 1) / 5) * 7 + ((dates - 1) % 5));
  const repeat = { weekdays: [1, 2, 3, 4, 5], until };
  const placement = { clinician, clinic: clinics[0]!.clinic, date: monday, from, to: '20:00' };
  const placements = [{ ...placement, preblock: 'kort', repeat }];
  const begin = performance.now();
  const { count } = await staff.send<PlacedAnswer>('POST', '/preblocks', { placements });
  const milliseconds = performance.now() - begin;
  if (count !== dates) throw new Error(`${count} placed, not ${dates}`);
  return milliseconds;
}

const times = { one: [] as number[], many: [] as number[] };
for (let round = 0; round < people.length; round += 1) {
  const one = await publish(round, 1, '18:00');
  const many = await publish(round, 200, '19:00');
  if (round < 2) continue;
  times.one.push(one);
  times.many.push(many);
}
const at = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
console.log(
  `${server ? `PostgreSQL ${server.version}` : 'embedded PGlite'}, ${rounds} rounds, milliseconds\n`,
);
console.log('preblocks   median   p95');
for (const [count, values] of [
  [1, times.one],
  [200, times.many],
] as const) {
  console.log(
    `${String(count).padStart(9)}${at(values, 0.5).toFixed(0).padStart(9)}${at(values, 0.95).toFixed(0).padStart(6)}`,
  );
}
await close();
server?.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(at(times.many, 0.5) > limit ? 1 : 0);
