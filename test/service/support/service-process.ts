import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { formatDataKeys } from '../../../service/store/data-key.js';
import { bundledProgram } from './bundled-program.js';
import { serverKey } from './service.js';
import { testDataKey } from './test-database.js';

/** A service in a process of its own. */
export interface ServiceProcess {
  /** Root of the service, without a slash at the end. */
  url: string;
  pid: number;
  /** What it has printed so far. */
  output: () => string;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
  /** Asks it to end. */
  stop: () => Promise<void>;
}

/** Starts a service process in demo mode on any free port; rejects with what it printed when it does not come up. */
export async function startServiceProcess(
  env: Record<string, string>,
  { uid }: { uid?: number } = {},
): Promise<ServiceProcess> {
  const { DATABASE_URL: _url, DATA_DIR: _folder, ...inherited } = process.env;
  const child = spawn('node', [await bundledProgram('service/node/main.ts')], {
    env: {
      ...inherited,
      SERVER_KEY: serverKey,
      DATA_KEY: formatDataKeys([testDataKey]),
      DEMO: '1',
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
  };
  // A test that fails must not leave a process behind.
  const onExit = () => void child.kill('SIGKILL');
  process.once('exit', onExit);
  void ended.then(() => process.off('exit', onExit));

  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /ready at port (\d+)/.exec(output)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`The service ended: ${output}`)));
  });
  return {
    url,
    pid: child.pid!,
    output: () => output,
    kill: end('SIGKILL'),
    stop: end('SIGTERM'),
  };
}

/** The answer of one call over the network, and how long it took in milliseconds. */
export interface TimedAnswer<Body> {
  status: number;
  body: Body;
  milliseconds: number;
}

/**
 * Calls an account "demo" of a service process, and comes back when it has too much to do, as the widget does: a slow machine
 * must not change who wins a race.
 */
export async function callProcess<Body = Record<string, unknown>>(
  service: Pick<ServiceProcess, 'url'>,
  path: string,
  {
    method = 'POST',
    json,
    headers = {},
  }: {
    method?: string;
    json?: unknown;
    headers?: Record<string, string>;
  } = {},
): Promise<TimedAnswer<Body>> {
  const begin = performance.now();
  for (;;) {
    const response = await fetch(`${service.url}/v1/accounts/demo${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const milliseconds = performance.now() - begin;
    if (response.status !== 503 || milliseconds > 60_000) {
      return {
        status: response.status,
        body: (text ? JSON.parse(text) : undefined) as Body,
        milliseconds,
      };
    }
    await pause(Number(response.headers.get('Retry-After')) * 1000);
  }
}
