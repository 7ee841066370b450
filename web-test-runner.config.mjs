// Unit tests in Chromium. TZ sets the browser's time zone; see tools/test.mjs, which runs them in three.
import { readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { build } from 'vite';
import { launchOptions } from './tools/browser.mjs';
import { reportCounts } from './tools/counts.mjs';

/** Packages for tests only that still come as CommonJS, which no browser reads. */
const commonJs = ['finnish-ssn', '@navikt/fnrvalidator'];

/** Serves each of `commonJs` as one module. */
function commonJsPlugin() {
  const prefix = '/__commonjs__/';
  const bundled = new Map();
  const bundle = async (name) => {
    const [output] = await build({
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      build: {
        write: false,
        minify: false,
        lib: { entry: resolve('node_modules', name), formats: ['es'], fileName: 'index' },
      },
    });
    return output.output[0].code;
  };
  return {
    name: 'commonjs',
    resolveImport: ({ source }) =>
      commonJs.includes(source) ? `${prefix}${source}.js` : undefined,
    serve({ path }) {
      if (!path.startsWith(prefix)) return undefined;
      const name = path.slice(prefix.length, -'.js'.length);
      if (!bundled.has(name)) bundled.set(name, bundle(name));
      return bundled.get(name).then((body) => ({ body, type: 'js' }));
    },
  };
}

/** The server would send PGlite's file system as text; this answers with its bytes. */
async function binaryMiddleware(context, next) {
  if (!/^\/node_modules\/.*\.(data|tar\.gz)$/.test(context.path)) return next();
  context.type = 'application/octet-stream';
  context.body = await readFile(join(import.meta.dirname, decodeURIComponent(context.path)));
}

/** PGlite names Node's modules in branches that a browser never takes; they resolve to nothing here. */
function noNodePlugin() {
  const path = '/__no-node__.js';
  const isNode = (source) => source.startsWith('node:') || builtinModules.includes(source);
  return {
    name: 'no-node',
    resolveImport: ({ source, context }) =>
      isNode(source) && context.path.includes('/node_modules/') ? path : undefined,
    serve: (context) =>
      context.path === path ? { body: 'export default undefined;', type: 'js' } : undefined,
  };
}

/** Tells tools/test.mjs what was run. */
function countReporter() {
  const sum = (suite, counts) => {
    for (const test of suite.tests) {
      if (test.skipped) counts.skipped += 1;
      else if (test.passed) counts.passed += 1;
      else counts.failed += 1;
    }
    for (const inner of suite.suites) sum(inner, counts);
    return counts;
  };
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, passed, errors } of sessions) {
        const before = counts.failed;
        if (testResults) sum(testResults, counts);
        // A file that could not be loaded has no results, yet it failed.
        if ((!passed || errors.length > 0) && counts.failed === before) counts.failed += 1;
      }
      reportCounts(counts);
    },
  };
}

export default {
  files: [
    'test/**/*.test.ts',
    '!test/service/**',
    '!test/demo/**',
    '!test/e2e/**',
    '!test/storybook/**',
    '!test/tools/**',
    '!test/bench/**',
  ],
  rootDir: import.meta.dirname,
  nodeResolve: { exportConditions: ['development', 'browser'] },
  preserveSymlinks: true,
  concurrency: 2,
  middleware: [binaryMiddleware],
  plugins: [
    commonJsPlugin(),
    noNodePlugin(),
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: resolve(import.meta.dirname, 'tsconfig.json'),
    }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: await launchOptions(),
    }),
  ],
  // For a busy machine, and only there so that a test ends.
  testFramework: { config: { ui: 'bdd', timeout: 45_000 } },
  testsFinishTimeout: 180_000,
  testsStartTimeout: 60_000,
  browserStartTimeout: 60_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  coverageConfig: { include: ['src/**'], reportDir: 'coverage' },
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countReporter(),
  ],
};
