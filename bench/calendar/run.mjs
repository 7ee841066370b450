// "npm run bench:calendar": the calendar against a page of plain DOM that shows the same week, in one run of Chromium.
// Figures are main-thread CPU (thread time, medians of many) as ratios, since this holds on any machine.
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { launchOptions } from '../../tools/browser.ts';
import { minifyTemplates } from '../../tools/minify.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const changes = 6;
const names = ['plain', 'element'];
const budgets = {
  first320: 1.5,
  change320: 1.2,
  change4032: 0.8,
  elementsPerSlot: 1.3,
  nodeGrowth: 0,
  heapKilobytes: 100,
};

async function scriptOf(name) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    plugins: [minifyTemplates()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { formats: ['es'], entry: resolve(import.meta.dirname, `${name}.ts`), fileName: name },
      rolldownOptions: { output: { minify: true } },
    },
  });
  return output;
}

const files = new Map();
for (const name of names) {
  for (const chunk of await scriptOf(name)) {
    files.set(`/${chunk.fileName}`, chunk.code);
    if (chunk.isEntry) {
      files.set(
        `/${name}`,
        `<!doctype html><html lang="nb"><title>${name}</title><meta charset="utf-8"><body><script type="module" src="/${chunk.fileName}"></script>`,
      );
    }
  }
}
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  const body = files.get(path);
  const type = path.includes('.') ? 'text/javascript' : 'text/html';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type};charset=utf-8` });
  response.end(body);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const root = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch(await launchOptions());

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function open(name, count) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${root}/${name}?count=${count}`);
  await page.waitForFunction(
    (wanted) => window.bench?.texts().filter(Boolean).length === wanted,
    count,
  );
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  const metrics = async () => {
    const answer = await devtools.send('Performance.getMetrics');
    return Object.fromEntries(answer.metrics.map((metric) => [metric.name, metric.value]));
  };
  return { context, page, devtools, metrics };
}

/** CPU milliseconds of the first render and, as a median, of a week change. */
async function speed(name, count) {
  const { context, page, metrics } = await open(name, count);
  const first = (await metrics()).TaskDuration * 1000;
  const times = [];
  for (let week = 1; week <= changes + 1; week += 1) {
    await page.evaluate((index) => window.bench.prepare(index), week);
    const before = await metrics();
    await page.evaluate((index) => window.bench.show(index), week);
    times.push(((await metrics()).TaskDuration - before.TaskDuration) * 1000);
  }
  const elements = await page.evaluate(() => window.bench.elements());
  await context.close();
  return { first, change: median(times.slice(1)), elements };
}

/** What fifty week changes leave behind. */
async function leftovers(name) {
  const { context, page, devtools, metrics } = await open(name, 320);
  const settled = async () => {
    for (let pass = 0; pass < 3; pass += 1) await devtools.send('HeapProfiler.collectGarbage');
    return metrics();
  };
  const show = (from, to) =>
    page.evaluate(
      async ([first, last]) => {
        for (let week = first; week < last; week += 1) await window.bench.show(week);
      },
      [from, to],
    );
  await show(1, 10);
  const before = await settled();
  await show(10, 60);
  const after = await settled();
  await context.close();
  return {
    nodes: after.Nodes - before.Nodes,
    heapKilobytes: (after.JSHeapUsedSize - before.JSHeapUsedSize) / 1024,
    listeners: after.JSEventListeners - before.JSEventListeners,
    listenersInAll: after.JSEventListeners,
  };
}

const results = {};
for (const count of [320, 4032]) {
  const samples = { plain: [], element: [] };
  for (let round = 0; round < (count > 1000 ? Math.ceil(rounds / 2) : rounds); round += 1) {
    for (const name of names) samples[name].push(await speed(name, count));
  }
  for (const name of names) {
    results[name] ??= {};
    for (const key of ['first', 'change', 'elements']) {
      results[name][`${key}${count}`] = median(samples[name].map((sample) => sample[key]));
    }
  }
}
for (const name of names) Object.assign(results[name], await leftovers(name));
await browser.close();
server.close();

const { plain, element } = results;
const ratio = (key) => element[key] / plain[key];
const rows = [
  [
    'first render, 320 slots',
    plain.first320,
    element.first320,
    ratio('first320'),
    budgets.first320,
  ],
  [
    'week change, 320 slots',
    plain.change320,
    element.change320,
    ratio('change320'),
    budgets.change320,
  ],
  ['first render, 4,032 slots', plain.first4032, element.first4032, ratio('first4032')],
  [
    'week change, 4,032 slots',
    plain.change4032,
    element.change4032,
    ratio('change4032'),
    budgets.change4032,
  ],
];
const number = (value) => value.toFixed(value < 10 ? 2 : 1);
console.log(
  '| CPU, ms | plain DOM | calendar | ratio | at most |\n| --- | --- | --- | --- | --- |',
);
for (const [what, ours, theirs, times, most] of rows) {
  console.log(
    `| ${what} | ${number(ours)} | ${number(theirs)} | ${number(times)} | ${most ?? ''} |`,
  );
}
const perSlot = element.elements320 / 320;
console.log(`\nelements per slot: ${number(perSlot)} (at most ${budgets.elementsPerSlot})`);
for (const name of names) {
  const { nodes, heapKilobytes, listeners, listenersInAll } = results[name];
  console.log(
    `50 week changes, ${name}: ${nodes} nodes, ${heapKilobytes.toFixed(0)} kB of heap, ` +
      `${listeners} listeners more (${listenersInAll} in all)`,
  );
}
const missed = [
  ...rows.filter(([, , , times, most]) => most && times > most).map(([what]) => what),
  ...(perSlot > budgets.elementsPerSlot ? ['elements per slot'] : []),
  ...(element.nodes > budgets.nodeGrowth ? ['nodes'] : []),
  ...(element.heapKilobytes > budgets.heapKilobytes ? ['heap'] : []),
  ...(element.listeners > 0 ? ['listeners'] : []),
];
console.log(missed.length ? `\nOver budget: ${missed.join(', ')}` : '\nWithin budget');
process.exitCode = missed.length ? 1 : 0;
