// One small way to drive every engine: open a page, evaluate an expression, take a picture.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumFlags } from '../browser.js';
import { loadPuppeteer, type Build } from './builds.js';

export interface Driver {
  readonly version: string;
  open(url: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  /** Not in WebKitGTK, whose driver answers with an empty picture. */
  picture?(path: string): Promise<void>;
  close(): Promise<void>;
}

const viewport = { width: 1280, height: 900 };

async function byPuppeteer({ engine, path, env }: Build): Promise<Driver> {
  const browser = await loadPuppeteer().launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: path,
    headless: engine === 'firefox' ? true : 'shell',
    args: engine === 'firefox' ? [] : [...chromiumFlags, '--headless', '--no-zygote'],
    env: { ...process.env, ...env },
  });
  const page = await browser.newPage();
  await page.setViewport(viewport);
  return {
    version: (await browser.version()).replace(/^HeadlessChrome\//, '').replace(/^firefox\//, ''),
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    picture: async (path) => void (await page.screenshot({ path })),
    close: () => browser.close(),
  };
}

const miniBrowsers = ['4.1', '4.0', '6.0'].map(
  (version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
);

/** WebKitGTK by the classic WebDriver protocol, on a display of its own. */
async function byWebDriver({ path }: Build, port: number): Promise<Driver> {
  const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 1400x1000x24', path, `--port=${port}`], {
    env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' },
    stdio: 'ignore',
    detached: true,
  });
  const root = `http://127.0.0.1:${port}`;
  const send = async (way: string, body?: unknown, method = 'POST'): Promise<unknown> => {
    const response = await fetch(root + way, {
      method,
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(JSON.stringify(value).slice(0, 300));
    return value;
  };
  const binary = miniBrowsers.find((each) => existsSync(each));
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  };
  const stop = () => child.pid && process.kill(-child.pid, 'SIGTERM');
  try {
    for (let tries = 0; ; tries += 1) {
      const ready = await fetch(`${root}/status`).catch(() => undefined);
      if (ready) break;
      if (tries > 100) throw new Error('WebKitWebDriver did not start');
      await new Promise((done) => setTimeout(done, 100));
    }
    const { sessionId, capabilities: given } = (await send('/session', { capabilities })) as {
      sessionId: string;
      capabilities: { browserVersion: string };
    };
    const session = `/session/${sessionId}`;
    await send(`${session}/window/rect`, viewport).catch(() => undefined);
    return {
      version: `WebKitGTK ${given.browserVersion}`,
      open: async (url) => void (await send(`${session}/url`, { url })),
      evaluate: (expression) =>
        send(`${session}/execute/sync`, { script: `return (${expression})`, args: [] }),
      close: async () => {
        await send(session, undefined, 'DELETE').catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Starts a build; `port` is free for a driver of its own. */
export function start(build: Build, port: number): Promise<Driver> {
  return build.engine === 'webkit' ? byWebDriver(build, port) : byPuppeteer(build);
}
