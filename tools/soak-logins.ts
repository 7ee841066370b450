// "npm run soak -- --logins 1000": logins of known and of unknown patients over HTTP, in any order, against a service on
// PostgreSQL. Neither answers nor times may tell the two apart (P-33).
import { spawn } from 'node:child_process';
import { testId } from '../test/service/support/service.js';
import { startPostgres } from './postgres.js';
import { seededRandom } from './seeded-random.js';
import { kolmogorovSmirnov, mannWhitney, quantile } from './two-samples.js';

/** What is less likely than this by chance counts as a difference. */
const significance = 0.001;
const warmUp = 100;

type Person = readonly [nationalId: string, mobile: string];
type Kind = 'known' | 'unknown';

/** What is kept of one kind of call, for known and for unknown patients. */
interface Samples {
  readonly title: string;
  readonly milliseconds: Record<Kind, number[]>;
  readonly answers: Record<Kind, Set<string>>;
}

/** What a call to the service showed. */
interface Measured {
  readonly milliseconds: number;
  readonly body: Record<string, unknown>;
  readonly seen: string;
}

function makePeople(count: number): Person[] {
  const ids = new Set<string>();
  for (let index = 0; ids.size < count; index += 1) ids.add(testId(index));
  return [...ids].map((nationalId, index) => [nationalId, `+47${40_000_000 + index}`]);
}

async function startService(env: Record<string, string>) {
  const child = spawn('node', ['--import', 'tsx', 'test/service/support/soak-service.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /ready (http:\S+)/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('The service ended before it listened.')));
  });
  return { url, stop: () => child.kill('SIGKILL') };
}

/** What is seen of an answer, without what differs by chance, and how long it took in milliseconds. */
async function timed(
  url: string,
  json: unknown,
  headers: Record<string, string> = {},
): Promise<Measured> {
  const begin = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(json),
  });
  const text = await response.text();
  const milliseconds = performance.now() - begin;
  const body = JSON.parse(text) as Record<string, unknown>;
  const hidden = ([name, value]: [string, unknown]) =>
    `${name}=${name === 'id' || name === 'token' ? String(value).length : JSON.stringify(value)}`;
  const names = [...response.headers.keys()].join(',');
  const seen = `${response.status} ${names} ${text.length} ${Object.entries(body).map(hidden).join(' ')}`;
  return { milliseconds, body, seen };
}

/** Measures `count` logins of each kind; true when nothing tells them apart. */
export async function soakLogins(count: number, seed: number): Promise<boolean> {
  const random = seededRandom(seed);
  const people = makePeople(2 * count + warmUp);
  const shuffle = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ item }) => item);
  const everybody = shuffle(people);
  const known = everybody.slice(0, count);
  const calls = shuffle([
    ...known.map((person) => ({ kind: 'known' as const, person })),
    ...everybody.slice(count, 2 * count).map((person) => ({ kind: 'unknown' as const, person })),
  ]);

  const postgres = await startPostgres();
  const env = { DATABASE_URL: postgres.url, PATIENTS: JSON.stringify(known) };
  const service = await startService(env);
  try {
    const logins = `${service.url}/v1/accounts/demo/logins`;
    const measure = async ([nationalId, mobile]: Person) => {
      const login = await timed(logins, { nationalId, mobile });
      const { id, token } = login.body as { id: string; token: string };
      const code = await timed(
        `${logins}/${id}/code`,
        { code: '000000' },
        { 'Login-Token': token },
      );
      return { login, code };
    };
    for (const person of everybody.slice(2 * count)) await measure(person);

    const logging = createSamples('POST /logins');
    const checking = createSamples('a wrong code');
    for (const { kind, person } of calls) {
      const { login, code } = await measure(person);
      for (const [samples, { milliseconds, seen }] of [
        [logging, login],
        [checking, code],
      ] as const) {
        samples.milliseconds[kind].push(milliseconds);
        samples.answers[kind].add(seen);
      }
    }
    return [report(logging), report(checking)].every(Boolean);
  } finally {
    service.stop();
    postgres.stop();
  }
}

function createSamples(title: string): Samples {
  return {
    title,
    milliseconds: { known: [], unknown: [] },
    answers: { known: new Set(), unknown: new Set() },
  };
}

/** Prints both samples; true when neither times nor answers tell them apart. */
function report({ title, milliseconds: times, answers: seen }: Samples): boolean {
  const line = (sample: readonly number[]) =>
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
