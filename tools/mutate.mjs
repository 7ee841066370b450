// "npm run faults": plants each fault of test/mutations.json in a copy of the project and expects its test to fail.
//   {"name": "…", "file": "src/…", "find": "a < b", "replace": "a <= b", "test": "npm test -- --only unit-utc test/domain/week.test.ts"}
// "-- NAME" runs only faults whose name contains NAME. A fault that no test sees has escaped.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from './run.ts';

const list = 'test/mutations.json';
const copy = resolve('.cache/faults');
/** A fault may make its test stand still: that is seen too. */
const mostSeconds = 300;
const left = new Set([
  'node_modules',
  '.git',
  '.cache',
  '.data',
  'dist',
  'cdn',
  'storybook-static',
]);

/** Text of the source with the fault in it; throws when the place is not there exactly once. */
export function plant(source, { name, file, find, replace }) {
  const places = source.split(find).length - 1;
  if (places !== 1)
    throw new Error(`${name}: "${find}" stands ${places} times in ${file}, not once.`);
  return source.replace(find, () => replace);
}

function copyProject() {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  const files = execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '-z',
  ])
    .toString()
    .split('\0')
    .filter((file) => file && existsSync(file) && !left.has(file.split('/')[0]));
  for (const file of files) cpSync(file, join(copy, file));
  // Hard links: the same packages at a path of their own, in half a second and no space.
  execFileSync('cp', ['-al', resolve('node_modules'), join(copy, 'node_modules')]);
}

async function outcomeOf(fault) {
  const path = join(copy, fault.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, plant(source, fault));
  try {
    const { code, seconds } = await run('bash', ['-c', fault.test], {
      cwd: copy,
      echo: false,
      seconds: mostSeconds,
    });
    return { outcome: code === 0 ? 'ESCAPED' : 'caught', seconds };
  } finally {
    writeFileSync(path, source);
  }
}

async function main() {
  const wanted = process.argv[2] ?? '';
  const faults = JSON.parse(readFileSync(list, 'utf8')).filter(({ name }) => name.includes(wanted));
  if (faults.length === 0) throw new Error(`${list} has no fault named "${wanted}".`);
  copyProject();

  // A test that fails without the fault would "catch" anything.
  for (const test of new Set(faults.map((fault) => fault.test))) {
    const { code, output } = await run('bash', ['-c', test], { cwd: copy, echo: false });
    if (code !== 0)
      throw new Error(`"${test}" fails before any fault is planted:\n${output.slice(-3000)}`);
  }

  const rows = [];
  for (const fault of faults) {
    const row = await outcomeOf(fault).catch((error) => {
      console.error(error.message);
      return { outcome: 'UNPLANTED', seconds: 0 };
    });
    rows.push({ ...fault, ...row });
    console.log(
      `${row.outcome.padEnd(9)} ${row.seconds.toFixed(1).padStart(6)} s  ${fault.name} (${fault.file})`,
    );
  }
  rmSync(copy, { recursive: true, force: true });
  const caught = rows.filter(({ outcome }) => outcome === 'caught').length;
  console.log(`\nfaults: ${caught} caught, ${rows.length - caught} escaped or not planted`);
  process.exit(caught === rows.length ? 0 : 1);
}

if (process.argv[1] === import.meta.filename) {
  await main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
