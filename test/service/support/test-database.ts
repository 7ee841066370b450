import { createHash, randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { Pool } from 'pg';
import { randomDataKey } from '../../../service/store/data-key.js';
import type { Database } from '../../../service/store/database.js';
import { withNationalIds } from '../../../service/store/database.js';
import { migrate, schemaVersion } from '../../../service/store/migrate.js';
import { createNationalIds } from '../../../service/store/national-ids.js';
import * as schema from '../../../service/store/schema/index.js';
import { connectPostgres } from '../../../service/node/connect.js';
import { loadSnapshot } from '../../../service/node/snapshot.js';

/** A migrated database for one test file. */
export interface TestDatabase {
  db: Database;
  kind: 'pglite' | 'postgres';
  /** Of PostgreSQL: where other processes reach this very database. */
  url: string | undefined;
  /** Empties every table. */
  clear: () => Promise<void>;
  close: () => Promise<void>;
}

/** Where snapshots of the embedded database lie between runs. */
export const snapshotFolder = 'node_modules/.cache/opus-booking';

/** What this process and those that it starts read and write national IDs with. */
export const testDataKey = randomDataKey('test');
export const testIds = createNationalIds([testDataKey]);

/** Opens the database that `TEST_DATABASE` names: `pglite` (in memory, unless told) or `postgres` at `TEST_DATABASE_URL`. */
export async function openTestDatabase(kind = process.env.TEST_DATABASE): Promise<TestDatabase> {
  return kind === 'postgres' ? openPostgres() : openPglite();
}

/** An embedded database and how it is closed. */
interface Embedded {
  readonly db: Database;
  readonly client: PGlite;
}

/** Embedded databases that an earlier file of this process has left: opening one takes seconds. */
const idle: Embedded[] = [];
// An open one has timers that keep the process alive; tools/node-test-worker.ts disconnects after its last file.
process.once('disconnect', () => void Promise.all(idle.map(({ client }) => client.close())));

/** A migrated database in memory. */
async function createEmbedded(): Promise<Embedded> {
  const client = await PGlite.create({
    extensions: { btree_gist },
    loadDataDir: await loadSnapshot({ folder: snapshotFolder }),
  });
  const db = withNationalIds(drizzle({ client, schema }), testIds);
  await migrate(db);
  return { db, client };
}

async function openPglite(): Promise<TestDatabase> {
  const embedded = idle.pop() ?? (await createEmbedded());
  const { db } = embedded;
  await truncate(db);
  return {
    db,
    kind: 'pglite',
    url: undefined,
    clear: () => clear(db),
    close: async () => {
      if (process.connected) idle.push(embedded);
      else await embedded.client.close();
    },
  };
}

async function openPostgres(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server)
    throw new Error('TEST_DATABASE=postgres needs TEST_DATABASE_URL: see tools/postgres.ts.');
  const pool = new Pool({ connectionString: server, max: 1 });
  // PostgreSQL cuts long names: those of two versions must differ in their beginning.
  const version = createHash('sha256').update(schemaVersion()).digest('hex').slice(0, 32);
  const template = `opus_template_${version}`;
  const name = `opus_test_${randomUUID().replaceAll('-', '')}`;
  try {
    // Test files run one after another, but nothing should hang on that.
    await pool.query('SELECT pg_advisory_lock(71094402)');
    const { rowCount } = await pool.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) {
      await pool.query(`CREATE DATABASE ${template}`);
      const made = connectPostgres(at(server, template), 1);
      await migrate(withNationalIds(made.db, testIds));
      await made.close();
    }
    await pool.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await pool.query('SELECT pg_advisory_unlock(71094402)');
  } finally {
    await pool.end();
  }
  const url = at(server, name);
  const { db: bare, close } = connectPostgres(url, 10);
  const db = withNationalIds(bare, testIds);
  return {
    db,
    kind: 'postgres',
    url,
    clear: () => clear(db),
    async close() {
      await close();
      const admin = new Pool({ connectionString: server, max: 1 });
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

function at(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Empties every table between two files: TRUNCATE leaves nothing of deleted rows, but takes a tenth of a second. */
async function truncate(db: Database): Promise<void> {
  // Everything hangs on an account.
  await db.execute(sql`TRUNCATE accounts CASCADE`);
}

const tables = Object.values(schema).flatMap((one) => (is(one, PgTable) ? getTableName(one) : []));

/** Empties every table between two tests, which leave few rows. Like TRUNCATE it waits for whoever still writes. */
async function clear(db: Database): Promise<void> {
  // No foreign key is looked after, since no row is left to break one.
  await db.execute(
    sql.raw(`DO $$ BEGIN
      LOCK TABLE ${tables.join(', ')};
      SET LOCAL session_replication_role = replica;
      ${tables.map((table) => `DELETE FROM ${table};`).join('\n')}
    END $$`),
  );
}

/** How many rows a table has; `from` may go on with a condition. Works as the owner, over all accounts. */
export async function countRows(db: Database, from: string): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(sql.raw(from));
  return row!.count;
}

/** The SQL that `work` ran, in its order, without values. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const logger = { logQuery: (statement: string) => void statements.push(statement) };
  // Drizzle hands the options of its session on to every transaction.
  const { options } = (db as unknown as { session: { options: { logger?: typeof logger } } })
    .session;
  options.logger = logger;
  try {
    await work();
  } finally {
    delete options.logger;
  }
  return statements;
}
