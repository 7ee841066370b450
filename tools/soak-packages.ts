// "npm run soak -- --packages": the package as "npm pack" makes it, installed in empty projects and in the examples, built by each
// project's own bundler, and a time booked on each page. Types are checked with the frameworks' own. Asks the package registry.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.js';
import { bookOn } from './built-page.js';
import { typescriptNative } from './compilers.js';
import { must, packInto } from './packed-package.js';
import { startDemo } from './running-demo.js';

const root = resolve(import.meta.dirname, '..');
const port = Number(process.env.SOAK_PORT ?? 4396);
const service = `http://opusdentalklinikken.localhost:${port}`;

interface Project {
  readonly name: string;
  /** Packages that its page is built with. */
  readonly packages: readonly string[];
  /** Writes its files; those of an example are copied. */
  readonly write: (folder: string) => void;
  readonly build: readonly string[];
  /** Type check of its sources. */
  readonly hasTypes?: boolean;
}

const page = (script: string) => `<!doctype html>
<html lang="nb">
  <head><meta charset="utf-8"><title>Tannlege</title><link rel="icon" href="data:,"></head>
  <body>
    <opus-booking account="opusdentalklinikken" api="${service}"></opus-booking>
    ${script}
  </body>
</html>`;

function writeEmpty(folder: string, script: string, ownFolder = ''): void {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'main.js'), "import 'opus-booking/define/booking';\n");
  mkdirSync(join(folder, ownFolder), { recursive: true });
  writeFileSync(join(folder, ownFolder, 'index.html'), page(script));
}

const example = (name: string) => (folder: string) =>
  cpSync(join(root, 'demo/examples', name), folder, { recursive: true });

const sampleOf = (source: string) => `/** @jsxImportSource ${source} */
import 'opus-booking/${source === 'preact' ? 'preact' : 'solid'}';
export const right = (
  <opus-booking-button
    account="a"
    floating="right"
    ${source === 'preact' ? 'onopus-close' : 'on:opus-close'}={(event) => event.isBooked satisfies boolean}
  />
);
// @ts-expect-error There is no such corner.
export const wrong = <opus-booking-button floating="top" />;
`;

function writeTypes(folder: string): void {
  cpSync(join(root, 'demo/examples/react/tsconfig.json'), join(folder, 'tsconfig.json'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'src/preact.tsx'), sampleOf('preact'));
  writeFileSync(join(folder, 'src/solid.tsx'), sampleOf('solid-js'));
  writeFileSync(
    join(folder, 'src/vue.ts'),
    `import 'opus-booking/vue';
import type { GlobalComponents } from 'vue';
type Props = InstanceType<GlobalComponents['opus-booking-button']>['$props'];
export const right: Props = { account: 'a', floating: 'left' };
// @ts-expect-error There is no such corner.
export const wrong: Props = { floating: 'top' };
`,
  );
}

const module = '<script type="module" src="main.js"></script>';
const projects: readonly Project[] = [
  {
    name: 'vite',
    packages: ['vite@8.4.0'],
    write: (folder) => writeEmpty(folder, module),
    build: ['vite', 'build'],
  },
  {
    name: 'webpack',
    packages: ['webpack@5.113.0', 'webpack-cli@7.3.1'],
    write: (folder) => writeEmpty(folder, '<script defer src="main.js"></script>', 'dist'),
    build: ['webpack', './main.js', '--mode', 'production', '--output-path', 'dist'],
  },
  {
    name: 'esbuild',
    packages: ['esbuild@0.28.2'],
    write: (folder) => writeEmpty(folder, module, 'dist'),
    build: [
      'esbuild',
      'main.js',
      '--bundle',
      '--splitting',
      '--format=esm',
      '--minify',
      '--outdir=dist',
    ],
  },
  {
    name: 'react',
    packages: [],
    write: example('react'),
    build: ['vite', 'build'],
    hasTypes: true,
  },
  { name: 'vue', packages: [], write: example('vue'), build: ['vite', 'build'], hasTypes: true },
  {
    name: 'types',
    packages: ['preact@11.2.0', 'solid-js@1.9.20', 'vue@3.5.45'],
    write: writeTypes,
    build: [],
    hasTypes: true,
  },
];

/** Answers whether each project could be built, checked and booked in. */
export async function soakPackages(): Promise<boolean> {
  const work = mkdtempSync(join(tmpdir(), 'opus-packages-'));
  // What is packed is what is built now; the demo would build the CDN files itself, which takes longer than it is waited for.
  await must('npx', ['--no-install', 'tsx', 'tools/build.ts', 'lib', 'cdn'], root);
  const stop = await startDemo(port);
  const browser = await chromium.launch(await launchOptions());
  let isRight = true;
  try {
    const packed = await packInto(work);
    for (const [index, { name, packages, write, build, hasTypes }] of projects.entries()) {
      const folder = join(work, name);
      mkdirSync(folder);
      write(folder);
      const began = performance.now();
      try {
        const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
        await must('npm', ['install', ...quiet, packed, ...packages], folder);
        if (hasTypes) await must(typescriptNative, ['-p', folder], root);
        if (build.length > 0) {
          await must('npx', ['--no-install', ...build], folder, { VITE_SERVICE: service });
          await bookOn(browser, join(folder, 'dist'), { demoPort: port, number: 300 + index });
        }
        const seconds = ((performance.now() - began) / 1000).toFixed(0);
        console.log(
          `ok     ${name.padEnd(8)} ${build.length > 0 ? 'builds and books' : 'types fit'}, ${seconds} s`,
        );
      } catch (error) {
        isRight = false;
        console.log(`FAILED ${name}: ${String(error)}`);
      }
    }
  } finally {
    await browser.close();
    await stop();
    rmSync(work, { recursive: true, force: true });
  }
  return isRight;
}
