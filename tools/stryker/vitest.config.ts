import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const here = (file: string) => resolve(import.meta.dirname, file);

/** The tests of pure functions, all in Node: they need no browser and no database. */
export default defineConfig({
  resolve: {
    alias: {
      '@open-wc/testing': here('open-wc-testing.ts'),
      'node:test': here('node-test.ts'),
    },
  },
  test: {
    root: here('../..'),
    include: ['test/domain/**/*.test.ts', 'test/service/core/*.test.ts'],
    // Thousands of random walks take too long to repeat for each change, and ask mocha for time. EXAMPLES=1 leaves out all
    // properties, for files whose every change would run them for seconds.
    exclude: [
      'test/domain/booking-flow.walk.test.ts',
      ...(process.env.EXAMPLES ? ['**/*.property.test.ts', '**/validity.test.ts'] : []),
    ],
    setupFiles: [here('no-shrinking.ts')],
    globals: true,
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 60_000,
  },
});
