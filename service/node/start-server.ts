import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** A server that listens. */
export interface RunningServer {
  port: number;
  /** Stops taking connections and lets those under way end. */
  close: () => Promise<void>;
}

/** The network address of a caller, from what the Node adapter passes to `fetch`. */
export function remoteAddress(environment: unknown): string | undefined {
  const { incoming } = (environment ?? {}) as {
    incoming?: { socket?: { remoteAddress?: string } };
  };
  // A connection that is gone already has no address; it must not count as this machine itself.
  return incoming?.socket?.remoteAddress ?? 'unknown';
}

/** Serves a fetch handler over HTTP; rejects when the port is taken. */
export function startServer(
  fetch: (request: Request, environment: object) => Response | Promise<Response>,
  { port, hostname = '127.0.0.1' }: { port: number; hostname?: string },
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        });
      resolve({ port: (server.address() as AddressInfo).port, close });
    });
  });
}
