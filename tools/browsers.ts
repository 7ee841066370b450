// "npm run browsers": the whole booking against the real service, in old and in other browsers. Not part of "npm test".
// "npm run browsers -- chromium-103 firefox" walks only those; "--pictures FOLDER" keeps a picture of each step.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBuild, names, standard } from './browsers/builds.js';
import { start } from './browsers/drivers.js';
import { walk } from './browsers/walk.js';
import { startDemo } from './running-demo.js';

// The demo's e-ID provider takes the port beside it; drivers begin five further on.
const port = Number(process.env.BROWSERS_PORT ?? 4395);
const args = process.argv.slice(2);
const at = args.indexOf('--pictures');
const [, pictures] = at === -1 ? [] : args.splice(at, 2);
const requested = args.length > 0 ? args : standard;
const unknown = requested.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such browser: ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}
if (pictures) mkdirSync(pictures, { recursive: true });

interface Row {
  name: string;
  version: string;
  verdict: string;
  seconds: string;
}

async function tryOut(name: string, index: number): Promise<Row> {
  const started = performance.now();
  let version = '';
  const row = (verdict: string): Row => ({
    name,
    version,
    verdict,
    seconds: ((performance.now() - started) / 1000).toFixed(1),
  });
  try {
    const build = await findBuild(name);
    const driver = await start(build, port + 5 + index);
    ({ version } = driver);
    // WebKitGTK asks the system for *.localhost, which may not know it.
    const origin = `http://localhost:${port}`;
    const url =
      build.engine === 'webkit'
        ? `${origin}/homepage/`
        : `http://opusdentalklinikken.localhost:${port}/`;
    const look = async (step: string) => {
      if (pictures) await driver.picture?.(join(pictures, `${name}-${step}.png`));
    };
    try {
      await walk(driver, { origin, url, patient: 800 + index, look });
      return row('books');
    } catch (error) {
      await look('failed').catch(() => undefined);
      throw error;
    } finally {
      await driver.close();
    }
  } catch (error) {
    return row(`FAILED: ${(error as Error).message.split('\n')[0]}`);
  }
}

const stop = await startDemo(port);
const rows: Row[] = [];
try {
  for (const [index, name] of requested.entries()) {
    const row = await tryOut(name, index);
    rows.push(row);
    console.log(`${row.name}: ${row.verdict}`);
  }
} finally {
  await stop();
}
const width = (key: keyof Row) => Math.max(...rows.map((row) => row[key].length));
console.log('');
for (const { name, version, seconds, verdict } of rows) {
  console.log(
    `${name.padEnd(width('name'))}  ${version.padEnd(width('version'))}  ${seconds.padStart(6)} s  ${verdict}`,
  );
}
process.exit(rows.every(({ verdict }) => verdict === 'books') ? 0 : 1);
