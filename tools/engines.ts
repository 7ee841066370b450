// "npm run test:engines": the unit tests in Firefox and in WebKit. Not part of "npm test": it needs Debian's firefox-esr,
// webkit2gtk-driver and xvfb. "npm run test:engines -- firefox test/domain/week.test.ts" runs one file in one engine; any
// name of "npm run browsers" will do, such as chromium-109.
import { readFileSync } from 'node:fs';
import { names } from './browsers/builds.js';
import { run } from './run.js';
import { unitTests } from './unit-files.js';
import { reachedFrom } from './zones.js';

/** Press keys and move the mouse by Chromium's own protocol, themselves or by what they import: they run nowhere else. */
const needsChromium = (file: string) =>
  [...reachedFrom([file])].some((each) =>
    readFileSync(each, 'utf8').includes("'@web/test-runner-commands'"),
  );

const args = process.argv.slice(2);
const engines = args.filter((arg) => names.includes(arg));
const named = args.filter((arg) => !names.includes(arg));
const files = (named.length > 0 ? named : unitTests()).filter((file) => !needsChromium(file));

const failed: string[] = [];
for (const engine of engines.length > 0 ? engines : ['firefox', 'webkit']) {
  console.log(`\n=== ${engine}\n`);
  const { code } = await run('wtr', [], {
    env: { UNIT_ENGINE: engine, UNIT_TESTS: files.join(' ') },
  });
  if (code !== 0) failed.push(engine);
}
if (failed.length > 0) console.error(`test:engines: failed in ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
