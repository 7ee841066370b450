// "npm test": every stage, as many side by side as the machine has room for, and one closing line for all of them.
//   npm test -- --list                 names the stages
//   npm test -- --only unit,service    runs those (a name also stands for the stages that begin with it)
//   npm test -- --only unit-utc test/domain/phone.test.ts   runs only these files of the stages
//   npm test -- --quick                types, lint, domain and the pure rules of the service
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  closingLine,
  readCounts,
  readFailures,
  sumCounts,
  type Counts,
  type Failure,
} from './counts.js';
import { runInLanes } from './lanes.js';
import { StageLog } from './stage-log.js';
import { cores, quickStages, stages, wholeMachine, type Stage } from './stages.js';

interface StageResult extends Counts {
  readonly name: string;
  readonly failures: readonly Failure[];
  readonly seconds: number;
}

const args = process.argv.slice(2);
if (args.includes('--list')) {
  for (const [name, { proves }] of Object.entries(stages))
    console.log(`${name.padEnd(17)} ${proves}`);
  process.exit(0);
}
const { chosen, files } = chosenStages();
const names = Object.keys(chosen);
const folder = mkdtempSync(join(tmpdir(), 'opus-test-'));
const log = new StageLog({ isStreamed: names.length === 1 });
const started = performance.now();
const jobs = Object.entries(chosen).map(([name, stage]) => ({ name, ...stage }));
const byName = await runInLanes(jobs, wholeMachine, ({ name }) => runStage(name, chosen[name]!));
log.end();
rmSync(folder, { recursive: true, force: true });

const results = names.map((name) => byName.get(name)!);
const cell = (value: number | string) => String(value).padStart(8);
const row = (name: string, cells: readonly (number | string)[]) =>
  `${name.padEnd(17)}${cells.map(cell).join('')}`;
console.log(`\n${row('stage', ['passed', 'failed', 'skipped', 'seconds'])}`);
for (const { name, passed, failed, skipped, seconds } of results) {
  const cells = [passed, failed, skipped, seconds.toFixed(1)];
  console.log(`${row(name, cells)}${failed + skipped > 0 ? '  <' : ''}`);
}
const total = sumCounts(results);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(row('together', [total.passed, total.failed, total.skipped, seconds]));
for (const { name, failures } of results)
  for (const { test, why } of failures)
    console.log(`\nfailed in ${name}: ${test}\n${why.replace(/^/gm, '    ')}`);
console.log(`\n${closingLine(total)}`);
process.exit(total.failed > 0 || total.skipped > 0 || total.passed === 0 ? 1 : 0);

function chosenStages(): { chosen: Readonly<Record<string, Stage>>; files: readonly string[] } {
  if (args.includes('--quick')) return { chosen: quickStages, files: [] };
  const at = args.indexOf('--only');
  if (at === -1) return { chosen: stages, files: [] };
  const prefixes = (args[at + 1] ?? '').split(',').filter(Boolean);
  const fits = (name: string, prefix: string) => name === prefix || name.startsWith(`${prefix}-`);
  const unknown = prefixes.filter(
    (prefix) => !Object.keys(stages).some((name) => fits(name, prefix)),
  );
  if (prefixes.length === 0 || unknown.length > 0) {
    const all = Object.keys(stages).join(', ');
    console.error(`No such stage: ${unknown.join(', ')}. There are: ${all}.`);
    process.exit(2);
  }
  const entries = Object.entries(stages).filter(([name]) =>
    prefixes.some((prefix) => fits(name, prefix)),
  );
  return { chosen: Object.fromEntries(entries), files: args.slice(at + 2) };
}

async function runStage(name: string, stage: Stage): Promise<StageResult> {
  const countsFile = join(folder, name);
  const begun = performance.now();
  const echo = log.begin(name, stage.proves);
  // A stage alone has the whole machine.
  const workers = names.length === 1 ? cores : 1;
  let code = 1;
  try {
    ({ code } = await stage.run({ files, env: { OPUS_COUNTS: countsFile }, echo, workers }));
  } catch (error) {
    echo(`${(error as Error).message}\n`);
  }
  const counts = readCounts(countsFile);
  // A stage that ended badly, or ran nothing, has failed whatever its counts say.
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  const failures = readFailures(countsFile);
  const result = { name, ...counts, failures, seconds: (performance.now() - begun) / 1000 };
  log.finish(name, result);
  return result;
}
