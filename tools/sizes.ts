// "npm run sizes": bytes over the wire, brotli, against the budgets of docs/architecture.md. Fails over budget.
// The whole page is measured in a real browser against the real service, every answer counted once.
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { launchOptions } from './browser.js';
import { firstLookAddress, type FirstLooks } from '../src/domain/first-look.js';
import { walkToReceipt } from '../test/e2e/booking-page.js';
import { buildInMemory } from './cdn-build.js';
import { oneFileFrom } from './chunks.js';
import { reportCounts, reportFailure } from './counts.js';
import { startDemo } from './running-demo.js';

const port = Number(process.env.SIZES_PORT ?? 4393);
/** Gates in bytes; docs/decisions/0007-size-of-the-whole-flow.md says where the bytes are. They may only fall, but for something new. */
const budgets = {
  look: { max: 3_000, what: 'to the first step in the hosted page itself' },
  ownPage: {
    max: 9_900,
    what: 'to the first step on a clinic’s own page, drawn by the embed script',
  },
  first: { max: 31_700, what: 'to the first step by the widget, everything' },
  calendar: { max: 12_600, what: 'opus-week-calendar alone, with lit' },
  flow: { max: 74_000, what: 'whole flow, one language (images apart)' },
  console: { max: 150_000, what: 'the console to its first page, everything' },
};

interface Part {
  name: string;
  bytes: number;
}

interface Answer {
  name: string;
  kind: string;
  body: Promise<Buffer>;
  startedAt: number;
}

const brotli = (body: Buffer) =>
  body.length === 0
    ? 0
    : brotliCompressSync(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 11,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      }).length;

/** What a page needs to use the calendar's tag: its module and all that this imports at once. */
async function calendarAlone(): Promise<Part[]> {
  const entry = resolve('src/define/week-calendar.ts');
  const chunks = await buildInMemory(entry, oneFileFrom(entry));
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(need);
  };
  chunks.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => need(fileName));
  return (
    chunks
      .filter(({ fileName }) => needed.has(fileName))
      // A file without code of its own only names the other.
      .filter(({ modules }) => Object.keys(modules).length > 0)
      .map(({ fileName, code }) => ({ name: fileName, bytes: brotli(Buffer.from(code)) }))
  );
}

/** Keeps every answer that the page gets from now on. */
function recordAnswers(page: Page): Answer[] {
  const answers: Answer[] = [];
  page.on('response', (response) => {
    const request = response.request();
    const name = `${request.method()} ${new URL(response.url()).pathname}`;
    const body = response.body().catch(() => Buffer.alloc(0));
    const startedAt = request.timing().startTime;
    answers.push({ name, kind: request.resourceType(), body, startedAt });
  });
  return answers;
}

declare global {
  interface Window {
    firstStepAt?: number;
  }
}

/** Notes in the page itself when the first step can be read: what is requested later is not part of it. */
function watchFirstStep(): void {
  // No function in here has a name: tsx would wrap it in a helper that the page does not have.
  const timer = setInterval(() => {
    const root = document.querySelector('opus-booking')?.shadowRoot;
    if (!root?.querySelector('opus-clinic-picker')?.shadowRoot?.querySelector('button')) return;
    window.firstStepAt = performance.timeOrigin + performance.now();
    clearInterval(timer);
  }, 10);
}

async function weigh(answers: Answer[], { images }: { images: boolean }): Promise<Part[]> {
  const counted = answers.filter(({ kind }) => images || kind !== 'image');
  return Promise.all(counted.map(async ({ name, body }) => ({ name, bytes: brotli(await body) })));
}

/** Adds what the page shows to an error. */
async function describingPage<T>(page: Page, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const seen = await page
      .locator('body')
      .ariaSnapshot({ timeout: 2000 })
      .catch(() => 'nothing');
    throw new Error(`${String(error)}\nThe page shows:\n${seen}`, { cause: error });
  }
}

/** What the clinic's staff download until they see the set-up guide. */
async function firstConsolePage(browser: Browser): Promise<Part[]> {
  const page = await browser.newPage({ locale: 'nb-NO' });
  const answers = recordAnswers(page);
  return describingPage(page, async () => {
    await page.goto(`http://console.localhost:${port}/opusdentalklinikken`);
    await page.locator('opus-console-sign-in .person').first().click();
    await page.locator('opus-console-guide .step').first().waitFor();
    await page.waitForLoadState('networkidle');
    return weigh(answers, { images: true });
  });
}

