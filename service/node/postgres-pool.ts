import type { Socket } from 'node:net';
import { Pool } from 'pg';
import type { PoolClient } from 'pg';
import { createPreparingClient } from './preparing-client.js';

/** How long a connection may take to be made, or to become free; milliseconds. */
const connectionTimeout = 5000;

/**
 * How long a server may be silent while somebody waits for it, milliseconds. A server that works ends every statement sooner;
 * one that is cut off, without a word, would otherwise be waited for until the kernel gives up, a quarter of an hour later.
 */
const silence = 20_000;

export interface PoolOptions {
  size: number;
  /** For work that may take as long as it takes, such as migrations and waiting for another process. */
  isUnhurried?: boolean;
}

/** A pool of connections that survives the loss of any of them, and of the server. */
export function createPool(url: string, { size, isUnhurried = false }: PoolOptions): Pool {
  const pool = new SteadyPool({
    Client: createPreparingClient(),
    connectionString: url,
    max: size,
    connectionTimeoutMillis: connectionTimeout,
    keepAlive: true,
    application_name: 'opus-booking',
  });
  // Without a listener an idle connection that breaks would end the process; the next query gets a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // The same for one that is in use: whoever waits for its answer is told by the rejected query.
    client.on('error', () => undefined);
    if (!isUnhurried) endSilence(client);
  });
  return pool;
}

/** Ends a connection whose server says nothing for too long. */
function endSilence(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(silence, () => stream.destroy());
}

/**
 * A pool that takes back a connection that has ended while it was lent. Drizzle does not give one back whose `begin` failed:
 * each would be missing from the pool for ever.
 */
class SteadyPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: Parameters<Pool['connect']>[0]): void;
  override connect(callback?: Parameters<Pool['connect']>[0]): Promise<PoolClient> | void {
    if (callback) return super.connect(callback);
    return super.connect().then((client) => {
      const release = client.release.bind(client);
      let isReleased = false;
      client.release = (error) => {
        if (isReleased) return;
        isReleased = true;
        client.off('end', takeBack);
        release(error);
      };
      const takeBack = () => client.release(true);
      client.once('end', takeBack);
      return client;
    });
  }
}
