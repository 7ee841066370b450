// Requests as they go over the wire: whatever a caller might write, not only what an HTTP client would let through.
import { Agent, request } from 'node:http';
import type { Endpoint } from '../../src/contract/index.js';

/** One call that is about to be made. */
export interface Planned {
  /** As the OpenAPI document names the operation. */
  operation: string;
  endpoint: Endpoint;
  method: string;
  /** Encoded, from the root. */
  path: string;
  query: (readonly [string, string])[];
  headers: Record<string, string>;
  /** Sent as JSON, unless `raw` is given. */
  body?: unknown;
  raw?: string | Uint8Array;
  /** Whether path or method were changed, so that another operation, or none, may answer. */
  isElsewhere: boolean;
  /** What was changed of a call that was right, in words; empty: nothing. */
  changes: readonly string[];
}

/** What came back. */
export interface Received {
  /** 0: nothing came. */
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
  /** The code of a failure of the connection, `hang`, or `held up`: the machine stood still. */
  failure?: string;
  milliseconds: number;
}

/** Longer than this, milliseconds, counts as no answer. */
const hangTime = 5000;

/** When this process itself was held up for a second or more last: what hung at that time is no doing of the service. */
let heldUpAt = -Infinity;
let tickedAt = performance.now();
setInterval(() => {
  const now = performance.now();
  if (now - tickedAt > 1000) heldUpAt = now;
  tickedAt = now;
}, 100).unref();

const agent = new Agent({ keepAlive: true, maxSockets: 2 });

/** Ends the connections that were kept. */
export const endConnections = (): void => agent.destroy();

/** Sends a call to the service at `root`. */
export function send(root: URL, planned: Planned): Promise<Received> {
  const { method, path, query, headers, body, raw } = planned;
  const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (received: Partial<Received>) =>
      resolve({
        status: 0,
        headers: {},
        text: '',
        ...received,
        milliseconds: performance.now() - began,
      });
    const call = request(
      {
        agent,
        host: root.hostname,
        port: root.port,
        method,
        path: search ? `${path}?${search}` : path,
        headers: {
          ...(content === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
          ...(content === undefined ? {} : { 'Content-Length': Buffer.byteLength(content) }),
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', (error: NodeJS.ErrnoException) =>
          end({ failure: error.code ?? 'error' }),
        );
        const finish = () =>
          end({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(chunks).toString(),
          });
        answer.on('end', finish);
        // A stream of events stays open: what has come of it so far is its answer.
        if (/^text\/event-stream/.test(answer.headers['content-type'] ?? '')) {
          setTimeout(() => {
            finish();
            call.destroy();
          }, 500);
        }
      },
    );
    call.setTimeout(hangTime, () => call.destroy(new Error('hang')));
    call.on('error', (error: NodeJS.ErrnoException) =>
      end({
        failure:
          error.message === 'hang' && heldUpAt > began ? 'held up' : (error.code ?? error.message),
      }),
    );
    call.end(content);
  });
}
