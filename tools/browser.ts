// Finds the Chromium that unit tests, stories, whole-flow tests, sizes and screenshots share.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Flags that let Chromium run as root in a container and keep it from calling home. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The engine without the browser's windows, of Debian's package `chromium-headless-shell`: a page takes a quarter less
 * work. Not by its command, which is a script that a signal ends without the browser.
 */
const headlessShell = '/usr/lib/chromium/chromium-headless-shell';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const systemPaths = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onSystem(): string | undefined {
  if (isExecutable(headlessShell)) return headlessShell;
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...systemPaths].filter(Boolean);
  const names = [...systemNames, 'Google Chrome', 'Chromium'];
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path) && isExecutable(path));
}

async function fromPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function install(): boolean {
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const commands: [string, string[]][] = asRoot
    ? [
        ['apt-get', ['update', '-qq']],
        [
          'apt-get',
          [
            'install',
            '-y',
            '-qq',
            '--no-install-recommends',
            'chromium-headless-shell',
            'fonts-liberation',
          ],
        ],
      ]
    : [['npx', ['playwright', 'install', 'chromium']]];
  for (const [command, args] of commands) {
    console.error(`No Chromium found, installing: ${command} ${args.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env });
    if (status !== 0) return false;
  }
  return true;
}

/** Path of a Chromium: `CHROMIUM_PATH`, the system's, Playwright's, or a fresh install; throws when all fail. */
export async function findChromium(): Promise<string> {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which is not an executable file.`);
  }
  const found = onSystem() ?? (await fromPlaywright());
  if (found) return found;
  const installed = install() ? (onSystem() ?? (await fromPlaywright())) : undefined;
  if (installed) return installed;
  throw new Error(
    'No Chromium: set CHROMIUM_PATH, or run "apt-get install chromium-headless-shell" or "npx playwright install chromium".',
  );
}

/** Launch options for Playwright's `chromium.launch` with the found browser. */
export async function launchOptions(): Promise<{ executablePath: string; args: string[] }> {
  return { executablePath: await findChromium(), args: chromiumFlags };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await findChromium();
  console.log(path, execFileSync(path, ['--version', '--no-sandbox']).toString().trim());
}