/** What a clinic's own page downloads until the embed script has drawn the first step. */
async function onClinicsPage(): Promise<Part[]> {
  const root = `http://localhost:${port}`;
  const account = 'opusdentalklinikken';
  const looks = (await (await fetch(firstLookAddress(`${root}/`, account))).json()) as FirstLooks;
  const addresses = [
    `${root}/cdn/opus-booking-embed.js`,
    firstLookAddress(`${root}/`, account),
    ...(looks.logo ? [new URL(looks.logo.url, root).href] : []),
  ];
  return Promise.all(
    addresses.map(async (address) => {
      const body = Buffer.from(await (await fetch(address)).arrayBuffer());
      return { name: `GET ${new URL(address).pathname}`, bytes: brotli(body) };
    }),
  );
}

async function wholePage(): Promise<{
  ownPage: Part[];
  first: Part[];
  flow: Part[] | Error;
  staff: Part[] | Error;
}> {
  const stop = await startDemo(port);
  const browser = await chromium.launch(await launchOptions());
  try {
    const origin = `http://opusdentalklinikken.localhost:${port}`;
    const ownPage = await onClinicsPage();
    const page = await browser.newPage({ locale: 'nb-NO' });
    const answers = recordAnswers(page);
    const first = await describingPage(page, async () => {
      await page.addInitScript(watchFirstStep);
      await page.goto(`${origin}/`, { waitUntil: 'commit' });
      await page.locator('opus-clinic-picker').getByRole('button').first().waitFor();
      const shownAt = await page.evaluate(() => window.firstStepAt);
      return weigh(
        answers.filter(({ startedAt }) => shownAt !== undefined && startedAt <= shownAt),
        { images: true },
      );
    });
    const flow = await describingPage(page, async () => {
      await walkToReceipt({ page, origin });
      await page.waitForLoadState('networkidle');
      return weigh(answers, { images: false });
    }).catch((error: unknown) => error as Error);
    const staff = await firstConsolePage(browser).catch((error: unknown) => error as Error);
    return { ownPage, first, flow, staff };
  } finally {
    await browser.close();
    await stop();
  }
}

let page: ReturnType<typeof wholePage> | undefined;
/** The page, its style sheet and the account's logo. */
const isOfLook = /^GET (\/|\/hosted\/hosted\.css|\/v1\/accounts\/[^/]+\/logo)$/;
const measurements: Record<keyof typeof budgets, () => Promise<Part[]>> = {
  calendar: calendarAlone,
  look: async () => (await (page ??= wholePage())).first.filter(({ name }) => isOfLook.test(name)),
  ownPage: async () => (await (page ??= wholePage())).ownPage,
  first: async () => (await (page ??= wholePage())).first,
  flow: async () => {
    const { flow } = await (page ??= wholePage());
    if (flow instanceof Error) throw flow;
    return flow;
  },
  console: async () => {
    const { staff } = await (page ??= wholePage());
    if (staff instanceof Error) throw staff;
    return staff;
  },
};

const kilo = (bytes: number) => `${(bytes / 1000).toFixed(2).padStart(6)} kB`;

/** A bar as long as the budget, filled as far as it is used. */
function bar(bytes: number, max: number, width = 30): string {
  const filled = Math.min(width, Math.round((bytes / max) * width));
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}

const gates: string[] = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const key of Object.keys(budgets) as (keyof typeof budgets)[]) {
  const { max, what } = budgets[key];
  try {
    const parts = (await measurements[key]()).sort((a, b) => b.bytes - a.bytes);
    if (parts.length === 0) throw new Error('nothing was measured');
    const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const isInBudget = total <= max;
    counts[isInBudget ? 'passed' : 'failed'] += 1;
    console.log(`\n${what}: ${kilo(total).trim()}`);
    for (const { name, bytes } of parts) if (bytes > 0) console.log(`  ${kilo(bytes)}  ${name}`);
    const room = isInBudget ? `${kilo(max - total)} left` : `${kilo(total - max)} OVER`;
    gates.push(
      `${isInBudget ? 'ok    ' : 'FAILED'} ${bar(total, max)} ${kilo(total)} of ${kilo(max)} ${room}  ${what}`,
    );
  } catch (error) {
    counts.failed += 1;
    gates.push(`FAILED ${what}: ${String(error)}`);
  }
}
for (const gate of gates)
  if (gate.startsWith('FAILED')) reportFailure({ test: 'bytes over the wire', why: gate });
console.log(`\n${gates.join('\n')}`);
reportCounts(counts);
process.exit(counts.failed > 0 ? 1 : 0);
