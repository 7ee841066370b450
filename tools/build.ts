// Builds what is asked for: "tsx tools/build.ts lib cdn storybook".
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newerThanBaseline } from './baseline/built.js';
import { typescript } from './compilers.js';
import { reportCounts } from './counts.js';
import { buildEmbedFiles } from './embed-build.js';
import { integrityOf } from './integrity.js';
import { licenseText } from './licenses.js';
import { run } from './run.js';

async function must(command: string, ...args: string[]): Promise<void> {
  const { code } = await run(command, args);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

function requireEntries(...files: string[]): void {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
}

/** Files that only name another one cost a request each, and are missed by whoever is offline by then. */
function refuseEmptyFiles(folder: string): void {
  const isEmpty = (file: string) =>
    /^(import[^;]+;)+(export[^;]+;)?\s*(\/\/# sourceMappingURL=.*\s*)?$/.test(
      readFileSync(join(folder, file), 'utf8'),
    );
  const empty = readdirSync(folder).filter((file) => file.endsWith('.js') && isEmpty(file));
  if (empty.length > 0)
    throw new Error(`without code, is there a top-level await? ${empty.join()}`);
}

/** The oldest browsers (docs/browsers.md) have to read every file: one that they can't parse is a blank page. */
function refuseNewerThanBaseline(folder: string): void {
  const faults = readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) =>
      newerThanBaseline(readFileSync(join(folder, file), 'utf8')).map(
        (fault) => `${file}: ${fault}`,
      ),
    );
  if (faults.length > 0) throw new Error(`newer than the baseline:\n${faults.join('\n')}`);
}

async function lint(): Promise<void> {
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const { messages, pkg } = await publint({ pkgDir: process.cwd(), strict: true, pack: false });
  for (const message of messages)
    console.error(`publint ${message.type}: ${formatMessage(message, pkg)}`);
  if (messages.length > 0) throw new Error(`publint found ${messages.length}`);
  console.log('publint: the package is right');
}

const targets: Record<string, () => Promise<void>> = {
  async lib() {
    requireEntries('src/index.ts', 'src/all.ts', 'src/domain/index.ts', 'src/contract/index.ts');
    await must('vite', 'build', '--config', 'tools/vite.lib.config.ts');
    await must(typescript, '-p', 'tools/tsconfig.build.json');
    await lint();
  },
  async cdn() {
    requireEntries('src/all.ts');
    await must('vite', 'build', '--config', 'tools/vite.cdn.config.ts');
    await buildEmbedFiles('cdn');
    await must('vite', 'build', '--config', 'tools/vite.console.config.ts');
    refuseEmptyFiles('cdn');
    refuseNewerThanBaseline('cdn');
    writeFileSync('cdn/LICENSES.txt', licenseText());
    writeFileSync('cdn/integrity.json', `${JSON.stringify(integrityOf('cdn'), undefined, 2)}\n`);
  },
  async storybook() {
    requireEntries('custom-elements.json');
    await must(
      'storybook',
      'build',
      '--output-dir',
      'storybook-static',
      '--disable-telemetry',
      '--quiet',
    );
  },
};

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !targets[name]);
if (requested.length === 0 || unknown.length > 0) {
  console.error(`Build what? ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
for (const name of requested) {
  const started = performance.now();
  try {
    await targets[name]?.();
    console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    reportCounts({ passed: 1, failed: 0, skipped: 0 });
  } catch (error) {
    console.error(`build ${name} FAILED: ${String(error)}`);
    reportCounts({ passed: 0, failed: 1, skipped: 0 });
    process.exitCode = 1;
  }
}
