// Every check of the code that does not run it. "npm run check -- types lint" runs only those.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { typescriptNative } from './compilers.js';
import { reportCounts, reportFailure } from './counts.js';
import { run } from './run.js';

const present = (folders: string[]) => folders.filter((folder) => existsSync(folder));

interface Result {
  code: number;
  output: string;
}

async function inOrder(...commands: [string, ...string[]][]): Promise<Result> {
  let output = '';
  for (const [command, ...args] of commands) {
    const result = await run(command, args, { echo: false });
    output += result.output;
    if (result.code !== 0) return { code: result.code, output };
  }
  return { code: 0, output };
}

interface PackageJson {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const reasonsFile = 'docs/dependencies.md';
/** One version, also of a package that is installed under another name. */
const exactVersion = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

/** What is wrong with the dependencies of one package.json; packages of the workspace may depend on each other by `*`. */
function dependencyFaults(file: string, ownNames: readonly string[], reasons: string): string[] {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(file, 'utf8')) as PackageJson;
  const packages = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([name]) => !ownNames.includes(name),
  );
  return [
    ...packages
      .filter(([, version]) => !exactVersion.test(version))
      .map(([name, version]) => `${file}: ${name} is "${version}", not one exact version.`),
    ...packages
      .filter(([name]) => !reasons.includes(`\`${name}\``))
      .map(([name]) => `${reasonsFile} gives no reason for ${name} of ${file}.`),
  ];
}

function checkDependencies(): Result {
  const files = present(['package.json', 'service/package.json']);
  const ownNames = files.map(
    (file) => (JSON.parse(readFileSync(file, 'utf8')) as PackageJson).name,
  );
  const reasons = readFileSync(reasonsFile, 'utf8');
  const lock = readFileSync('package-lock.json', 'utf8');
  const faults = [
    ...files.flatMap((file) => dependencyFaults(file, ownNames, reasons)),
    ...(/"resolved": "http/.test(lock)
      ? ['package-lock.json names a registry host: see .npmrc.']
      : []),
  ];
  return { code: faults.length === 0 ? 0 : 1, output: faults.join('\n') };
}

/** name → what it proves and how; the slowest first, so that two cores stay busy. */
const checks: Record<string, { proves: string; run: () => Promise<Result> }> = {
  templates: {
    proves: 'bindings and tags in Lit templates (lit-analyzer)',
    run: () => inOrder(['tsx', 'tools/templates.ts']),
  },
  lint: { proves: 'eslint', run: () => inOrder(['eslint', '.', '--max-warnings', '0']) },
  types: {
    proves: 'TypeScript, and that src needs no Node types',
    run: () =>
      inOrder(
        [typescriptNative, '--noEmit'],
        [typescriptNative, '--noEmit', '-p', 'tools/tsconfig.src.json'],
      ),
  },
  browsers: {
    proves: 'src uses nothing that the oldest browsers lack (docs/browsers.md)',
    run: () => inOrder(['tsx', 'tools/baseline/check.ts']),
  },
  format: {
    proves: 'prettier',
    run: () => inOrder(['prettier', '--check', '--log-level', 'warn', '.']),
  },
  layers: {
    proves: 'imports go down only, no cycles (dependency-cruiser)',
    run: () =>
      inOrder([
        'depcruise',
        ...present(['src', 'service', 'demo', 'stories', 'test']),
        '--config',
        'tools/layers.config.cjs',
      ]),
  },
  manifest: {
    proves: 'custom-elements.json is fresh and valid, and so are the types and data made from it',
    run: () =>
      inOrder(['tsx', 'tools/manifest.ts', 'check'], ['tsx', 'tools/frameworks.ts', 'check']),
  },
  coverage: {
    proves: 'each built requirement has a test, no export is used by tests only',
    run: () => inOrder(['tsx', 'tools/coverage.ts']),
  },
  messages: {
    proves: 'docs/messages.md is fresh',
    run: () => inOrder(['tsx', 'tools/messages.ts', '--check']),
  },
  dependencies: {
    proves: 'versions are exact in both packages, each has its reason, the lock names no host',
    run: async () => checkDependencies(),
  },
};

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !checks[name]);
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`,
  );
  process.exit(2);
}
const waiting = Object.keys(checks).filter(
  (name) => requested.length === 0 || requested.includes(name),
);
const failed: string[] = [];
let passed = 0;

async function worker(): Promise<void> {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const check = checks[name];
    if (!check) continue;
    const started = performance.now();
    const { code, output } = await check.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code === 0) passed += 1;
    else failed.push(name);
    const verdict = code === 0 ? 'ok    ' : 'FAILED';
    console.log(`${verdict} ${name.padEnd(13)} ${seconds.padStart(5)} s  ${check.proves}`);
    if (code === 0) continue;
    console.log(output.trim().replace(/^/gm, '    '));
    reportFailure({ test: name, why: output });
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
reportCounts({ passed, failed: failed.length, skipped: 0 });
if (failed.length > 0) {
  console.error(`check: ${failed.length} failed (${failed.join(', ')})`);
  process.exit(1);
}
