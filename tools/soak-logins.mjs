// "npm run soak -- --logins 1000": logins of known and of unknown patients over HTTP, in any order, against a service on
// PostgreSQL. Neither answers nor times may tell the two apart (P-33).
import { spawn } from 'node:child_process';
import { startPostgres } from './postgres.ts';
import { kolmogorovSmirnov, mannWhitney, quantile } from './two-samples.mjs';

/** What is less likely than this by chance counts as a difference. */
const significance = 0.001;
const warmUp = 100;

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function makePeople(count) {
  const { testId } = await import('../test/service/support/service.ts');
  const ids = new Set();
  for (let index = 0; ids.size < count; index += 1) ids.add(testId(index));
  return [...ids].map((nationalId, index) => [nationalId, `+47${40_000_000 + index}`]);
}

async function startService(env) {
  const child = spawn('node', ['--import', 'tsx', 'test/service/support/soak-service.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const found = /ready (http:\S+)/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('The service ended before it listened.')));
  });
  return { url, stop: () => child.kill('SIGKILL') };
}

/** What is seen of an answer, without what differs by chance, and how long it took in milliseconds. */
async function timed(url, json, headers = {}) {
  const begin = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });
  const text = await response.text();
  const milliseconds = performance.now() - begin;
  const body = JSON.parse(text);
  const hidden = ([name, value]) =>
    `${name}=${name === 'id' || name === 'token' ? String(value).length : JSON.stringify(value)}`;
  const names = [...response.headers.keys()].join(',');
  const seen = `${response.status} ${names} ${text.length} ${Object.entries(body).map(hidden).join(' ')}`;
  return { milliseconds, body, seen };
}

/** Measures `count` logins of each kind; true when nothing tells them apart. */
export async function soakLogins(count, seed) {
  const random = randomOf(seed);
  const people = await makePeople(2 * count + warmUp);
  const shuffled = people.map((person) => [random(), person]).sort(([a], [b]) => a - b);
  const everybody = shuffled.map(([, person]) => person);
  const known = everybody.slice(0, count);
  const asking = [
    ...known.map((person) => ['known', person]),
    ...everybody.slice(count, 2 * count).map((person) => ['unknown', person]),
  ]
    .map((entry) => [random(), entry])
    .sort(([a], [b]) => a - b)
    .map(([, entry]) => entry);

  const postgres = await startPostgres();
  const env = { DATABASE_URL: postgres.url, PATIENTS: JSON.stringify(known) };
  const service = await startService(env);
  try {
    const logins = `${service.url}/v1/accounts/demo/logins`;
    const measure = async ([nationalId, mobile]) => {
      const login = await timed(logins, { nationalId, mobile });
      const { id, token } = login.body;
      const code = await timed(
        `${logins}/${id}/code`,
        { code: '000000' },
        { 'Login-Token': token },
      );
      return { login, code };
    };
    for (const person of everybody.slice(2 * count)) await measure(person);

    const calls = { login: 'POST /logins', code: 'a wrong code' };
    const samples = {};
    const answers = {};
    for (const [kind, person] of asking) {
      const measured = await measure(person);
      for (const name of Object.keys(calls)) {
        ((samples[name] ??= { known: [], unknown: [] })[kind] ??= []).push(
          measured[name].milliseconds,
        );
        ((answers[name] ??= { known: new Set(), unknown: new Set() })[kind] ??= new Set()).add(
          measured[name].seen,
        );
      }
    }
    const results = Object.entries(calls).map(([name, title]) =>
      report(title, samples[name], answers[name]),
    );
    return results.every(Boolean);
  } finally {
    service.stop();
    postgres.stop();
  }
}

function report(title, times, seen) {
  const line = (sample) =>
    [0.05, 0.5, 0.95].map((part) => quantile(sample, part).toFixed(2).padStart(8)).join('');
  const ranks = mannWhitney(times.known, times.unknown);
  const { gap, probability } = kolmogorovSmirnov(times.known, times.unknown);
  const isSeenAlike = [...seen.known].sort().join('\n') === [...seen.unknown].sort().join('\n');
  const isTimedAlike = ranks >= significance && probability >= significance;
  console.log(`\n${title}, milliseconds:     5 %  median    95 %`);
  console.log(`  known    (${times.known.length})`.padEnd(27) + line(times.known));
  console.log(`  unknown  (${times.unknown.length})`.padEnd(27) + line(times.unknown));
  console.log(`  Mann–Whitney p = ${ranks.toFixed(4)}`);
  console.log(`  Kolmogorov–Smirnov D = ${gap.toFixed(4)}, p = ${probability.toFixed(4)}`);
  console.log(
    `  answers ${isSeenAlike ? 'alike' : 'DIFFER'}, times ${isTimedAlike ? 'alike' : 'DIFFER'}`,
  );
  if (!isSeenAlike) console.log({ known: [...seen.known], unknown: [...seen.unknown] });
  return isSeenAlike && isTimedAlike;
}
