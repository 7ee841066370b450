import { existsSync } from 'node:fs';
import { chmod, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import type { BareDatabase } from '../../store/database.js';
import { ensureGuards, ensureRole } from '../../store/guards.js';
import * as schema from '../../store/schema/index.js';
import { connectPostgres, hasPglite, openPglite } from '../connect.js';
import { toFolderError } from '../data-folder.js';
import { takeLock } from '../lock-file.js';
import { syncFile } from '../synced-fs.js';
import { StartError } from '../start-error.js';
import { runTool } from './postgres-tools.js';

/** Which database is meant. */
export interface Place {
  /** A PostgreSQL server; without it the embedded database of `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
}

/**
 * Writes a database into a file that `restore` reads: whole, or not at all. A PostgreSQL server goes on working meanwhile; the
 * embedded database must not be in use. Throws a `StartError` with a way on.
 */
export async function backUp({ databaseUrl, dataDir }: Place, file: string): Promise<void> {
  if (existsSync(file)) throw new StartError(`${file} is there already: name another file.`);
  const unfinished = `${file}.unfinished`;
  try {
    if (databaseUrl === undefined) await dumpPglite(dataDir, unfinished);
    else {
      await runTool('pg_dump', databaseUrl, [
        '--format=custom',
        '--no-owner',
        '--no-privileges',
        `--file=${unfinished}`,
      ]);
    }
    await chmod(unfinished, 0o600);
    await syncFile(unfinished);
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/**
 * Reads a file of `backUp` into a database that is empty yet, also on a server that never had one of ours, and makes sure that
 * accounts are kept apart. Throws a `StartError` with a way on.
 */
export async function restore({ databaseUrl, dataDir }: Place, file: string): Promise<void> {
  if (!existsSync(file)) throw new StartError(`There is no file ${file}.`);
  if (databaseUrl === undefined) await loadPglite(dataDir, file);
  else await loadPostgres(databaseUrl, file);
}

async function dumpPglite(dataDir: string, file: string): Promise<void> {
  if (!hasPglite(dataDir)) {
    throw new StartError(`There is no database in ${dataDir}: name its folder with DATA_DIR.`);
  }
  await withLock(dataDir, async () => {
    const client = await openPglite(dataDir, () => undefined);
    try {
      await client.exec('CHECKPOINT');
      const copy = await client.dumpDataDir('gzip');
      const target = await open(file, 'wx', 0o600);
      try {
        await target.writeFile(new Uint8Array(await copy.arrayBuffer()));
      } finally {
        await target.close();
      }
    } finally {
      await client.close();
    }
  });
}

async function loadPglite(dataDir: string, file: string): Promise<void> {
  if (hasPglite(dataDir)) {
    throw new StartError(
      `There is a database in ${dataDir} already. Move it away, or restore into another folder: DATA_DIR=/path`,
    );
  }
  await withLock(dataDir, async () => {
    const copy = new Blob([await readFile(file)], { type: 'application/x-gzip' });
    const client = await openPglite(dataDir, () => Promise.resolve(copy));
    try {
      await ensureGuards(drizzle({ client, schema }));
    } finally {
      await client.close();
    }
  });
}

async function loadPostgres(url: string, file: string): Promise<void> {
  const { unhurried: db, close } = connectPostgres(url, 1);
  try {
    if (!(await isEmpty(db))) {
      throw new StartError(
        'The database has tables already. Restore into a new one: createdb NAME',
      );
    }
    // The policies of the rows name the role.
    await ensureRole(db);
    await runTool('pg_restore', url, [
      '--no-owner',
      '--no-privileges',
      '--single-transaction',
      '--exit-on-error',
      file,
    ]);
    await ensureGuards(db);
  } finally {
    await close();
  }
}

async function isEmpty(db: BareDatabase): Promise<boolean> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`pg_class`)
    .where(sql`relkind = 'r' AND relnamespace = current_schema()::regnamespace`);
  return found?.count === 0;
}

async function withLock(dataDir: string, work: () => Promise<void>): Promise<void> {
  let release: (() => void) | undefined;
  try {
    release = takeLock(dataDir, join(dataDir, 'lock'));
    await work();
  } catch (error) {
    throw toFolderError(error, dataDir);
  } finally {
    release?.();
  }
}
