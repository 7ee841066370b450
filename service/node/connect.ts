import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import type { BareDatabase } from '../store/database.js';
import * as schema from '../store/schema/index.js';
import { checkRoom, toFolderError } from './data-folder.js';
import { takeLock } from './lock-file.js';
import { createPool } from './postgres-pool.js';
import { loadSnapshot } from './snapshot.js';
import type { SnapshotOptions } from './snapshot.js';
import { SyncedFS, syncedStartParams, syncTree } from './synced-fs.js';

/** An open database. */
export interface Connection {
  db: BareDatabase;
  /** The same database for work that may take long, such as migrations: without limits on its time. */
  unhurried: BareDatabase;
  kind: 'pglite' | 'postgres';
  /** Folder of the embedded database. */
  dataDir?: string;
  /** Lets go of everything. */
  close: () => Promise<void>;
}

/** A pool of connections to a PostgreSQL server. */
export function connectPostgres(url: string, poolSize = 10): Connection {
  const pool = createPool(url, { size: poolSize });
  const unhurriedPool = createPool(url, { size: 2, isUnhurried: true });
  return {
    db: drizzlePostgres({ client: pool, schema }),
    unhurried: drizzlePostgres({ client: unhurriedPool, schema }),
    kind: 'postgres',
    close: async () => {
      await Promise.all([pool.end(), unhurriedPool.end()]);
    },
  };
}

/** A pool of connections to a server that follows the database, for reading. */
export function connectReplica(url: string, poolSize: number): Pick<Connection, 'db' | 'close'> {
  const pool = createPool(url, { size: poolSize });
  return { db: drizzlePostgres({ client: pool, schema }), close: () => pool.end() };
}

/** The embedded database of a folder, for this process alone. Throws a `StartError` where the folder cannot be used. */
export async function connectPglite(
  dataDir: string,
  snapshot?: SnapshotOptions,
): Promise<Connection> {
  let release: (() => void) | undefined;
  try {
    release = takeLock(dataDir, join(dataDir, 'lock'));
    await checkRoom(dataDir);
    const letGo = release;
    const client = await openPglite(dataDir, () => snapshot && loadSnapshot(snapshot));
    const db: BareDatabase = drizzlePglite({ client, schema });
    const close = async () => {
      await client.close();
      letGo();
    };
    return { db, unhurried: db, kind: 'pglite', dataDir, close };
  } catch (error) {
    release?.();
    throw toFolderError(error, dataDir);
  }
}

/**
 * Opens the embedded database of a folder, whose lock the caller has. A new one begins with the copy, if there is one, and is
 * whole and on the disk before this resolves.
 */
export async function openPglite(
  dataDir: string,
  copy: () => Promise<Blob> | undefined,
): Promise<PGlite> {
  const { folder, mark } = placesOf(dataDir);
  const isNew = !existsSync(join(folder, 'PG_VERSION')) || existsSync(mark);
  if (isNew) {
    // A first start that was interrupted leaves a folder that is no database.
    await rm(folder, { recursive: true, force: true });
    await writeFile(mark, '');
  }
  const loadDataDir = isNew ? await copy() : undefined;
  const client = await PGlite.create({
    fs: new SyncedFS(folder),
    startParams: syncedStartParams,
    extensions: { btree_gist },
    ...(loadDataDir ? { loadDataDir } : {}),
  });
  if (isNew) {
    await syncTree(dataDir);
    await rm(mark);
  }
  return client;
}

/** Whether a folder holds an embedded database; false for one that was not finished. */
export function hasPglite(dataDir: string): boolean {
  const { folder, mark } = placesOf(dataDir);
  return existsSync(join(folder, 'PG_VERSION')) && !existsSync(mark);
}

const placesOf = (dataDir: string) => ({
  folder: join(dataDir, 'pglite'),
  mark: join(dataDir, 'pglite.unfinished'),
});
