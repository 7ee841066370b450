// One small way to drive every engine: open a page, evaluate an expression, take a picture.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags } from '../browser.js';
import { loadPuppeteer, loadWebSocket, type Build } from './builds.js';

export interface Driver {
  readonly version: string;
  open(url: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  /** Not in WebKitGTK, whose driver answers with an empty picture. */
  picture?(path: string): Promise<void>;
  close(): Promise<void>;
}

const viewport = { width: 1280, height: 900 };

async function byPuppeteer({ path }: Build): Promise<Driver> {
  const browser = await loadPuppeteer().launch({ browser: 'firefox', executablePath: path });
  const page = await browser.newPage();
  await page.setViewport(viewport);
  return {
    version: (await browser.version()).replace(/^firefox\//, 'Firefox '),
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    picture: async (path) => void (await page.screenshot({ path })),
    close: () => browser.close(),
  };
}

interface Answer {
  id?: number;
  result?: { data?: string; result?: { value?: unknown }; exceptionDetails?: unknown };
  error?: { message: string };
}

/** Chromium by the DevTools protocol itself: Puppeteer no longer opens a page in some of the old builds. */
async function byDevTools({ path, env }: Build, port: number): Promise<Driver> {
  const size = `--window-size=${viewport.width},${viewport.height}`;
  const profile = mkdtempSync(join(tmpdir(), 'opus-profile-'));
  const flags = ['--headless', '--no-zygote', size, `--user-data-dir=${profile}`];
  const child = spawn(path, [...chromiumFlags, ...flags, `--remote-debugging-port=${port}`], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  const gone = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  const ask = async (way: string, method = 'GET'): Promise<Record<string, string>> =>
    (await (await fetch(`http://127.0.0.1:${port}/json/${way}`, { method })).json()) as never;
  try {
    await until(() => ask('version'), 'Chromium');
    const { Browser = '' } = await ask('version');
    const { webSocketDebuggerUrl = '' } = await ask('new?about:blank', 'PUT');
    const socket = new (loadWebSocket())(webSocketDebuggerUrl);
    const waiting = new Map<number, (answer: Answer) => void>();
    await new Promise((done) => socket.on('open', done));
    socket.on('message', (text) => {
      const answer = JSON.parse(String(text)) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    });
    let last = 0;
    const send = async (method: string, params: object = {}) => {
      const id = (last += 1);
      const answer = new Promise<Answer>((done) => waiting.set(id, done));
      socket.send(JSON.stringify({ id, method, params }));
      const { result, error } = await answer;
      if (error ?? result?.exceptionDetails) throw new Error(JSON.stringify(error ?? result));
      return result;
    };
    return {
      version: Browser.replace(/^\w+\//, 'Chromium '),
      open: async (url) => void (await send('Page.navigate', { url })),
      async evaluate(expression) {
        const answer = await send('Runtime.evaluate', { expression, returnByValue: true });
        return answer?.result?.value;
      },
      async picture(file) {
        const answer = await send('Page.captureScreenshot');
        writeFileSync(file, Buffer.from(answer?.data ?? '', 'base64'));
      },
      close: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Asks until something answers. */
async function until(ask: () => Promise<unknown>, what: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask().catch(() => undefined);
    if (answer) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${what} did not start`);
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
    await until(() => fetch(`${root}/status`), 'WebKitWebDriver');
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
  switch (build.engine) {
    case 'chromium':
      return byDevTools(build, port);
    case 'firefox':
      return byPuppeteer(build);
    case 'webkit':
      return byWebDriver(build, port);
  }
}
