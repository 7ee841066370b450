// The browsers that "npm run browsers" knows, and where each comes from.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { findChromium } from '../browser.js';

export interface Build {
  readonly engine: 'chromium' | 'firefox' | 'webkit';
  readonly path: string;
  /** What the program needs of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Kept between runs: a build is 150 MB. */
const folder = join(tmpdir(), 'opus-browsers');

/** Old builds of Chromium lie in npm packages that were made for serverless functions. */
const oldChromium: Readonly<Record<string, string>> = {
  'chromium-103': '@sparticuz/chromium@103.0.0',
  'chromium-106': '@sparticuz/chromium@106.0.2',
  'chromium-109': '@sparticuz/chromium@109.0.6',
  'chromium-112': '@sparticuz/chromium@112.0.2',
  'chromium-115': '@sparticuz/chromium@115.0.0',
  'chromium-119': '@sparticuz/chromium@119.0.2',
  'chromium-122': '@sparticuz/chromium@122.0.0',
};

/** Drives Firefox by WebDriver BiDi; the WebSocket that it brings along drives Chromium. Node 20 has none of its own. */
const puppeteer = 'puppeteer-core@24.43.1';

const systemPaths = {
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  webkit: ['/usr/bin/WebKitWebDriver'],
};

/** Every name that the command takes. */
export const names = [...Object.keys(oldChromium), 'chromium', 'firefox', 'webkit'];

/** Those that are walked unless told. */
export const standard = ['chromium-103', 'chromium-109', 'chromium', 'firefox', 'webkit'];

/** The package's folder, fetched once by npm, without running anything of it. */
function fetchPackage(name: string): string {
  const target = join(folder, name.replace(/[@/]/g, '_'));
  const done = join(target, 'package.json');
  if (!existsSync(done)) {
    mkdirSync(target, { recursive: true });
    const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=peer'];
    execFileSync('npm', ['install', '--prefix', target, ...flags, name], { stdio: 'pipe' });
    writeFileSync(done, '{"private":true}\n');
  }
  return join(target, 'node_modules', name.slice(0, name.lastIndexOf('@')));
}

/** The part of Puppeteer that the walk uses. */
export interface Puppeteer {
  launch(options: Record<string, unknown>): Promise<{
    newPage(): Promise<PuppeteerPage>;
    version(): Promise<string>;
    close(): Promise<void>;
  }>;
}

export interface PuppeteerPage {
  goto(url: string): Promise<unknown>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  screenshot(options: { path: string }): Promise<unknown>;
}

export function loadPuppeteer(): Puppeteer {
  const path = fetchPackage(puppeteer);
  return createRequire(join(path, 'package.json'))('puppeteer-core') as Puppeteer;
}

/** The part of the package ws that the walk uses. */
export interface WebSocketClass {
  new (url: string): {
    on(event: 'open' | 'message', listener: (data: unknown) => void): void;
    send(text: string): void;
  };
}

export function loadWebSocket(): WebSocketClass {
  return createRequire(join(fetchPackage(puppeteer), 'package.json'))('ws') as WebSocketClass;
}

function unpackChromium(name: string, packed: string): Build {
  const target = join(folder, name);
  const path = join(target, 'chromium');
  if (!existsSync(path)) {
    const from = join(fetchPackage(packed), 'bin');
    mkdirSync(target, { recursive: true });
    for (const file of readdirSync(from)) {
      const bytes = brotliDecompressSync(readFileSync(join(from, file)));
      const to = join(target, file.replace(/(\.tar)?\.br$/, '$1'));
      writeFileSync(to, bytes);
      if (to.endsWith('.tar')) execFileSync('tar', ['xf', to, '-C', target]);
      else chmodSync(to, 0o755);
    }
  }
  return { engine: 'chromium', path, env: { LD_LIBRARY_PATH: join(target, 'lib') } };
}

/** The build of a name; throws where it is not on this machine and can't be fetched. */
export async function findBuild(name: string): Promise<Build> {
  const packed = oldChromium[name];
  if (packed) return unpackChromium(name, packed);
  if (name === 'chromium') return { engine: 'chromium', path: await findChromium() };
  const engine = name === 'firefox' ? 'firefox' : 'webkit';
  const path = systemPaths[engine].find((each) => existsSync(each));
  const debian = { firefox: 'firefox-esr', webkit: 'webkit2gtk-driver xvfb' }[engine];
  if (!path) throw new Error(`not on this machine: apt-get install ${debian}`);
  return { engine, path };
}
