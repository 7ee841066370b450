// "npm run bench:first-step": how long a patient on a slow connection looks at a page without a card to press (decision 32): until the
// first card can be read, in the hosted page's own HTML or drawn by the embed script on a clinic's own page, and until the widget shows
// it. On a clinic's own page by the code of today, and as it was in an earlier build.
//   BEFORE=/path  a checkout of that build (3f9e761) with its cdn/; without it one is made
//   BENCH_ROUNDS=5, WATERFALL=1 to write when each file of a visit was asked for and had come
import { chromium, type Browser } from '@playwright/test';
import { launchOptions } from '../../tools/browser.js';
import { startDemo } from '../../tools/running-demo.js';
import { filesOf, openOnSlowLine } from '../slow-line.js';
import { serveClinicPages, waysIn } from './clinic-page.js';

const port = Number(process.env.BENCH_PORT ?? 4396);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const showsFiles = Boolean(process.env.WATERFALL);
const accounts = ['opusdentalklinikken', 'kjeden', 'demoklinikka'];

/** 400 kbit/s each way with 400 ms for a round trip, on a processor four times as slow. */
const network = {
  ...{ offline: false, latency: 400 },
  ...{ downloadThroughput: 50_000, uploadThroughput: 50_000 },
};
const slowdown = 4;

/** Milliseconds from the navigation. */
interface Times {
  /** A card of the first look can be read; where there is none, of the widget. */
  readonly read?: number;
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
    const drawn = document.querySelector('opus-booking > div[slot=waiting]')?.shadowRoot;
    if ((drawn ?? document).querySelector(drawn ? 'button' : '.first-look:not([hidden]) button')) {
      seen.read ??= performance.now();
    }
    const step = document.querySelector('opus-booking')?.shadowRoot?.querySelector('[id=step]');
    if (step?.shadowRoot?.querySelector('.choose')) seen.widget = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

async function visit(browser: Browser, url: string): Promise<Times> {
  const viewport = { width: 360, height: 740 };
  const page = await openOnSlowLine(browser, { viewport, network, slowdown, watch });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.seen?.widget, undefined, { timeout: 60_000 });
  const seen = await page.evaluate(() => window.seen as Times);
  if (showsFiles) console.log(`${url}\n${await filesOf(page)}`, seen);
  await page.context().close();
  return seen;
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]! / 1000;

const row = (...cells: readonly (string | number)[]) => {
  const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2) : cell));
  console.log(`| ${texts.join(' | ')} |`);
};

async function hostedPages(browser: Browser): Promise<void> {
  row('hosted page: seconds to a card that can be read', 'in the page', 'in the widget', 'ratio');
  row('---', '---', '---', '---');
  for (const account of accounts) {
    const times: Times[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await visit(browser, `http://${account}.localhost:${port}/`));
    }
    const read = median(times.map((each) => each.read ?? NaN));
    const widget = median(times.map((each) => each.widget));
    row(account, read, widget, read / widget);
  }
}

/** The ways take turns, so that a noisy moment falls on all of them. */
async function clinicPages(browser: Browser): Promise<void> {
  // The demo's e-ID provider listens at the port after its own.
  const pages = await serveClinicPages(`http://localhost:${port}`, port + 2);
  try {
    const columns = waysIn.flatMap((way) => (way === 'before' ? way : [way, `${way}: widget`]));
    const ratios = ['two lines / before', 'console / before'];
    row('clinic’s own page: seconds to the cards', ...columns, ...ratios);
    row(...Array.from({ length: columns.length + ratios.length + 1 }, () => '---'));
    for (const account of accounts) {
      const times = waysIn.map((): Times[] => []);
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, way] of waysIn.entries()) {
          times[index]!.push(await visit(browser, pages.address(account, way)));
        }
      }
      const widget = times.map((all) => median(all.map((each) => each.widget)));
      const read = times.map((all) => median(all.map((each) => each.read ?? each.widget)));
      const cells = waysIn.flatMap((way, index) =>
        way === 'before' ? widget[index]! : [read[index]!, widget[index]!],
      );
      row(account, ...cells, ...read.slice(1).map((each) => each / widget[0]!));
    }
  } finally {
    pages.stop();
  }
}

const stop = await startDemo(port);
const browser = await chromium.launch(await launchOptions());
try {
  await hostedPages(browser);
  console.log();
  await clinicPages(browser);
} finally {
  await browser.close();
  await stop();
}
