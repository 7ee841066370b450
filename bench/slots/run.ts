// "npm run bench:slots": how long GET /slots takes at the chain, one week, any clinician, one treatment, from 1 to 60
// clinics. A real PostgreSQL and the real app, in one process; figures of one run are to be compared with each other.
import { performance } from 'node:perf_hooks';
import { kjeden } from '../../demo/accounts/kjeden.js';
import { connectPostgres } from '../../service/node/connect.js';
import type { SlotList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { startPostgres } from '../../tools/postgres.js';
import { startChain } from '../chain.js';

const rounds = 40;
const server = await startPostgres();
const { db, close } = connectPostgres(server.url);
const { app } = await startChain(db);

const clinicsOf = (group: string) =>
  Object.values(kjeden.clinics).filter((clinic) => clinic.group === group).length;
const filters = [
  { clinics: 1, query: '&clinic=grunerlokka' },
  { clinics: clinicsOf('buskerud'), query: '&group=buskerud' },
  { clinics: clinicsOf('oslo'), query: '&group=oslo' },
  { clinics: Object.keys(kjeden.clinics).length, query: '' },
];
const from = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 7);

/** Answers one query and how long it took, in milliseconds, body read. */
async function ask(query: string): Promise<{ milliseconds: number; body: string }> {
  const address = `http://bench.test/v1/accounts/kjeden/slots?from=${from}&to=${addDays(from, 7)}&treatment=undersokelse${query}`;
  const begin = performance.now();
  const answer = await app.fetch(new Request(address));
  const body = await answer.text();
  if (!answer.ok) throw new Error(body);
  return { milliseconds: performance.now() - begin, body };
}

// Queries take turns, so that a noisy moment falls on all of them.
const times = filters.map((): number[] => []);
for (let round = 0; round < rounds + 5; round += 1) {
  for (const [index, { query }] of filters.entries()) {
    const { milliseconds } = await ask(query);
    if (round >= 5) times[index]!.push(milliseconds);
  }
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
const base = at(
  times[0]!.toSorted((a, b) => a - b),
  0.5,
);
console.log(`PostgreSQL ${server.version}, ${rounds} rounds, week of ${from}\n`);
console.log('clinics   slots   kB JSON   median ms   p95 ms   of one clinic');
for (const [index, { clinics, query }] of filters.entries()) {
  const sorted = times[index]!.toSorted((a, b) => a - b);
  const { body } = await ask(query);
  const { slots } = JSON.parse(body) as SlotList;
  console.log(
    [
      String(clinics).padStart(7),
      String(slots.length).padStart(8),
      (body.length / 1000).toFixed(0).padStart(10),
      at(sorted, 0.5).toFixed(1).padStart(12),
      at(sorted, 0.95).toFixed(1).padStart(9),
      `${(at(sorted, 0.5) / base).toFixed(1)} x`.padStart(16),
    ].join(''),
  );
}
await close();
server.stop();
process.exit(0);
