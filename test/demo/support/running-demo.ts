import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';

/** What `npm start` is without the build: a process of its own. */
export interface RunningDemo {
  /** What it printed so far. */
  output: () => string;
  /** Resolves once it says that it is ready; rejects when it ends before. */
  ready: Promise<void>;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  kill: (signal: NodeJS.Signals) => void;
}

/** Starts the demo with nothing in its environment but `env`. */
export function startDemo(env: Record<string, string>): RunningDemo {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/main.ts'], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Stop with Ctrl+C')) resolve();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    void ended.then((code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  // Whoever waits for the end alone does not look at it.
  ready.catch(() => undefined);
  return { output: () => output, ready, ended, kill: (signal) => child.kill(signal) };
}

/** An answer of the demo. */
export interface DemoAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  text: string;
}

/** Asks a port of this machine for a path under any host name, which `fetch` cannot. */
export function ask(
  port: number,
  path: string,
  { host = `localhost:${port}`, method = 'GET', headers = {} } = {},
): Promise<DemoAnswer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { Host: host, ...headers } };
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const { statusCode = 0, headers: got } = answer;
        resolve({ status: statusCode, headers: got, bytes, text: bytes.toString() });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
