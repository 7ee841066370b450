// "npm run bench:console": how long the console's pages take from the click to the settled page at a chain of 60 clinics and 300
// clinicians, with the processor time of page and service, and how smoothly a list of 5,000 patients scrolls. With a folder as argument,
// traces are left there for DevTools; `BENCH_DATABASE=postgres` takes PostgreSQL for the embedded database.
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../../tools/browser.js';
import { fill } from './fill.js';
import { scroll, scrollPlain, type Scrolled } from './scroll.js';
import { startFilled } from './server.js';
import { visits, watchActivity, type Visit } from './visits.js';

const account = 'kjeden';
const port = Number(process.env.BENCH_PORT ?? 4395);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const patients = 5000;
const folder = process.argv[2];

const allPlaces = [
  'guide',
  'today',
  'timebook',
  'why',
  'treatments/templates',
  'treatments/matrix',
  'treatments/in-force',
  'booking-page/switches',
  'booking-page/steps',
  'booking-page/texts',
  'booking-page/look',
  'people/clinics',
  'people/groups',
  'people/clinicians',
  'people/consents',
  'messages',
  'reminders/texts',
  'reminders/service',
  'sms/sent',
  'sms/received',
  'patients',
  'decide',
  'administration/status',
  'administration/staff',
  'administration/history',
  'own',
];
/** `BENCH_PLACES=why,guide` visits only these; `BENCH_CALLS=1` lists what the last visit of each asked the service for. */
const places = process.env.BENCH_PLACES?.split(',') ?? allPlaces;

const at = (values: readonly number[], share: number) =>
  [...values].sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ]!;
const ms = (value: number) => value.toFixed(0).padStart(6);

async function signIn(page: Page): Promise<void> {
  await page.goto(`http://console.localhost:${port}/${account}`);
  await page.locator('.person').first().click();
  await page.locator('nav#menu').waitFor();
}

async function traced<T>(page: Page, name: string, work: () => Promise<T>): Promise<T> {
  const browser = page.context().browser()!;
  if (folder !== undefined) {
    await browser.startTracing(page, { path: join(folder, `${name}.json`) });
  }
  const result = await work();
  if (folder !== undefined) await browser.stopTracing();
  return result;
}

function printVisits(results: ReadonlyMap<string, readonly Visit[]>): void {
  console.log(
    '\nfrom the click to the settled page, ms (the first visit loads the page’s own files)',
  );
  console.log(`${''.padEnd(26)} first median   p95  calls   processor: page service`);
  for (const [place, [first, ...later]] of results) {
    const times = later.map(({ settled }) => settled);
    const median = (part: 'page' | 'service') =>
      ms(
        at(
          later.map(({ processor }) => processor[part]),
          0.5,
        ),
      );
    console.log(
      `${place.padEnd(26)}${ms(first!.settled)}${ms(at(times, 0.5))}${ms(at(times, 0.95))}${String(later.at(-1)!.calls.length).padStart(7)}${median('page').padStart(16)}${median('service').padStart(8)}`,
    );
    if (process.env.BENCH_CALLS) printCalls(later.at(-1)!);
  }
}

function printCalls({ calls }: Visit): void {
  for (const { what, from, to, bytes } of calls) {
    console.log(`    ${ms(from)} –${ms(to)}${String(bytes).padStart(9)} bytes  ${what}`);
  }
}

function printScroll(what: string, { frames, slow, longest, rows, work }: Scrolled): void {
  const share = ((slow / frames) * 100).toFixed(1);
  console.log(
    `\nscrolling ${rows} ${what}: ${frames} frames, ${slow} took more than a frame of 60 Hz (${share} %), the longest ${longest.toFixed(1)} ms; the main thread worked ${work.toFixed(1)} ms for each`,
  );
}

/** What tsx makes of functions with names calls it; in the page there is none. */
const nameShim = 'globalThis.__name ??= (made) => made;';

const stop = await startFilled(port, async (db) => {
  const started = performance.now();
  await fill(db, account, patients);
  console.log(
    `${patients} patients stored in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
});
const browser = await chromium.launch(await launchOptions());
try {
  const page = await browser.newPage({ locale: 'nb-NO', viewport: { width: 1280, height: 900 } });
  await page.addInitScript(nameShim);
  await page.addInitScript(watchActivity);
  await signIn(page);
  printVisits(await traced(page, 'visits', () => visits(page, places, rounds)));
  printScroll('patients', await traced(page, 'scroll', () => scroll(page, patients)));
  const plain = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await plain.addInitScript(nameShim);
  await plain.goto('about:blank');
  printScroll('rows of plain HTML', await scrollPlain(plain, patients));
} finally {
  await browser.close();
  await stop();
}
