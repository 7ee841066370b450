// "npm test": every stage in order, each with its counts, and one closing line for all of them.
//   npm test -- --list                 names the stages
//   npm test -- --only unit,service    runs those (a name also stands for the stages that begin with it)
//   npm test -- --only unit-utc test/domain/phone.test.ts   runs only these files of the stages
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, readCounts, sumCounts } from './counts.mjs';
import { filesUnder } from './files.mjs';
import { startPostgres } from './postgres.mjs';
import { run } from './run.mjs';

const nodeTest = (files, env = {}) => {
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./tools/node-test-reporter.mjs',
    '--test-reporter-destination=stderr',
  ];
  const options = [
    '--import',
    'tsx',
    '--import',
    './tools/assert-at-once.mjs',
    '--test',
    '--test-concurrency=1',
  ];
  return run('node', [...options, ...reporters, ...files], { env });
};

const unit = (zone) => ({
  proves: `domain, elements and state in Chromium, browser in ${zone}`,
  run: ({ files, env }) =>
    run('wtr', files.length > 0 ? ['--files', ...files] : [], { env: { ...env, TZ: zone } }),
});

const service = (database) => ({
  proves: `the service on ${database === 'pglite' ? 'embedded PGlite' : 'a PostgreSQL server'}`,
  async run({ files, env }) {
    const all = filesUnder('test/service', /\.test\.ts$/);
    // What needs no database runs once. Races need connections side by side, which PGlite has not.
    const elsewhere = database === 'pglite' ? /\/race\// : /\/(core|node)\//;
    const own = all.filter((file) => !elsewhere.test(file));
    const chosen = files.length > 0 ? files : own;
    if (chosen.length === 0) return { code: 1 };
    const postgres = database === 'postgres' ? await startPostgres() : undefined;
    try {
      const url = postgres ? { TEST_DATABASE_URL: postgres.url } : {};
      return await nodeTest(chosen, { ...env, TEST_DATABASE: database, ...url });
    } finally {
      postgres?.stop();
    }
  },
});

const build = (target, proves) => ({
  proves,
  run: ({ env }) => run('node', ['tools/build.mjs', target], { env }),
});

const stages = {
  check: {
    proves: 'types, lint, templates, format, layers, manifest, coverage, dependencies',
    run: ({ env }) => run('node', ['tools/check.mjs'], { env }),
  },
  tools: {
    proves: 'the scripts of this folder',
    run: ({ files, env }) =>
      nodeTest(files.length > 0 ? files : filesUnder('test/tools', /\.test\.ts$/), env),
  },
  'unit-utc': unit('UTC'),
  'unit-oslo': unit('Europe/Oslo'),
  'unit-new-york': unit('America/New_York'),
  'service-pglite': service('pglite'),
  'service-postgres': service('postgres'),
  demo: {
    proves: 'how the demo starts and stops, and the pages it serves',
    run: ({ files, env }) =>
      nodeTest(files.length > 0 ? files : filesUnder('test/demo', /\.test\.ts$/), env),
  },
  lib: build('lib', 'the npm package builds, and publint agrees'),
  cdn: build('cdn', 'the CDN file builds'),
  storybook: build('storybook', 'the stories build'),
  'storybook-static': {
    proves: 'the built stories book a time with the service inside the page, without a network',
    run: ({ files, env }) =>
      run('playwright', ['test', '--config', 'tools/storybook.config.ts', ...files], { env }),
  },
  sizes: {
    proves: 'bytes over the wire stay in budget',
    run: ({ env }) => run('node', ['tools/sizes.mjs'], { env }),
  },
  stories: {
    proves: 'every story renders, plays and has no axe fault',
    run: ({ files, env }) =>
      run('vitest', ['run', '--config', '.storybook/vitest.config.ts', ...files], { env }),
  },
  e2e: {
    proves: 'whole flows in a real browser against the real service',
    run: ({ files, env }) => run('playwright', ['test', ...files], { env }),
  },
};

function chosenStages(args) {
  const at = args.indexOf('--only');
  if (at === -1) return { names: Object.keys(stages), files: [] };
  const asked = (args[at + 1] ?? '').split(',').filter(Boolean);
  const fits = (name, wanted) => name === wanted || name.startsWith(`${wanted}-`);
  const unknown = asked.filter((wanted) => !Object.keys(stages).some((name) => fits(name, wanted)));
  if (asked.length === 0 || unknown.length > 0) {
    console.error(
      `No such stage: ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`,
    );
    process.exit(2);
  }
  const names = Object.keys(stages).filter((name) => asked.some((wanted) => fits(name, wanted)));
  return { names, files: args.slice(at + 2) };
}

async function runStage(name, files, folder) {
  const countsFile = join(folder, name);
  const started = performance.now();
  console.log(`\n=== ${name}: ${stages[name].proves}\n`);
  let code = 1;
  try {
    ({ code } = await stages[name].run({ files, env: { OPUS_COUNTS: countsFile } }));
  } catch (error) {
    console.error(error.message);
  }
  const counts = readCounts(countsFile);
  // A stage that ended badly, or ran nothing, has failed whatever its counts say.
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return { name, ...counts, seconds: (performance.now() - started) / 1000 };
}

const args = process.argv.slice(2);
if (args.includes('--list')) {
  for (const [name, { proves }] of Object.entries(stages))
    console.log(`${name.padEnd(17)} ${proves}`);
  process.exit(0);
}
const { names, files } = chosenStages(args);
const folder = mkdtempSync(join(tmpdir(), 'opus-test-'));
const results = [];
for (const name of names) results.push(await runStage(name, files, folder));
rmSync(folder, { recursive: true, force: true });

const cell = (value) => String(value).padStart(8);
console.log(
  `\n${'stage'.padEnd(17)}${['passed', 'failed', 'skipped', 'seconds'].map(cell).join('')}`,
);
for (const { name, passed, failed, skipped, seconds } of results) {
  const cells = [passed, failed, skipped, seconds.toFixed(1)].map(cell).join('');
  console.log(`${name.padEnd(17)}${cells}${failed + skipped > 0 ? '  <' : ''}`);
}
const total = sumCounts(results);
console.log(`\n${closingLine(total)}`);
process.exit(total.failed > 0 || total.skipped > 0 || total.passed === 0 ? 1 : 0);
