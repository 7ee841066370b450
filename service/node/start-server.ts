import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** A server that listens. */
export interface RunningServer {
  port: number;
  /** Stops taking connections and lets those under way end. */
  close: () => Promise<void>;
  /** Ends every connection that is left. */
  cutOff: () => void;
}

/** The network address of a caller, from what the Node adapter passes to `fetch`. */
export function remoteAddress(environment: unknown): string | undefined {
  const { incoming } = (environment ?? {}) as {
    incoming?: { socket?: { remoteAddress?: string } };
  };
  // A connection that is gone already has no address; it must not count as this machine itself.
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

/**
 * How long a client may take, milliseconds (N-07): for the headers, for the whole request, without a word in either direction,
 * between two requests of one connection, and for reading an answer. Node answers 408 itself where an answer can still be read.
 */
export const clientLimits = {
  headers: 10_000,
  request: 20_000,
  silence: 30_000,
  idle: 65_000,
  answer: 120_000,
};

/** Serves a fetch handler over HTTP; rejects when the port is taken. */
export function startServer(
  fetch: (request: Request, environment: object) => Response | Promise<Response>,
  {
    port,
    hostname = '127.0.0.1',
    limits = clientLimits,
  }: { port: number; hostname?: string; limits?: typeof clientLimits },
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch,
    // Of HTTP/1.0 callers who name no host, such as a load balancer that looks whether the process lives.
    hostname: 'localhost',
    serverOptions: {
      headersTimeout: limits.headers,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.idle,
      connectionsCheckingInterval: 1000,
    },
  }) as Server;
  server.setTimeout(limits.silence);
  server.on('request', (_request, response) => {
    const timer = setTimeout(() => response.destroy(), limits.answer).unref();
    response.once('close', () => clearTimeout(timer));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeIdleConnections();
        });
      const cutOff = () => server.closeAllConnections();
      resolve({ port: (server.address() as AddressInfo).port, close, cutOff });
    });
  });
}
