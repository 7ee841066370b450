import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from '../tools/browser.js';
import { CountReporter, watchForLitWarnings } from '../tools/vitest-reporter.js';

// Every story is a test: it renders, its play function passes, axe finds nothing.
const configDir = dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  root: dirname(configDir),
  plugins: [storybookTest({ configDir })],
  test: {
    name: 'stories',
    reporters: ['default', new CountReporter()],
    onConsoleLog: watchForLitWarnings,
    // One of them starts PostgreSQL in the page.
    testTimeout: 120_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await launchOptions() }),
      instances: [{ browser: 'chromium' }],
      api: { host: '127.0.0.1' },
    },
  },
});
