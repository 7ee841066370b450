// "npm run bench:times": how long a patient on slow 4G and a processor four times as slow waits for a week of 320 free times, from the
// navigation until they are painted; those of this week are asked for first, and there are none: by the whole widget on a clinic's own page, from a link with everything given; by a page of plain
// DOM that asks the same service for the same times; and by calendars that others would take, alone on their page.
//   BENCH_ROUNDS=7, BENCH_PORT=4397, WATERFALL=1 to write when each file of a visit was asked for and had come
import { chromium, type Browser } from '@playwright/test';
import { setUp, topUp } from '../../demo/accounts/index.js';
import type { SlotList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime, toInstant } from '../../src/domain/clock-time.js';
import { htmlCode } from '../../src/domain/embed-code/html-code.js';
import { emptyEmbedSetup } from '../../src/domain/embed-code/embed-setup.js';
import { mondayOf } from '../../src/domain/week.js';
import { fetchOf } from '../../test/e2e/staff.js';
import { operatorKey, platformKey } from '../../test/e2e/keys.js';
import { launchOptions } from '../../tools/browser.js';
import { startDemo } from '../../tools/running-demo.js';
import { filesOf, openOnSlowLine } from '../slow-line.js';
import { fullWeeks } from './full-weeks.js';
import { Pages, peerNames, peers, type PeerName } from './pages.js';

const port = Number(process.env.BENCH_PORT ?? 4397);
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const slots = 320;
const most = 1.3;

/** Slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms for a round trip. */
const network = {
  ...{ offline: false, latency: 150 },
  ...{ downloadThroughput: 200_000, uploadThroughput: 93_750 },
};
const slowdown = 4;

const { timeZone } = fullWeeks.setup;
const today = toClockTime(Date.now(), timeZone).date;
/** The coming Monday: its week is whole whatever the day is, and the first with times. */
const monday = addDays(mondayOf(today), 7);
const service = `http://localhost:${port}`;
const slotsUrl = `${service}/v1/accounts/${fullWeeks.id}/slots?clinic=torvet&treatment=exam&clinician=anna`;

const pages = new Pages();
await pages.listen();
const drawings = ['plain', ...peerNames] as const;
for (const drawing of drawings) await pages.build('loaded', drawing);
const stop = await startDemo(port, { OPERATOR_KEY: operatorKey, PLATFORM_KEY: platformKey });
const fetchIt = fetchOf(service);
await setUp(fetchIt, { operatorKey, platformKey }, fullWeeks);
const now = toInstant(monday, 0, timeZone);
await topUp(fetchIt, operatorKey, fullWeeks, { now, weeksAhead: 2 });
const offered = (
  (await (await fetch(`${slotsUrl}&from=${monday}&to=${addDays(monday, 7)}`)).json()) as SlotList
).slots.length;
if (offered !== slots) throw new Error(`${offered} times are offered, not ${slots}.`);

const setup = { account: fullWeeks.id, service, page: service, phone: '66 77 60 40', label: '' };
const code = htmlCode({
  ...emptyEmbedSetup,
  ...setup,
  clinic: 'torvet',
  treatment: 'exam',
  clinician: 'anna',
});
pages.add(
  '/widget',
  `<!doctype html><html lang="nb"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Tannlege Eksempel</title><body><h1>Tannlege Eksempel</h1>${code}`,
);

/** Runs in the page: notes when as many slots have been painted, in the widget's calendar or on a page of its own. */
const watch = `
  const others = '.week button, .fc-event, .ec-event, .sx__time-grid-event, .toastui-calendar-event-time';
  const found = () => {
    const calendar = document.querySelector('opus-booking')?.shadowRoot?.querySelector('opus-week-calendar');
    return calendar?.shadowRoot?.querySelectorAll('.slot') ?? document.querySelectorAll(others);
  };
  const look = () => {
    if (found().length < ${slots}) requestAnimationFrame(look);
    else setTimeout(() => (globalThis.painted = performance.now()));
  };
  requestAnimationFrame(look);`;

async function visit(browser: Browser, path: string): Promise<number> {
  const viewport = { width: 1280, height: 800 };
  const page = await openOnSlowLine(browser, { viewport, network, slowdown, watch });
  page.on('pageerror', (error) => console.error(path, error));
  await page.goto(pages.root + path, { waitUntil: 'commit' });
  const painted = await page.waitForFunction('globalThis.painted', undefined, { timeout: 60_000 });
  const seconds = ((await painted.jsonValue()) as number) / 1000;
  if (process.env.WATERFALL) console.log(`${path}\n${await filesOf(page)}`, seconds);
  await page.context().close();
  return seconds;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

const browser = await chromium.launch(await launchOptions());
const version = browser.version();
const address = new URLSearchParams({ slots: slotsUrl, monday: mondayOf(today) });
const paths = new Map<string, string>([
  ...drawings.map((drawing) => [drawing, `/loaded/${drawing}?${address}`] as const),
  ['widget', '/widget'],
]);
const seconds = new Map<string, number[]>([...paths.keys()].map((name) => [name, []]));
try {
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, path] of paths) {
      const taken = await visit(browser, path);
      // The first round fills the service's memory.
      if (round > 0) seconds.get(name)!.push(taken);
    }
  }
} finally {
  await browser.close();
  pages.close();
  await stop();
}

const plain = median(seconds.get('plain')!);
console.log(`Chromium ${version}, ${rounds} rounds, ${today}\n`);
console.log('| navigation to 320 free times | seconds | beside plain DOM |\n| --- | --- | --- |');
for (const [name, all] of seconds) {
  const release = name in peers ? ` ${peers[name as PeerName][0].split('@').at(-1)}` : '';
  console.log(
    `| ${name}${release} | ${median(all).toFixed(2)} | ${(median(all) / plain).toFixed(2)} × |`,
  );
}
const ratio = median(seconds.get('widget')!) / plain;
console.log(ratio > most ? `\nOver ${most} ×` : '\nWithin budget');
process.exitCode = ratio > most ? 1 : 0;
