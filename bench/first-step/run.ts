// "npm run bench:first-step": how long a patient on a slow connection looks at an empty hosted page: until the first card can be read in the
// page's own HTML (decision 32), and until the widget shows it, which is how long it took before.
import { chromium, type Browser } from '@playwright/test';
import { launchOptions } from '../../tools/browser.js';
import { startDemo } from '../../tools/running-demo.js';

const port = Number(process.env.BENCH_PORT ?? 4396);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const accounts = ['opusdentalklinikken', 'kjeden', 'demoklinikka'];

/** 400 kbit/s each way with 400 ms for a round trip, on a processor four times as slow. */
const network = {
  ...{ offline: false, latency: 400 },
  ...{ downloadThroughput: 50_000, uploadThroughput: 50_000 },
};
const slowdown = 4;

/** Milliseconds from the navigation. */
interface Times {
  /** A card of the page itself can be read. */
  readonly read: number;
  /** A card of the widget can. */
  readonly widget: number;
}

declare global {
  interface Window {
    seen?: Partial<Times>;
  }
}

/** Runs in the page, once a frame until the widget's card is there. */
const watch = `
  globalThis.seen = {};
  const look = () => {
    const { seen } = globalThis;
    if (document.querySelector('.first-look:not([hidden]) button')) seen.read ??= performance.now();
    const step = document.querySelector('opus-booking')?.shadowRoot?.querySelector('[id=step]');
    if (step?.shadowRoot?.querySelector('.choose')) seen.widget = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

async function visit(browser: Browser, account: string): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`http://${account}.localhost:${port}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen?.widget, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => window.seen as Times);
  await context.close();
  return seen;
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;

const stop = await startDemo(port);
const browser = await chromium.launch(await launchOptions());
try {
  console.log('| seconds to a card that can be read | in the page | in the widget | ratio |');
  console.log('| --- | --- | --- | --- |');
  for (const account of accounts) {
    const times: Times[] = [];
    for (let round = 0; round < rounds; round += 1) times.push(await visit(browser, account));
    const read = median(times.map((each) => each.read)) / 1000;
    const widget = median(times.map((each) => each.widget)) / 1000;
    const ratio = (read / widget).toFixed(2);
    console.log(`| ${account} | ${read.toFixed(2)} | ${widget.toFixed(2)} | ${ratio} |`);
  }
} finally {
  await browser.close();
  await stop();
}
