// The stages of "npm test": what each proves, and how it is run.
import { availableParallelism } from 'node:os';
import { filesUnder } from './files.js';
import type { Room } from './lanes.js';
import { runNodeTests } from './node-tests.js';
import { startPostgres } from './postgres.js';
import { run, type RunOptions } from './run.js';
import { unitTests } from './unit-files.js';
import { touchesTime } from './zones.js';

/** What a stage is run with. */
export interface StageInput {
  /** Test files to run instead of the stage's own. */
  readonly files: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly echo: NonNullable<RunOptions['echo']>;
  /** How many tests at a time. */
  readonly workers: number;
}

export interface Stage extends Room {
  readonly proves: string;
  /** Stages whose outcome it uses. */
  readonly after?: readonly string[];
  readonly run: (input: StageInput) => Promise<{ code: number }>;
}

/** Most stages run in one lane; nearly all that start the service open one embedded database. */
const oneLane: Room = { lanes: 1, databases: 0 };
const oneLaneAndDatabase: Room = { lanes: 1, databases: 1 };

/** Cores that the stages share. */
export const cores = Math.min(2, availableParallelism());

/** A stage waits about a third of its time, for a page or a clock: three lanes keep two cores busy. */
export const wholeMachine: Room = { lanes: cores + 1, databases: 2 };

const testFiles = (folder: string) => filesUnder(folder, /\.test\.ts$/);

const script =
  (name: string, ...args: readonly string[]): Stage['run'] =>
  ({ env, echo }) =>
    run('npm', ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])], {
      env,
      echo,
    });

const inNode =
  (ownFiles: () => readonly string[], own: Readonly<Record<string, string>> = {}): Stage['run'] =>
  ({ files, env, ...input }) =>
    runNodeTests(files.length > 0 ? files : ownFiles(), { ...input, env: { ...env, ...own } });

const unit = (
  zone: string,
  isIn: (file: string) => boolean,
  which: string,
  room = oneLane,
): Stage => ({
  ...room,
  proves: `${which} in Chromium, browser in ${zone}`,
  run({ files, env, echo, workers }) {
    const chosen = files.length > 0 ? files : unitTests().filter(isIn);
    const ownEnv = { UNIT_TESTS: chosen.join(' '), TZ: zone };
    return run('wtr', ['--concurrency', String(workers)], { env: { ...env, ...ownEnv }, echo });
  },
});

/** Tests of the service that ask a database; rules without one, and what knows only Node, have stages of their own. */
const serviceFiles = (database: 'pglite' | 'postgres') =>
  testFiles('test/service').filter(
    (file) =>
      !/\/service\/(?:core|node)\//.test(file) &&
      // Races need connections side by side, which PGlite has not; walks are of every call or kind, and take long enough once.
      (database === 'postgres' || !/\/service\/(?:race|walks)\//.test(file)),
  );

/** Of the unit tests, those that run the service in the page on an embedded database. */
const isWithService = (file: string) => file.startsWith('test/service-in-browser/');
const isWithoutService = (file: string) => !isWithService(file);
/** Tests of the service do not depend on the browser's zone: test/service/core/repeated-hour.test.ts. */
const isOfTime = (file: string) => touchesTime(file) && isWithoutService(file);

/** The long ones first, and those with a database, so that the short ones fill the lanes at the end. */
export const stages: Readonly<Record<string, Stage>> = {
  check: {
    lanes: 2,
    databases: 0,
    proves: 'types, lint, templates, format, layers, manifest, coverage, dependencies',
    run: script('check'),
  },
  cdn: { ...oneLane, proves: 'the CDN file builds', run: script('build:cdn') },
  e2e: {
    ...oneLaneAndDatabase,
    proves: 'whole flows in a real browser against the real service',
    after: ['cdn'],
    run: ({ files, env, echo }) => run('playwright', ['test', ...files], { env, echo }),
  },
  'service-postgres': {
    ...oneLane,
    proves: 'the service on a PostgreSQL server',
    async run(input) {
      const postgres = await startPostgres();
      try {
        const env = { TEST_DATABASE: 'postgres', TEST_DATABASE_URL: postgres.url };
        return await inNode(() => serviceFiles('postgres'), env)(input);
      } finally {
        postgres.stop();
      }
    },
  },
  'service-pglite': {
    ...oneLaneAndDatabase,
    proves: 'the service on embedded PGlite',
    run: inNode(() => serviceFiles('pglite'), { TEST_DATABASE: 'pglite' }),
  },
  stories: {
    ...oneLaneAndDatabase,
    proves: 'every story renders, plays and has no axe fault',
    run: ({ files, env, echo }) =>
      run('vitest', ['run', '--config', '.storybook/vitest.config.ts', ...files], { env, echo }),
  },
  'service-node': {
    ...oneLaneAndDatabase,
    proves: 'the service as a process: its data folder, its environment, its gateways',
    run: inNode(() => testFiles('test/service/node')),
  },
  'unit-new-york': unit('America/New_York', isWithoutService, 'domain, elements and state'),
  'service-package': {
    ...oneLaneAndDatabase,
    proves: 'the service as a package of its own, with production dependencies only',
    run: inNode(() => testFiles('test/service-package')),
  },
  storybook: { ...oneLane, proves: 'the stories build', run: script('build-storybook') },
  demo: {
    ...oneLaneAndDatabase,
    proves: 'how the demo starts and stops, and the pages it serves',
    after: ['cdn'],
    run: inNode(() => testFiles('test/demo')),
  },
  examples: {
    ...oneLaneAndDatabase,
    proves: 'the example projects build with the packed package, and book a time',
    after: ['cdn', 'lib'],
    run: inNode(() => testFiles('test/examples')),
  },
  'unit-service': unit(
    'America/New_York',
    isWithService,
    'the service inside a page',
    oneLaneAndDatabase,
  ),
  sizes: {
    ...oneLaneAndDatabase,
    proves: 'bytes over the wire stay in budget',
    after: ['cdn'],
    run: script('sizes'),
  },
  'storybook-static': {
    ...oneLaneAndDatabase,
    proves: 'the built stories book a time with the service inside the page, without a network',
    after: ['storybook'],
    run: ({ files, env, echo }) =>
      run('playwright', ['test', '--config', 'tools/storybook.config.ts', ...files], {
        env,
        echo,
      }),
  },
  'unit-utc': unit('UTC', isOfTime, 'what depends on time'),
  'unit-oslo': unit('Europe/Oslo', isOfTime, 'what depends on time'),
  tools: {
    ...oneLane,
    proves: 'the scripts of this project',
    after: ['cdn'],
    run: inNode(() => testFiles('test/tools')),
  },
  'service-core': {
    ...oneLane,
    proves: 'the pure rules of the service',
    run: inNode(() => testFiles('test/service/core')),
  },
  lib: {
    ...oneLane,
    proves: 'the npm package builds, and publint agrees',
    run: script('build:lib'),
  },
};

/** "npm run test:quick": what says most in a minute. */
export const quickStages: Readonly<Record<string, Stage>> = {
  check: { ...oneLane, proves: 'types and lint', run: script('check', 'types', 'lint') },
  'unit-new-york': unit('America/New_York', (file) => file.startsWith('test/domain/'), 'domain'),
  'service-core': stages['service-core']!,
};
