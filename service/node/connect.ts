import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { Pool } from 'pg';
import type { BareDatabase } from '../store/database.js';
import * as schema from '../store/schema/index.js';
import { takeLock } from './lock-file.js';
import { loadSnapshot } from './snapshot.js';
import type { SnapshotOptions } from './snapshot.js';

/** An open database. */
export interface Connection {
  db: BareDatabase;
  kind: 'pglite' | 'postgres';
  /** Folder of the embedded database. */
  dataDir?: string;
  /** Lets go of everything. */
  close: () => Promise<void>;
}

/** A pool of connections to a PostgreSQL server. */
export function connectPostgres(url: string, poolSize = 10): Connection {
  const pool = new Pool({ connectionString: url, max: poolSize });
  // Without a listener an idle connection that breaks would end the process; the next query gets a new one.
  pool.on('error', () => undefined);
  const db: BareDatabase = drizzlePostgres({ client: pool, schema });
  return { db, kind: 'postgres', close: () => pool.end() };
}

/** The embedded database of a folder, for this process alone. */
export async function connectPglite(
  dataDir: string,
  snapshot?: SnapshotOptions,
): Promise<Connection> {
  const release = takeLock(dataDir, join(dataDir, 'lock'));
  try {
    const folder = join(dataDir, 'pglite');
    const isNew = !existsSync(join(folder, 'PG_VERSION'));
    // A first start that was interrupted leaves a folder that is no database.
    if (isNew) await rm(folder, { recursive: true, force: true });
    await mkdir(dataDir, { recursive: true });
    const loadDataDir = isNew && snapshot ? await loadSnapshot(snapshot) : undefined;
    const client = await PGlite.create({
      dataDir: folder,
      extensions: { btree_gist },
      ...(loadDataDir ? { loadDataDir } : {}),
    });
    const db: BareDatabase = drizzlePglite({ client, schema });
    const close = async () => {
      await client.close();
      release();
    };
    return { db, kind: 'pglite', dataDir, close };
  } catch (error) {
    release();
    throw error;
  }
}
