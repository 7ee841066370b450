// Everything that can be said of the code without running it. "check.mjs types lint" runs only those.
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { reportCounts } from './counts.mjs';
import { run } from './run.mjs';

const present = (folders) => folders.filter((folder) => existsSync(folder));

async function inOrder(...commands) {
  let output = '';
  for (const [command, ...args] of commands) {
    const result = await run(command, args, { echo: false });
    output += result.output;
    if (result.code !== 0) return { code: result.code, output };
  }
  return { code: 0, output };
}

function exactVersions() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const loose = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json: ${name} is "${version}", not one exact version.`);
  const lock = readFileSync('package-lock.json', 'utf8');
  const hosts = /"resolved": "http/.test(lock)
    ? ['package-lock.json names a registry host: see .npmrc.']
    : [];
  const reasons = existsSync('docs/dependencies.md')
    ? readFileSync('docs/dependencies.md', 'utf8')
    : '';
  const unexplained = Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => !reasons.includes(`\`${name}\``))
    .map((name) => `docs/dependencies.md gives no reason for ${name}.`);
  const faults = [...loose, ...hosts, ...unexplained];
  return { code: faults.length === 0 ? 0 : 1, output: faults.join('\n') };
}

/** name → what it proves and how; the slowest first, so that two cores stay busy. */
const checks = {
  templates: {
    proves: 'bindings and tags in Lit templates (lit-analyzer)',
    run: () => inOrder(['node', 'tools/templates.mjs']),
  },
  lint: { proves: 'eslint', run: () => inOrder(['eslint', '.', '--max-warnings', '0']) },
  types: {
    proves: 'TypeScript, and that src needs no Node types',
    run: () => inOrder(['tsc', '--noEmit'], ['tsc', '--noEmit', '-p', 'tools/tsconfig.src.json']),
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
    proves: 'custom-elements.json is fresh and valid',
    run: () => inOrder(['node', 'tools/manifest.mjs', 'check']),
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
    proves: 'versions are exact, each has its reason, the lock names no host',
    run: async () => exactVersions(),
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !checks[name]);
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`,
  );
  process.exit(2);
}
const waiting = Object.keys(checks).filter((name) => asked.length === 0 || asked.includes(name));
const failed = [];
let passed = 0;

async function worker() {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const started = performance.now();
    const { code, output } = await checks[name].run();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code === 0) passed += 1;
    else failed.push(name);
    const verdict = code === 0 ? 'ok    ' : 'FAILED';
    console.log(`${verdict} ${name.padEnd(13)} ${seconds.padStart(5)} s  ${checks[name].proves}`);
    if (code !== 0) console.log(output.trim().replace(/^/gm, '    '));
  }
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
reportCounts({ passed, failed: failed.length, skipped: 0 });
if (failed.length > 0) {
  console.error(`check: ${failed.length} failed (${failed.join(', ')})`);
  process.exit(1);
}
