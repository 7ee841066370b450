import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import base from '../playwright.config.js';

// "npm run screens": the service of the whole-flow tests, and pictures in place of claims. Make them small before a
// commit: pngquant --force --ext .png --strip 64 docs/screens/*.png
export default defineConfig({
  ...base,
  testDir: '../test/screens',
  testMatch: '*.screens.ts',
  outputDir: '../test-results',
  reporter: [['list']],
  timeout: 180_000,
  // Its folder is taken from this file otherwise.
  webServer: Object.assign({}, base.webServer, { cwd: join(import.meta.dirname, '..') }),
});
