// "npm run bench:messages": how much work a frame is while somebody scrolls through 100,000 sent SMS in the console: from the top, where
// pages come in as one scrolls, and in the middle once all of them are there; by a wheel that is turned fast, and by dragging the bar.
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../tools/browser.js';
import { fill } from './fill.js';
import { fillMessages } from './fill-messages.js';
import { frameWork, type FrameWork } from './frame-work.js';
import { startFilled } from './server.js';

const account = 'opusdentalklinikken';
const port = Number(process.env.BENCH_PORT ?? 4396);
const messages = Number(process.env.BENCH_MESSAGES ?? 100_000);
const frames = Number(process.env.BENCH_FRAMES ?? 600);

async function openSent(page: Page): Promise<void> {
  await page.goto(`http://console.localhost:${port}/${account}`);
  await page.locator('.person').first().click();
  await page.locator('nav#menu').waitFor();
  await page.evaluate(() => (location.hash = '#sms/sent'));
  await page.locator('opus-console-sms-box .page .line').first().waitFor();
}

/** Reads all pages of the list; answers its rows. */
async function readAll(page: Page): Promise<number> {
  const table = page.locator('opus-console-sms-box [role=table]');
  const started = performance.now();
  while ((await table.getAttribute('aria-rowcount')) === '-1') {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForTimeout(50);
    if (performance.now() - started > 1_800_000) throw new Error('The list does not end.');
  }
  return Number(await table.getAttribute('aria-rowcount')) - 1;
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

function print(what: string, { frames: count, median, p95, longest, heavy }: FrameWork): void {
  console.log(
    `${what}: ${count} frames, ${ms(median)} of work in the middle, ${ms(p95)} at the 95th percentile, ${ms(longest)} at most; ${heavy} above a frame of 60 Hz`,
  );
}

/** What tsx makes of functions with names calls it; in the page there is none. */
const nameShim = 'globalThis.__name ??= (made) => made;';

const stop = await startFilled(port, async (db) => {
  await fill(db, account, 2000);
  await fillMessages(db, account, messages);
});
const browser = await chromium.launch(await launchOptions());
try {
  const page = await browser.newPage({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.addInitScript(nameShim);
  await openSent(page);
  print('from the top, 120 pixels a frame', await frameWork(page, frames, 120));
  const started = performance.now();
  const rows = await readAll(page);
  console.log(`${rows} rows were read in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  const middle = () => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await middle();
  await page.waitForTimeout(2000);
  print('in the middle, 120 pixels a frame', await frameWork(page, frames, 120));
  await middle();
  await page.waitForTimeout(2000);
  print('in the middle, 1,500 pixels a frame', await frameWork(page, frames / 4, 1500));
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  console.log(`the page holds ${(usedSize / 1e6).toFixed(0)} MB`);
} finally {
  await browser.close();
  await stop();
}
