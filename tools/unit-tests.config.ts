// Unit tests in Chromium, by web-test-runner. TZ sets the browser's time zone; tools/stages.ts says which file runs in which.
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { defaultReporter, type Reporter, type TestRunnerConfig } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { launchOptions } from './browser.js';
import { engineLauncher } from './browsers/launcher.js';
import { reportCounts, reportFailure, type Counts } from './counts.js';
import { bundleForBrowser } from './unit-bundle.js';
import { unitTests } from './unit-files.js';
import { writePages } from './unit-pages.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];
type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];
type TestSuite = NonNullable<
  Parameters<NonNullable<Reporter['onTestRunFinished']>>[0]['sessions'][number]['testResults']
>;

const root = resolve(import.meta.dirname, '..');
/** Another browser than Chromium: tools/engines.ts. */
const engine = process.env.UNIT_ENGINE;

/** What the browser opens: the files that the command line names after `--files`, else pages of those of `UNIT_TESTS`. */
function chosenPages(): string[] {
  const at = process.argv.indexOf('--files');
  const rest = at === -1 ? [] : process.argv.slice(at + 1);
  const end = rest.findIndex((arg) => arg.startsWith('--'));
  const named = end === -1 ? rest : rest.slice(0, end);
  if (named.some((name) => name.includes('*'))) return unitTests();
  if (named.length > 0) return named.map((name) => relative(root, resolve(name)));
  const files = process.env.UNIT_TESTS?.split(' ') ?? unitTests();
  return writePages(files);
}

const pages = chosenPages();

/** Serves every page of tests with what it imports already put together. */
function bundlePlugin(): Plugin {
  let bundle: Promise<Map<string, string>> | undefined;
  return {
    name: 'bundle',
    serverStart() {
      bundle = bundleForBrowser(root, pages);
      // Whoever asks for a file gets the failure.
      bundle.catch(() => undefined);
    },
    async serve({ path }) {
      const body = (await bundle)?.get(path);
      if (body === undefined) return undefined;
      // What tests share has its hash in its name.
      const isShared = path.startsWith('/__unit__/');
      return {
        body,
        type: 'js',
        ...(isShared ? { headers: { 'cache-control': 'public, max-age=3600, immutable' } } : {}),
      };
    },
  };
}

/** The server would send PGlite's file system as text; this answers with its bytes. */
const binaryMiddleware: Middleware = async (context, next) => {
  if (!/^\/node_modules\/.*\.(data|tar\.gz)$/.test(context.path)) {
    await next();
    return;
  }
  context.type = 'application/octet-stream';
  context.body = await readFile(join(root, decodeURIComponent(context.path)));
};

/** PGlite names Node's modules in branches that a browser never takes; they resolve to nothing here. */
function noNodePlugin(): Plugin {
  const path = '/__no-node__.js';
  const isNode = (source: string) => source.startsWith('node:') || builtinModules.includes(source);
  return {
    name: 'no-node',
    resolveImport: ({ source, context }) =>
      isNode(source) && context.path.includes('/node_modules/') ? path : undefined,
    serve: (context) =>
      context.path === path ? { body: 'export default undefined;', type: 'js' } : undefined,
  };
}

/** A warning of Lit that an element renders twice fails the test in which it comes: Lit gives it once a page and element. */
const failOnLitWarnings = `
  const { warn } = console;
  console.warn = (...values) => {
    warn(...values);
    if (/lit\\.dev\\/msg\\/change-in-update/.test(values[0])) reportError(new Error(values[0]));
  };`;

function addCounts(suite: TestSuite, counts: Counts, path = suite.name): void {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else {
      counts.failed += 1;
      reportFailure({ test: `${path} › ${test.name}`, why: test.error?.message ?? '' });
    }
  }
  for (const inner of suite.suites) addCounts(inner, counts, `${path} › ${inner.name}`);
}

/** Tells tools/test.ts what was run. */
function countReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { testFile, testResults, passed, errors } of sessions) {
        const before = counts.failed;
        if (testResults) addCounts(testResults, counts);
        // A file that could not be loaded has no results, yet it failed.
        if ((!passed || errors.length > 0) && counts.failed === before) {
          counts.failed += 1;
          const why = errors.map(({ message }) => message).join('\n');
          reportFailure({ test: testFile ?? 'a page of tests', why });
        }
      }
      reportCounts(counts);
    },
  };
}

const config: TestRunnerConfig = {
  files: pages,
  rootDir: root,
  concurrency: 2,
  middleware: [binaryMiddleware],
  plugins: [bundlePlugin(), noNodePlugin()],
  browsers: [
    engine
      ? engineLauncher(engine, Number(process.env.ENGINE_PORT ?? 4425))
      : playwrightLauncher({ product: 'chromium', launchOptions: await launchOptions() }),
  ],
  // For a busy machine, and only there so that a test ends.
  testFramework: { config: { ui: 'bdd', timeout: 45_000 } },
  testsFinishTimeout: 180_000,
  testsStartTimeout: 60_000,
  browserStartTimeout: 60_000,
  testRunnerHtml: (runner) => `<!doctype html>
    <html>
      <body>
        <script>${failOnLitWarnings}</script>
        <script type="module" src="${runner}"></script>
      </body>
    </html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countReporter(),
  ],
};

export default config;
