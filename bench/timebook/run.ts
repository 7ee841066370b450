// "npm run bench:timebook": a week of thirty clinicians with 1,500 appointments drawn, and one of them dragged, beside two calendars
// that others would take. Figures are main-thread CPU in one run of Chromium, each page in turn; the ratios are what counts.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { launchOptions } from '../../tools/browser.js';
import { entries } from './entries.js';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const moves = 60;
const peers = [
  '@event-calendar/core@5.15.0',
  ...['core', 'interaction', 'timegrid'].map((name) => `@fullcalendar/${name}@6.1.20`),
];
const names = ['ours', 'event-calendar', 'fullcalendar'] as const;
type Name = (typeof names)[number];

// The peers are no dependencies of the project: they are installed for this run, beside a copy of the pages.
const here = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'timebook-bench-'));
execFileSync('npm', ['init', '-y'], { cwd: folder, stdio: 'ignore' });
execFileSync('npm', ['install', '--no-audit', '--no-fund', ...peers], {
  cwd: folder,
  stdio: 'ignore',
});
cpSync(import.meta.dirname, join(folder, 'bench/timebook'), { recursive: true });
symlinkSync(join(here, 'src'), join(folder, 'src'));

const files = new Map<string, { body: string | Uint8Array; type: string }>();
for (const name of names) {
  const root = name === 'ours' ? import.meta.dirname : join(folder, 'bench/timebook');
  const answer = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        formats: ['es'],
        entry: join(root, `${name}.${name === 'ours' ? 'ts' : 'mjs'}`),
        fileName: name,
        cssFileName: name,
      },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [{ output }] = answer as unknown as [
    { output: { fileName: string; code?: string; source?: string; isEntry?: boolean }[] },
  ];
  let entry = '';
  let style = '';
  for (const { fileName, code, source, isEntry } of output) {
    const isScript = code !== undefined;
    if (isEntry) entry = fileName;
    if (!isScript) style = fileName;
    files.set(`/${fileName}`, {
      body: code ?? source!,
      type: isScript ? 'text/javascript' : 'text/css',
    });
  }
  const link = style ? `<link rel="stylesheet" href="/${style}">` : '';
  const body = `<!doctype html><html lang="en"><title>${name}</title><meta charset="utf-8">${link}<body style="margin:0"><script type="module" src="/${entry}"></script>`;
  files.set(`/${name}`, { body, type: 'text/html' });
}
const server = createServer((request, response) => {
  const file = files.get(new URL(request.url!, 'http://localhost').pathname);
  response.writeHead(file ? 200 : 404, {
    'content-type': `${file?.type ?? 'text/plain'};charset=utf-8`,
  });
  response.end(file?.body);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch(await launchOptions());

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

interface Measured {
  /** The week with its entries, from an empty page. */
  draw: number;
  /** Its entries, where it stands already. */
  fill: number;
  drag: number;
  /** Frames of the drag that took longer than a sixtieth of a second. */
  late: number;
}

async function measure(name: Name): Promise<Measured> {
  const fill = await onPage(name, async (page, spent) => {
    await page.evaluate(() => window.bench!.show([]));
    return showAll(name, page, spent);
  });
  return onPage(name, async (page, spent) => {
    const draw = await showAll(name, page, spent);
    return { draw, fill, ...(await dragOne(page, spent)) };
  });
}

/** Does something on a page of its own; `spent` is the main thread's time so far, in milliseconds. */
async function onPage<Result>(
  name: Name,
  work: (page: Page, spent: () => Promise<number>) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(name, error));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${root}/${name}`);
  await page.waitForFunction(() => window.bench !== undefined);
  const result = await work(page, async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'TaskDuration')!.value * 1000;
  });
  await context.close();
  return result;
}

async function showAll(name: Name, page: Page, spent: () => Promise<number>): Promise<number> {
  await page.evaluate((all) => (window.benchEntries = all), entries);
  const before = await spent();
  await page.evaluate(() => window.bench!.show(window.benchEntries!));
  const draw = (await spent()) - before;
  const drawn = await page.evaluate(() => window.bench!.drawn());
  if (drawn < entries.length) throw new Error(`${name} has drawn ${drawn} of ${entries.length}`);
  return draw;
}

async function dragOne(
  page: Page,
  spent: () => Promise<number>,
): Promise<Pick<Measured, 'drag' | 'late'>> {
  const { x, y } = await page.evaluate(() => window.bench!.grip());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 8, { steps: 4 });
  // As text: what tsx makes of a function uses a helper that the page does not have.
  await page.evaluate(
    'window.frameTimes = []; requestAnimationFrame(function note(time) { frameTimes.push(time); requestAnimationFrame(note); })',
  );
  const before = await spent();
  for (let step = 1; step <= moves; step += 1) {
    await page.mouse.move(x + Math.sin(step / 6) * 120, y + 8 + step * 2);
    await page.waitForTimeout(16);
  }
  const drag = (await spent()) - before;
  const frames = await page.evaluate<number[]>('frameTimes');
  const gaps = frames.slice(1).map((time, index) => time - frames[index]!);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return { drag, late: gaps.filter((gap) => gap > 25).length };
}

const figures: Record<Name, Measured[]> = { ours: [], 'event-calendar': [], fullcalendar: [] };
for (let round = 0; round < rounds; round += 1) {
  for (const name of names) figures[name].push(await measure(name));
}
await browser.close();
server.close();

const of = (name: Name, part: keyof Measured) => median(figures[name].map((one) => one[part]));
console.log(
  `\n| 30 clinicians, a week, 1,500 entries: CPU ms, ${rounds} rounds | ours | event-calendar 5.15.0 | FullCalendar 6.1.20 | faster than the faster of the two |`,
);
console.log('| --- | --- | --- | --- | --- |');
let isSlow = false;
for (const [what, part] of [
  ['drawn, from an empty page', 'draw'],
  ['its entries, into the week', 'fill'],
  [`one dragged, ${moves} moves`, 'drag'],
] as const) {
  const [ours, ...others] = names.map((name) => of(name, part)) as [number, number, number];
  const ratio = Math.min(...others) / ours;
  isSlow ||= ratio < 5;
  console.log(
    `| ${what} | ${ours.toFixed(0)} | ${others.map((value) => value.toFixed(0)).join(' | ')} | ${ratio.toFixed(1)} × (at least 5) |`,
  );
}
console.log(
  `| frames of the drag over 25 ms | ${names.map((name) => of(name, 'late')).join(' | ')} | |`,
);
process.exitCode = isSlow ? 1 : 0;
