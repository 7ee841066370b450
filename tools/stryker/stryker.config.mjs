// "npm run mutate": StrykerJS changes src/domain and service/core and expects their tests to fail; outside CI.
//   npm run mutate -- --mutate src/domain/phone.ts        one file
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'tools/stryker/vitest.config.ts' },
  mutate: ['src/domain/**/*.ts', 'service/core/**/*.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 20_000,
  // Texts of errors and options of Intl are no rules.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignoreStatic: true,
  tempDirName: '.cache/stryker',
  incremental: true,
  incrementalFile: '.cache/stryker-incremental.json',
  ignorePatterns: ['dist', 'cdn', '.data', '.cache', 'storybook-static', 'docs', 'findings'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: '.cache/stryker.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
