import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { after, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Pool } from 'pg';
import { connectPostgres } from '../../../service/node/connect.js';
import { createPool } from '../../../service/node/postgres-pool.js';
import { inAccount, inSnapshot, withNationalIds } from '../../../service/store/database.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { openTestDatabase, testIds } from '../support/test-database.js';

const database = await openTestDatabase('postgres');
after(() => database.close());

/** What a statement of Drizzle's answered; on PostgreSQL a result with rows. */
const rowsOf = (result: unknown) => (result as { rows: Record<string, unknown>[] }).rows;

async function withPool(work: (pool: Pool) => Promise<void>): Promise<void> {
  const pool = createPool(database.url!, { size: 1 });
  try {
    await work(pool);
  } finally {
    await pool.end();
  }
}

describe('connections to PostgreSQL', () => {
  it('[N-07] let the server keep what comes often, and nothing else', async () => {
    await withPool(async (pool) => {
      const often = { text: 'SELECT $1::int AS often' };
      for (let value = 0; value < 8; value += 1) {
        const { rows } = await pool.query<{ often: number }>(often, [value]);
        assert.deepEqual(rows, [{ often: value }]);
      }
      await pool.query({ text: 'SELECT $1::int AS seldom' }, [1]);
      const { rows } = await pool.query<{ statement: string }>(
        'SELECT statement FROM pg_prepared_statements',
      );
      assert.deepEqual(rows, [{ statement: often.text }]);
    });
  });

  it('[N-07] have it keep nothing where a pooler lies between', async () => {
    const { hostname, port } = new URL(database.url!);
    // Names another process, as PgBouncer does.
    const pooler = createServer((client) => {
      const server = connect(Number(port), hostname);
      server.on('data', (chunk) => {
        const at = chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
        if (at >= 0) chunk.writeInt32BE(1, at + 5);
        client.write(chunk);
      });
      client.pipe(server).on('close', () => client.destroy());
      for (const socket of [client, server]) socket.on('error', () => undefined);
    });
    await new Promise<void>((listening) => pooler.listen(0, '127.0.0.1', listening));
    const url = new URL(database.url!);
    url.port = String((pooler.address() as AddressInfo).port);
    const pool = createPool(url.href, { size: 1 });
    try {
      for (let value = 0; value < 8; value += 1) {
        await pool.query({ text: 'SELECT $1::int AS pooled' }, [value]);
      }
      const { rowCount } = await pool.query('SELECT FROM pg_prepared_statements');
      assert.equal(rowCount, 0);
    } finally {
      await pool.end();
      pooler.close();
    }
  });

  it('[N-04] begin a transaction with its account, and are as they were after it', async () => {
    await setUpClinic(database.db);
    const state = sql`SELECT current_user AS role, current_setting('opus.account', true) AS account,
      current_setting('transaction_read_only') AS read, pg_current_xact_id_if_assigned() AS id`;
    const [outside] = rowsOf(await database.db.execute(state));
    const stateIn = async (account: string) =>
      rowsOf(await inAccount(database.db, account, (tx) => tx.execute(state)))[0]!;
    const { role, account } = await stateIn('demo');
    assert.deepEqual([role, account], ['opus_service', 'demo']);
    assert.notEqual(outside!.role, 'opus_service');
    const name = `it's "demo" \\ $1`;
    assert.equal((await stateIn(name)).account, name);
  });

  it('[N-07] roll back what fails, also where nothing was sent yet, and go on', async () => {
    await assert.rejects(
      database.db.transaction(() => Promise.reject(new Error('before anything was sent'))),
      /before anything/,
    );
    await database.db.transaction(() => Promise.resolve());
    await assert.rejects(
      inAccount(database.db, 'demo', (tx) => tx.execute(sql`SELECT 1 / 0`)),
      /division by zero|Failed query/,
    );
    const [row] = rowsOf(
      await inAccount(database.db, 'demo', (tx) =>
        tx.execute(sql`SELECT count(*)::int AS count FROM accounts`),
      ),
    );
    assert.equal(row!.count, 1);
  });

  it('[N-07] keep the isolation that a transaction asks for', async () => {
    const level = await database.db.transaction(
      async (tx) => {
        const level = sql`SELECT current_setting('transaction_isolation') AS level`;
        return rowsOf(await tx.execute(level))[0]!.level;
      },
      { isolationLevel: 'repeatable read' },
    );
    assert.equal(level, 'repeatable read');
  });

  it('[N-07] read in one way to the server and back, and wait for no end', async () => {
    const { hostname, port } = new URL(database.url!);
    let delay = 0;
    // Far away: each direction takes its time.
    const far = createServer((client) => {
      const server = connect(Number(port), hostname);
      const pass = (from: Socket, to: Socket) =>
        from.on('data', (chunk) => void setTimeout(() => to.write(chunk), delay));
      pass(server, client);
      pass(client, server);
      client.on('close', () => server.destroy());
      for (const socket of [client, server]) socket.on('error', () => undefined);
    });
    await new Promise<void>((listening) => far.listen(0, '127.0.0.1', listening));
    const url = new URL(database.url!);
    url.port = String((far.address() as AddressInfo).port);
    const { db: bare, close } = connectPostgres(url.href, 1);
    const db = withNationalIds(bare, testIds);
    try {
      const names = () =>
        inSnapshot(db, 'demo', (tx) => tx.execute(sql`SELECT id FROM accounts`)).then(rowsOf);
      await names();
      delay = 200;
      const begun = performance.now();
      assert.deepEqual(await names(), [{ id: 'demo' }]);
      const ways = Math.round((performance.now() - begun) / (2 * delay));
      assert.equal(ways, 1);
      // Whoever works next on the same connection has a transaction of its own, which can write.
      const written = await inAccount(db, 'demo', (tx) =>
        tx.execute(
          sql`UPDATE accounts SET name = name RETURNING current_setting('transaction_isolation') AS level`,
        ),
      );
      assert.deepEqual(rowsOf(written), [{ level: 'read committed' }]);
    } finally {
      await close();
      far.close();
    }
  });

  it('[N-07] say what failed at the beginning of a reading, not that it did, and go on', async () => {
    await withPool(async (pool) => {
      const client = await pool.connect();
      await client.query({ text: 'begin isolation level repeatable read read only' });
      await client.query({ text: `SELECT set_config('statement_timeout', $1, true)` }, ['never']);
      await assert.rejects(client.query({ text: 'SELECT 1 AS one' }), /statement_timeout/);
      await client.query({ text: 'rollback' });
      client.release();
      const { rows } = await pool.query<{ one: number }>({ text: 'SELECT 1 AS one' });
      assert.deepEqual(rows, [{ one: 1 }]);
    });
  });
});
