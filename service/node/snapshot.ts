import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { drizzle } from 'drizzle-orm/pglite';
import { publicDemoKey } from '../store/data-key.js';
import type { Database } from '../store/database.js';
import { withNationalIds } from '../store/database.js';
import { migrate, schemaVersion } from '../store/migrate.js';
import { createNationalIds } from '../store/national-ids.js';
import * as schema from '../store/schema/index.js';

/** Where snapshots lie, and what is in them beside the schema. */
export interface SnapshotOptions {
  /** Folder of the cache; made when missing, may be thrown away at any time. */
  folder: string;
  /** Changes whenever `fill` would make something else. */
  contents?: string;
  /** Puts the undated data into a migrated database, whose national IDs are sealed with the public key of the demo. */
  fill?: (db: Database) => Promise<void>;
}

/** A migrated embedded database as a file to begin from: made once per schema and contents, then read in a moment. */
export async function loadSnapshot(options: SnapshotOptions): Promise<Blob> {
  return new Blob([await readFile(await storeSnapshot(options))], { type: 'application/x-gzip' });
}

/** The same as a path, whose name changes with schema and contents. */
export async function storeSnapshot({
  folder,
  contents = '',
  fill,
}: SnapshotOptions): Promise<string> {
  const version = `${schemaVersion()} ${contents}`;
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(version));
  const name = `pglite-${Buffer.from(hash).toString('hex').slice(0, 24)}.tar.gz`;
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const blob = await makeSnapshot(fill);
  await mkdir(folder, { recursive: true });
  // Renamed into place whole, so that no other process ever reads half of it.
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, Buffer.from(await blob.arrayBuffer()));
  await rename(unfinished, path);
  return path;
}

async function makeSnapshot(fill: SnapshotOptions['fill']): Promise<Blob> {
  const client = await PGlite.create({ extensions: { btree_gist } });
  try {
    const ids = createNationalIds([publicDemoKey]);
    const db = withNationalIds(drizzle({ client, schema }), ids);
    await migrate(db);
    await fill?.(db);
    return await client.dumpDataDir('gzip');
  } finally {
    await client.close();
  }
}
