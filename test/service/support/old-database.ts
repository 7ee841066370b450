import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { Pool } from 'pg';
import { connectPglite, connectPostgres } from '../../../service/node/connect.js';
import type { Connection } from '../../../service/node/connect.js';
import type { Database } from '../../../service/store/database.js';
import { withNationalIds } from '../../../service/store/database.js';
import { serverKey } from './service.js';
import { testIds } from './test-database.js';

const folder = join(import.meta.dirname, '..', 'upgrade');

/** What is in the stored database, as `test/service/upgrade/write-old-database.ts` noted it down. */
export interface OldFacts {
  /** When it was written. */
  now: string;
  appointment: { id: string; start: string };
  /** Bearer of the session of whoever has the appointment. */
  session: string;
  pending: { id: string; token: string; code: string; start: string };
  hold: { id: string; token: string; start: string };
}

export const oldFacts = JSON.parse(
  readFileSync(join(folder, 'old-database.json'), 'utf8'),
) as OldFacts;

// Roles belong to a server and are in no dump of a database.
const statements = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'opus_service') THEN CREATE ROLE opus_service NOLOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$;
  ${readFileSync(join(folder, 'old-database.sql'), 'utf8')}`;

/** Writes a data folder as the demo of that time left it: `pglite/` and `server-key`. Returns its path. */
export async function writeOldDataFolder(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'opus-old-data-'));
  mkdirSync(join(dataDir, 'pglite'));
  const client = await PGlite.create({
    dataDir: join(dataDir, 'pglite'),
    extensions: { btree_gist },
  });
  await client.exec(statements);
  await client.close();
  writeFileSync(join(dataDir, 'server-key'), `${serverKey}\n`, { mode: 0o600 });
  return dataDir;
}

/** Opens the stored database with today's code on what `TEST_DATABASE` names; nothing is migrated yet. */
export async function openOldDatabase(): Promise<
  Connection & { db: Database; url: string | undefined }
> {
  if (process.env.TEST_DATABASE !== 'postgres') {
    const dataDir = await writeOldDataFolder();
    const connection = await connectPglite(dataDir);
    const close = async () => {
      await connection.close();
      rmSync(dataDir, { recursive: true });
    };
    return {
      ...connection,
      db: withNationalIds(connection.db, testIds),
      url: undefined,
      close,
    };
  }
  const server = process.env.TEST_DATABASE_URL!;
  const name = `opus_old_${randomUUID().replaceAll('-', '')}`;
  await query(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await query(url.href, statements);
  const connection = connectPostgres(url.href, 4);
  const close = async () => {
    await connection.close();
    await query(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { ...connection, db: withNationalIds(connection.db, testIds), url: url.href, close };
}

async function query(url: string, text: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    await pool.query(text);
  } finally {
    await pool.end();
  }
}
