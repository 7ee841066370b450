import { Pool } from 'pg';
import { getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { connectReplica } from '../../../service/node/connect.js';
import type { Database } from '../../../service/store/database.js';
import { withNationalIds } from '../../../service/store/database.js';
import * as schema from '../../../service/store/schema/index.js';
import { openTestDatabase, testIds, type TestDatabase } from './test-database.js';

/** A database that has the rows of another one as they were when it last followed. */
export interface Follower {
  db: Database;
  /** Takes over all rows. */
  follow: () => Promise<void>;
  /** All rows, to be compared. */
  rows: () => Promise<string>;
  /** Runs SQL on it by another connection; returns how many rows it gave or changed. */
  query: (text: string) => Promise<number>;
  /** Ends its connections, as the end of a server does, and takes no new ones until it resumes. */
  fail: () => Promise<void>;
  resume: () => Promise<void>;
  close: () => Promise<void>;
}

const tables = Object.values(schema).flatMap((one) => (is(one, PgTable) ? getTableName(one) : []));

/**
 * Stands in for a streaming replica, which takes a cluster of its own: the same rows, a moment later, in a database whose
 * transactions are read only.
 */
export async function openFollower(source: TestDatabase): Promise<Follower> {
  const database = await openTestDatabase('postgres');
  const name = new URL(database.url!).pathname.slice(1);
  const from = open(source.url!);
  const to = open(database.url!);
  const server = open(process.env.TEST_DATABASE_URL!);
  await server.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  const { db, close } = connectReplica(database.url!, 4);

  const rowsOf = async (pool: Pool, table: string) => {
    const { rows } = await pool.query<{ rows: string }>(
      `SELECT coalesce(jsonb_agg(t ORDER BY t::text), '[]')::text AS rows FROM ${table} t`,
    );
    return rows[0]!.rows;
  };
  const { rows: found } = await to.query<{ name: string; names: string }>(
    `SELECT table_name AS name, string_agg(quote_ident(column_name), ', ') AS names
     FROM information_schema.columns WHERE table_name = ANY($1) AND is_generated = 'NEVER' GROUP BY 1`,
    [tables],
  );
  const columns = new Map(found.map(({ name: table, names }) => [table, names]));
  return {
    db: withNationalIds(db, testIds),
    async follow() {
      await to.query('BEGIN READ WRITE');
      await to.query('SET LOCAL session_replication_role = replica');
      for (const [table, names] of columns) {
        await to.query(`DELETE FROM ${table}`);
        await to.query(
          `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE
           SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
          [await rowsOf(from, table)],
        );
      }
      await to.query('COMMIT');
    },
    async rows() {
      const all = await Promise.all(tables.map((table) => rowsOf(to, table)));
      return all.join('\n');
    },
    query: async (text) => (await to.query(text)).rowCount ?? 0,
    async fail() {
      await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
      await server.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = $1 AND application_name = 'opus-booking'`,
        [name],
      );
    },
    async resume() {
      await server.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    },
    async close() {
      await Promise.all([from.end(), to.end(), server.end(), close()]);
      await database.close();
    },
  };
}

/** One connection, whose end by the server is no error. */
function open(url: string): Pool {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
