// "npm run mutations": plants each fault of test/mutations.json in a copy of the project and expects its tests to fail.
//   npm run mutations -- N-01         only the faults whose name contains "N-01"
//   npm run mutations -- --check      runs no test: says whether each fault still fits its file
//   npm run mutations -- --relocate   the same, and writes the new path of code that has moved to another file
// A fault that no test sees has escaped.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { filesUnder } from './files.js';
import { run } from './run.js';

/** One planted fault. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** Test files, all of one stage, of which at least one has to fail. */
  readonly tests: readonly string[];
  /** For tests of the service: PGlite unless told. */
  readonly database?: 'postgres';
}

const list = 'test/mutations.json';
const copy = resolve('.cache/mutations');
/** A fault may make its test hang: then it counts as seen. */
const maxSeconds = 180;
const notCopied = new Set([
  'node_modules',
  '.git',
  '.cache',
  '.data',
  'dist',
  'cdn',
  'storybook-static',
]);

export function readMutations(): Mutation[] {
  return JSON.parse(readFileSync(list, 'utf8')) as Mutation[];
}

/** Text of the source with the fault in it; throws when its place is not there exactly once. */
export function plant(
  source: string,
  { name, file, find, replace }: Pick<Mutation, 'name' | 'file' | 'find' | 'replace'>,
): string {
  const places = source.split(find).length - 1;
  if (places !== 1) throw new Error(`${name}: "${find}" is ${places} times in ${file}, not once.`);
  return source.replace(find, () => replace);
}

/** What is wrong with a fault's file, text or tests; undefined when it can be planted. */
export function problemOf(mutation: Mutation): string | undefined {
  const { name, file, find, replace, tests } = mutation;
  if (!existsSync(file)) return `${name}: there is no ${file}.`;
  const missing = tests.find((test) => !existsSync(test));
  if (missing !== undefined) return `${name}: there is no ${missing}.`;
  if (tests.length === 0) return `${name}: has no test.`;
  if (find === replace) return `${name}: changes nothing.`;
  try {
    plant(readFileSync(file, 'utf8'), mutation);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Files of the product in which the fault's text stands exactly once. */
function filesWith({ find }: Mutation): string[] {
  return ['src', 'service', 'demo']
    .flatMap((folder) => filesUnder(folder, /\.(?:ts|js)$/))
    .filter((file) => !file.includes('node_modules'))
    .filter((file) => readFileSync(file, 'utf8').split(find).length === 2);
}

/** Prints what no longer fits, with the files that the code may have moved to; true when all fits. */
function check(mutations: readonly Mutation[], isRelocating: boolean): boolean {
  const checked = mutations.map((mutation) => {
    const problem = problemOf(mutation);
    if (problem === undefined) return { mutation, isRight: true };
    const files = filesWith(mutation);
    const [file] = files;
    if (isRelocating && file !== undefined && files.length === 1) {
      const moved = { ...mutation, file };
      if (problemOf(moved) === undefined) {
        console.log(`${mutation.name}: ${mutation.file} → ${file}`);
        return { mutation: moved, isRight: true };
      }
    }
    const hint = files.length > 0 ? ` It stands once in ${files.join(', ')}.` : '';
    console.error(problem + hint);
    return { mutation, isRight: false };
  });
  if (isRelocating) {
    writeFileSync(
      list,
      `${JSON.stringify(
        checked.map(({ mutation }) => mutation),
        null,
        2,
      )}\n`,
    );
    execFileSync('node', ['node_modules/prettier/bin/prettier.cjs', '--write', list]);
  }
  const wrong = checked.filter(({ isRight }) => !isRight).length;
  console.log(`mutations: ${checked.length - wrong} of ${checked.length} can be planted`);
  return wrong === 0;
}

/** The shell command that runs a fault's tests. */
function commandFor({ tests, database }: Mutation): string {
  const files = tests.join(' ');
  if (tests.every((test) => test.startsWith('test/service/core/'))) {
    return `node --import tsx --test ${files}`;
  }
  if (tests.every((test) => test.startsWith('test/service/node/'))) {
    return `npm test -- --only service-node ${files}`;
  }
  if (tests.every((test) => test.startsWith('test/service/'))) {
    return `npm test -- --only service-${database ?? 'pglite'} ${files}`;
  }
  if (tests.every((test) => test.startsWith('test/demo/')))
    return `npm test -- --only demo ${files}`;
  return `npm test -- --only unit-utc ${files}`;
}

function copyProject(): void {
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
    .filter((file) => file && existsSync(file) && !notCopied.has(file.split('/')[0] ?? ''));
  for (const file of files) cpSync(file, join(copy, file));
  // Hard links: the same packages at a path of their own, in half a second and no space.
  execFileSync('cp', ['-al', resolve('node_modules'), join(copy, 'node_modules')]);
}

async function outcomeOf(mutation: Mutation): Promise<{ outcome: string; seconds: number }> {
  const path = join(copy, mutation.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, plant(source, mutation));
  try {
    const { code, isOver, seconds } = await run('bash', ['-c', commandFor(mutation)], {
      cwd: copy,
      echo: false,
      seconds: maxSeconds,
    });
    if (isOver) return { outcome: 'timed out', seconds };
    return { outcome: code === 0 ? 'ESCAPED' : 'caught', seconds };
  } finally {
    writeFileSync(path, source);
  }
}

async function plantAll(mutations: readonly Mutation[]): Promise<boolean> {
  copyProject();
  // A test that fails without the fault would "catch" anything.
  for (const command of new Set(mutations.map(commandFor))) {
    const { code, output } = await run('bash', ['-c', command], {
      cwd: copy,
      echo: false,
      seconds: 2 * maxSeconds,
    });
    if (code !== 0) {
      throw new Error(`"${command}" fails before any fault is planted:\n${output.slice(-3000)}`);
    }
  }
  let caught = 0;
  for (const mutation of mutations) {
    const { outcome, seconds } = await outcomeOf(mutation);
    if (outcome !== 'ESCAPED') caught += 1;
    const time = `${seconds.toFixed(1).padStart(6)} s`;
    console.log(`${outcome.padEnd(9)} ${time}  ${mutation.name} (${mutation.file})`);
  }
  rmSync(copy, { recursive: true, force: true });
  console.log(`\nmutations: ${caught} caught, ${mutations.length - caught} escaped`);
  return caught === mutations.length;
}

async function main(): Promise<boolean> {
  const args = process.argv.slice(2);
  const name = args.find((arg) => !arg.startsWith('--')) ?? '';
  const mutations = readMutations().filter((mutation) => mutation.name.includes(name));
  if (mutations.length === 0) throw new Error(`${list} has no fault named "${name}".`);
  const isRelocating = args.includes('--relocate');
  if (isRelocating && name !== '') throw new Error('--relocate is for all faults at once.');
  const isRight = check(mutations, isRelocating);
  if (!isRight || isRelocating || args.includes('--check')) return isRight;
  return plantAll(mutations);
}

if (process.argv[1] === import.meta.filename) {
  const isRight = await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  process.exit(isRight ? 0 : 1);
}
