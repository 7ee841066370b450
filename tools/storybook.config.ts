import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './browser.js';

// The built stories in a real Chromium, served by the test itself. "npm run build-storybook" builds them.
export default defineConfig({
  testDir: resolve(import.meta.dirname, '../test/storybook'),
  testMatch: '**/*.test.ts',
  outputDir: resolve(import.meta.dirname, '../test-results/storybook'),
  workers: 1,
  retries: 0,
  timeout: 120_000,
  // Built Storybook reads its whole index before the first story, beside other stages.
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ['./playwright-reporter.ts']],
  use: {
    browserName: 'chromium',
    launchOptions: await launchOptions(),
    locale: 'nb-NO',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
  },
});
