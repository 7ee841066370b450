// The example projects, built with the package as it is packed, and a time booked on each page.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from '@playwright/test';
import { launchOptions } from '../../tools/browser.js';
import { bookOn } from '../../tools/built-page.js';
import { typescriptNative } from '../../tools/compilers.js';
import { must, unpackBeside } from '../../tools/packed-package.js';
import { startDemo } from '../../tools/running-demo.js';

const root = resolve(import.meta.dirname, '../..');
const examples = join(root, 'demo/examples');
const demoPort = Number(process.env.EXAMPLES_PORT ?? 4397);
const service = `http://opusdentalklinikken.localhost:${demoPort}`;

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

describe('the examples of frameworks', { timeout: 180_000 }, () => {
  let work: string;
  let browser: Browser | undefined;
  let stop: () => Promise<void> = async () => {};

  before(async () => {
    work = mkdtempSync(join(tmpdir(), 'opus-examples-'));
    assert.ok(existsSync(join(root, 'dist')), 'npm run build:lib comes first');
    // One by one: whatever has been started is stopped when the next does not come.
    stop = await startDemo(demoPort);
    browser = await chromium.launch(await launchOptions());
    await unpackBeside(work);
  });
  after(async () => {
    await browser?.close();
    await stop();
    rmSync(work, { recursive: true, force: true });
  });

  for (const [index, name] of ['react', 'vue'].entries()) {
    it(`[P-49] ${name}: what it asks for is what it is tried with here`, () => {
      const { dependencies, devDependencies } = manifestOf(join(examples, name));
      for (const [wanted, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        const installed = manifestOf(join(work, 'node_modules', wanted));
        assert.equal(version, installed.version, wanted);
      }
    });

    it(`[P-49] ${name}: its types fit, it builds, and a patient books a time on its page`, async () => {
      const folder = join(work, name);
      cpSync(join(examples, name), folder, { recursive: true });
      await must(process.execPath, [join(root, typescriptNative), '-p', folder], root);
      await must('vite', ['build'], folder, { VITE_SERVICE: service });
      await bookOn(browser!, join(folder, 'dist'), { demoPort, number: 310 + index });
    });
  }
});
