// Calls of patients through the proxy. A call that got no answer is repeated, as the widget does, until it has one.
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Reply {
  status: number;
  body: string;
}

export interface Call {
  port: number;
  path: string;
  /** Number of the patient, who has a connection and an address of the loopback network. */
  patient: number;
  headers?: Record<string, string>;
  /** Sent by POST; without it the call is a GET. */
  json?: unknown;
}

const agents = new Map<number, Agent>();

/** One call; rejects when the connection fails. */
export function call({ port, path, patient, headers = {}, json }: Call): Promise<Reply> {
  const agent = agents.get(patient) ?? new Agent({ keepAlive: true });
  agents.set(patient, agent);
  return new Promise((resolve, reject) => {
    const body = json === undefined ? undefined : JSON.stringify(json);
    const request = httpRequest(
      {
        host: '127.0.0.1',
        localAddress: `127.0.1.${1 + patient}`,
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        agent,
        headers: body === undefined ? headers : { ...headers, 'Content-Type': 'application/json' },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** How often what went wrong: a status, or the code of a broken connection. */
export type Failures = Map<string, number>;

/** How long a call is repeated before it counts as lost, milliseconds. */
const patience = 30_000;

/** The answer of the service itself; whatever came instead is noted, and the same call made again. */
export async function callUntilAnswered(what: Call, failures: Failures): Promise<Reply> {
  for (const end = Date.now() + patience; ;) {
    const reply = await call(what).catch((error: unknown) =>
      String((error as { code?: unknown }).code),
    );
    if (typeof reply === 'object' && reply.status < 500) return reply;
    const kind = typeof reply === 'string' ? reply : String(reply.status);
    failures.set(kind, (failures.get(kind) ?? 0) + 1);
    if (Date.now() > end) throw new Error(`${what.path} has no answer after 30 s: ${kind}`);
    await pause(50);
  }
}
