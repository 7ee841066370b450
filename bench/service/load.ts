import { Agent, request as httpRequest } from 'node:http';
import { performance } from 'node:perf_hooks';

/** Clients that work side by side, each on one connection that it keeps. */
export const clients = 16;

const agent = new Agent({ keepAlive: true, maxSockets: clients });

export interface Reply {
  status: number;
  body: Buffer;
}

interface Call {
  method?: string;
  headers?: Record<string, string>;
  json?: unknown;
}

/** One call; rejects when the connection fails. */
export function call(port: number, path: string, options: Call = {}): Promise<Reply> {
  const { method = 'GET', headers = {}, json } = options;
  return new Promise((resolve, reject) => {
    const body = json === undefined ? undefined : JSON.stringify(json);
    const sent = body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' };
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, agent, headers: sent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      // A busy service closes a connection that has rested, just as the next call goes out on it.
      const isClosed = request.reusedSocket && error.code === 'ECONNRESET';
      if (isClosed) resolve(call(port, path, options));
      else reject(error);
    });
    request.end(body);
  });
}

/** How often a second `work` was done in so many seconds by all clients; what is under way at the end counts by its share. */
export async function rate(seconds: number, work: () => Promise<boolean>): Promise<number> {
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let done = 0;
  const client = async () => {
    while (performance.now() < end) {
      const from = performance.now();
      if (!(await work())) continue;
      const to = performance.now();
      done += to <= end ? 1 : (end - from) / (to - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return done / seconds;
}
