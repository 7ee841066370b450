// "npm run sizes": bytes over the wire, brotli, against the budgets of docs/architecture.md. Fails over budget.
// The whole page is measured in a real browser against the real service, every answer counted once.
import { mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import { register } from 'tsx/esm/api';
import { build } from 'vite';
import { launchOptions } from './browser.ts';
import { oneFileFrom } from './chunks.mjs';
import { reportCounts } from './counts.ts';
import { tight } from './tight.mjs';

const port = Number(process.env.SIZES_PORT ?? 4392);
const budgets = {
  calendar: { most: 12_000, what: 'opus-week-calendar alone, with lit' },
  first: { most: 30_000, what: 'to the first step, everything' },
  // The goal is 48 kB; docs/decisions/0007-size-of-the-whole-flow.md says why it is not reached. This may only fall.
  flow: { most: 70_000, what: 'whole flow, one language (images apart)' },
};

const brotli = (body) =>
  body.length === 0
    ? 0
    : brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }).length;

/** Bytes that a page needs to use the calendar's tag: its module and all that this imports at once. */
async function calendarAlone() {
  const entry = resolve('src/define/week-calendar.ts');
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: tight(),
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { formats: ['es'], entry },
      rolldownOptions: {
        preserveEntrySignatures: false,
        output: {
          minify: true,
          comments: { legal: false, annotation: false },
          codeSplitting: oneFileFrom(entry),
        },
      },
    },
  });
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set();
  const need = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    chunks.get(name)?.imports.forEach(need);
  };
  output.filter((chunk) => chunk.isEntry).forEach((chunk) => need(chunk.fileName));
  // A file without code of its own only names the other.
  const files = [...needed].filter(
    (name) => Object.keys(chunks.get(name)?.modules ?? {}).length > 0,
  );
  return files.map((name) => ({
    name,
    bytes: brotli(Buffer.from(chunks.get(name)?.code ?? '')),
  }));
}

async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'opus-sizes-'));
  const child = spawn('node', ['tools/start.mjs'], {
    env: {
      ...process.env,
      PORT: String(port),
      DEMO: '1',
      DATABASE_URL: '',
      DATA_DIR: join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk));
  const stop = async () => {
    const gone = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null && child.kill('SIGTERM')) await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + 90_000;
  while (Date.now() < until && child.exitCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (ready?.ok) return stop;
    await new Promise((done) => setTimeout(done, 200));
  }
  await stop();
  throw new Error(`The demo did not become ready on port ${port}:\n${log}`);
}

/** Keeps every answer that the page gets from now on. */
function recordAnswers(page) {
  const answers = [];
  page.on('response', (response) => {
    const request = response.request();
    const name = `${request.method()} ${new URL(response.url()).pathname}`;
    const body = response.body().catch(() => Buffer.alloc(0));
    const startedAt = request.timing().startTime;
    answers.push({ name, kind: request.resourceType(), body, startedAt });
  });
  return answers;
}

/** Notes in the page itself when the first step can be read: what is asked for later is not part of it. */
function watchFirstStep() {
  const look = () => {
    const root = document.querySelector('opus-booking')?.shadowRoot;
    const button = root?.querySelector('opus-clinic-picker')?.shadowRoot?.querySelector('button');
    if (button) window.firstStepAt = performance.timeOrigin + performance.now();
    else window.requestAnimationFrame(look);
  };
  window.requestAnimationFrame(look);
}

async function weigh(answers, { images }) {
  const counted = answers.filter(({ kind }) => images || kind !== 'image');
  return Promise.all(counted.map(async ({ name, body }) => ({ name, bytes: brotli(await body) })));
}

/** Says what was on screen when something did not come. */
async function withSight(page, action) {
  try {
    return await action();
  } catch (error) {
    const seen = await page
      .locator('body')
      .ariaSnapshot({ timeout: 2000 })
      .catch(() => 'nothing');
    throw new Error(`${error.message}\nThe page shows:\n${seen}`, { cause: error });
  }
}

async function wholePage() {
  const stop = await startDemo();
  const browser = await chromium.launch(await launchOptions());
  try {
    const origin = `http://opusdentalklinikken.localhost:${port}`;
    const page = await browser.newPage({ locale: 'nb-NO' });
    const answers = recordAnswers(page);
    const first = await withSight(page, async () => {
      await page.addInitScript(watchFirstStep);
      await page.goto(`${origin}/`, { waitUntil: 'commit' });
      await page.locator('opus-clinic-picker').getByRole('button').first().waitFor();
      const shownAt = await page.evaluate(() => window.firstStepAt);
      return weigh(
        answers.filter(({ startedAt }) => startedAt <= shownAt),
        { images: true },
      );
    });
    const flow = await withSight(page, async () => {
      await (
        await theWalk()
      )({ page, origin });
      await page.waitForLoadState('networkidle');
      return weigh(answers, { images: false });
    }).catch((error) => error);
    return { first, flow };
  } finally {
    await browser.close();
    await stop();
  }
}

/** How a patient walks from the first step to the receipt: the page object of the whole-flow tests. */
async function theWalk() {
  const path = resolve('test/e2e/booking-page.ts');
  register();
  const { walkToReceipt } = await import(path);
  return walkToReceipt;
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;
let page;
const measured = {
  calendar: calendarAlone,
  first: async () => (await (page ??= wholePage())).first,
  flow: async () => {
    const { flow } = await (page ??= wholePage());
    if (flow instanceof Error) throw flow;
    return flow;
  },
};

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [key, { most, what }] of Object.entries(budgets)) {
  try {
    const parts = await measured[key]();
    if (parts.length === 0) throw new Error('nothing was measured');
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const verdict = total <= most ? 'ok' : 'OVER';
    counts[total <= most ? 'passed' : 'failed'] += 1;
    console.log(
      `${verdict.padEnd(5)}${what.padEnd(42)}${kilo(total).padStart(10)} of ${kilo(most)}`,
    );
    for (const { name, bytes } of parts.sort((a, b) => b.bytes - a.bytes)) {
      if (bytes > 0) console.log(`       ${kilo(bytes).padStart(10)}  ${name}`);
    }
  } catch (error) {
    counts.failed += 1;
    console.error(`FAILED ${what}: ${error.message}`);
  }
}
reportCounts(counts);
process.exit(counts.failed > 0 ? 1 : 0);
