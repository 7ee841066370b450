import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { operatorKey, platformKey } from './test/e2e/keys.js';
import { launchOptions } from './tools/browser.js';

// Whole flows: a real Chromium against the real service on embedded PGlite with sample accounts.
// One worker, because two patients on one small clinic would take each other's times by accident.
const port = Number(process.env.E2E_PORT ?? 4391);

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list'], ['./tools/playwright-reporter.ts']],
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    launchOptions: await launchOptions(),
    locale: 'nb-NO',
    timezoneId: 'America/New_York',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 10_000,
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node --import tsx tools/start.ts',
    url: `http://127.0.0.1:${port}/readyz`,
    // The first start of a checkout sets up the sample accounts, beside other stages.
    timeout: 360_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: {
      PORT: String(port),
      DEMO: '1',
      DATABASE_URL: '',
      OPERATOR_KEY: operatorKey,
      PLATFORM_KEY: platformKey,
      DATA_DIR: join(mkdtempSync(join(tmpdir(), 'opus-e2e-')), 'data'),
    },
  },
});
