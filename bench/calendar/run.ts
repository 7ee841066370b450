// "npm run bench:calendar": the calendar beside a page of plain DOM that shows the same weeks, and beside calendars that others would
// take, in one run of Chromium. Figures are main-thread CPU (thread time, medians of many) as ratios, since these hold on any machine.
//   BENCH_ROUNDS=9, PEERS=0 for plain DOM alone
import { chromium } from '@playwright/test';
import { launchOptions } from '../../tools/browser.js';
import { Pages, peerNames, peers, type PeerName } from './pages.js';

const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const changes = 6;
const compared = process.env.PEERS === '0' ? [] : peerNames;
/** Of plain DOM, where nothing else is said. */
const budgets = {
  first320: 1.3,
  change320: 1.1,
  change4032: 0.35,
  elementsPerSlot: 1.3,
  nodeGrowth: 0,
  heapKilobytes: 100,
};

type Name = 'plain' | 'element' | PeerName;

const pages = new Pages();
await pages.listen();
const names: readonly Name[] = ['plain', 'element', ...compared];
for (const name of names) await pages.build('local', name);
const browser = await chromium.launch(await launchOptions());

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

async function open(name: Name, count: number) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(name, error));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${pages.root}/local/${name}?count=${count}`);
  await page.waitForFunction(() => window.weekBench?.isReady());
  await page.waitForTimeout(100);
  const metrics = async () => {
    const answer = await devtools.send('Performance.getMetrics');
    return new Map(answer.metrics.map((metric) => [metric.name, metric.value]));
  };
  const spent = async () => (await metrics()).get('TaskDuration')! * 1000;
  return { context, page, devtools, metrics, spent };
}

interface Speed {
  /** CPU milliseconds of the first render. */
  readonly first: number;
  /** The same of a week change: the median of some. */
  readonly change: number;
  readonly elements: number;
}

async function speed(name: Name, count: number): Promise<Speed> {
  const { context, page, spent } = await open(name, count);
  const first = await spent();
  const times: number[] = [];
  for (let week = 1; week <= changes + 1; week += 1) {
    await page.evaluate((index) => window.weekBench!.prepare(index), week);
    const before = await spent();
    await page.evaluate((index) => window.weekBench!.show(index), week);
    times.push((await spent()) - before);
  }
  const elements = await page.evaluate(() => window.weekBench!.elements());
  await context.close();
  return { first, change: median(times.slice(1)), elements };
}

/** What fifty week changes leave behind. */
async function leftovers(name: Name) {
  const { context, page, devtools, metrics } = await open(name, 320);
  const settled = async () => {
    for (let pass = 0; pass < 3; pass += 1) await devtools.send('HeapProfiler.collectGarbage');
    return metrics();
  };
  const show = (from: number, to: number) =>
    page.evaluate(
      async ([first, last]) => {
        for (let week = first; week < last; week += 1) await window.weekBench!.show(week);
      },
      [from, to] as const,
    );
  await show(1, 10);
  const before = await settled();
  await show(10, 60);
  const after = await settled();
  await context.close();
  const growth = (what: string) => after.get(what)! - before.get(what)!;
  return {
    nodes: growth('Nodes'),
    heapKilobytes: growth('JSHeapUsedSize') / 1024,
    listeners: growth('JSEventListeners'),
    listenersInAll: after.get('JSEventListeners')!,
  };
}

/** Medians of several rounds, in which the pages take turns. */
async function measure(
  which: readonly Name[],
  count: number,
  times: number,
): Promise<ReadonlyMap<Name, Speed>> {
  const samples = new Map<Name, Speed[]>(which.map((name) => [name, []]));
  for (let round = 0; round < times; round += 1) {
    for (const name of which) samples.get(name)!.push(await speed(name, count));
  }
  const of = (all: readonly Speed[], key: keyof Speed) => median(all.map((one) => one[key]));
  return new Map(
    [...samples].map(([name, all]) => [
      name,
      { first: of(all, 'first'), change: of(all, 'change'), elements: of(all, 'elements') },
    ]),
  );
}

const usual = await measure(names, 320, rounds);
const many = await measure(['plain', 'element'], 4032, Math.ceil(rounds / 2));
const left = { plain: await leftovers('plain'), element: await leftovers('element') };
const version = browser.version();
await browser.close();
pages.close();

const number = (value: number) => value.toFixed(value < 10 ? 2 : 1);
const missed: string[] = [];
console.log(`Chromium ${version}, ${rounds} rounds, CPU in ms\n`);
console.log('| | plain DOM | calendar | ratio | at most |\n| --- | --- | --- | --- | --- |');
for (const [what, speeds, key, most] of [
  ['first render, 320 slots', usual, 'first', budgets.first320],
  ['week change, 320 slots', usual, 'change', budgets.change320],
  ['first render, 4,032 slots', many, 'first', undefined],
  ['week change, 4,032 slots', many, 'change', budgets.change4032],
] as const) {
  const [plain, element] = [speeds.get('plain')![key], speeds.get('element')![key]];
  const ratio = element / plain;
  if (most && ratio > most) missed.push(what);
  console.log(
    `| ${what} | ${number(plain)} | ${number(element)} | ${ratio.toFixed(2)} | ${most ?? ''} |`,
  );
}

if (compared.length > 0) {
  console.log(
    '\n| beside plain DOM, 320 slots | kB | first render | week change |\n| --- | --- | --- | --- |',
  );
  const plain = usual.get('plain')!;
  for (const [name, { first, change }] of usual) {
    const release = name in peers ? ` ${peers[name as PeerName][0].split('@').at(-1)}` : '';
    const kilobytes = pages.kilobytes.get(`local-${name}`)!.toFixed(1);
    console.log(
      `| ${name}${release} | ${kilobytes} | ${number(first / plain.first)} × | ${number(change / plain.change)} × |`,
    );
  }
}

const perSlot = usual.get('element')!.elements / 320;
console.log(`\nelements per slot: ${number(perSlot)} (at most ${budgets.elementsPerSlot})`);
for (const [name, { nodes, heapKilobytes, listeners, listenersInAll }] of Object.entries(left)) {
  console.log(
    `50 week changes, ${name}: ${nodes} nodes, ${heapKilobytes.toFixed(0)} kB of heap, ` +
      `${listeners} listeners more (${listenersInAll} in all)`,
  );
}
const { element } = left;
if (perSlot > budgets.elementsPerSlot) missed.push('elements per slot');
if (element.nodes > budgets.nodeGrowth) missed.push('nodes');
if (element.heapKilobytes > budgets.heapKilobytes) missed.push('heap');
if (element.listeners > 0) missed.push('listeners');
console.log(missed.length > 0 ? `\nOver budget: ${missed.join(', ')}` : '\nWithin budget');
process.exitCode = missed.length > 0 ? 1 : 0;
