// What a PostgreSQL server does to the service when it is locked, cut off, away, full or read-only.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { randomToken } from '../../../service/store/secrets.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { startServiceProcess, type ServiceProcess } from '../support/service-process.js';
import { openTestDatabase } from '../support/test-database.js';
import { mondayAhead } from '../support/two-processes.js';

const database = await openTestDatabase('postgres');
const name = new URL(database.url!).pathname.slice(1);
const monday = mondayAhead();
let service: ServiceProcess;
let admin: Client;

before(async () => {
  await setUpClinic(database.db, { monday });
  await setUpClinic(database.db, { id: 'other', monday });
  // The tests end connections of the database; this one is to another.
  admin = new Client({ connectionString: process.env.TEST_DATABASE_URL! });
  await admin.connect();
  service = await startServiceProcess({ DATABASE_URL: database.url!, POOL_SIZE: '10' });
});
after(async () => {
  await service.kill();
  await admin.end();
  await database.close();
});

interface Call {
  status: number;
  code: string | undefined;
  retryAfter: number;
  milliseconds: number;
}

async function call(path: string, init: RequestInit = {}): Promise<Call> {
  const begin = performance.now();
  const response = await fetch(`${service.url}${path}`, init);
  const { code } = (await response.json()) as { code?: string };
  const retryAfter = Number(response.headers.get('Retry-After'));
  return { status: response.status, code, retryAfter, milliseconds: performance.now() - begin };
}

const ready = () => call('/readyz');
const account = (id: string) => call(`/v1/accounts/${id}`);
const hold = (id: string, signal?: AbortSignal) =>
  call(`/v1/accounts/${id}/holds`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Hold-Token': randomToken() },
    body: JSON.stringify({ start: `${monday}T09:00:00Z`, treatment: 'check' }),
    ...(signal ? { signal } : {}),
  });

/**
 * Ends every connection to the database, as a restart of the server does; those that wait for a lock first: whoever holds it would else
 * let them go on, and be done, before their end comes.
 */
const endConnections = () =>
  admin.query(
    `SELECT pg_terminate_backend(pid) FROM (
      SELECT pid FROM pg_stat_activity WHERE datname = $1 ORDER BY wait_event_type = 'Lock' DESC NULLS LAST
    ) AS connections`,
    [name],
  );

async function withLock(statement: string, work: () => Promise<void>): Promise<void> {
  const blocker = new Client({ connectionString: database.url! });
  blocker.on('error', () => undefined);
  await blocker.connect();
  try {
    await blocker.query('BEGIN');
    await blocker.query(statement);
    await work();
  } finally {
    await blocker.end();
  }
}

async function untilLocksAreWaitedFor(count: number): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await admin.query(waiting, [name])).rowCount === count) return;
    await pause(50);
  }
  assert.fail('Nobody waits for the lock');
}

async function untilReady(): Promise<void> {
  for (let count = 0; count < 100; count += 1) {
    if ((await ready()).status === 200) return;
    await pause(100);
  }
  assert.fail(`Not ready again: ${service.output()}`);
}

/** How often the log names a code. */
const timesLogged = (code: string) => service.output().split(code).length - 1;

describe('a database that is locked', () => {
  it('[N-07] keeps no other account waiting, whoever has given up, and is told within seconds', async () => {
    await withLock("SELECT FROM working_times WHERE account_id = 'demo' FOR UPDATE", async () => {
      const leaving = Array.from({ length: 15 }, () =>
        hold('demo', AbortSignal.timeout(300)).catch(() => undefined),
      );
      await Promise.all(leaving);
      const staying = hold('demo');
      for (let count = 0; count < 5; count += 1) {
        const { status, milliseconds } = await account('other');
        assert.equal(status, 200);
        assert.ok(milliseconds < 2000, `another account waited ${milliseconds} ms`);
      }
      assert.equal((await ready()).status, 200);
      const { status, code, retryAfter, milliseconds } = await staying;
      assert.deepEqual([status, code], [503, 'busy']);
      assert.ok(retryAfter > 0);
      assert.ok(milliseconds < 12_000, `it took ${milliseconds} ms`);
    });
    assert.equal((await hold('demo')).status, 201);
    // Those who had left are not computed: each would have taken the five seconds of a lock.
    assert.ok(timesLogged('55P03') <= 1);
  });

  it('[N-07] never keeps /readyz waiting for two seconds', async () => {
    await withLock('LOCK TABLE opus_migrations IN ACCESS EXCLUSIVE MODE', async () => {
      await pause(1100);
      for (let count = 0; count < 3; count += 1) {
        const { status, milliseconds } = await ready();
        assert.equal(status, 503);
        assert.ok(milliseconds < 2000, `it took ${milliseconds} ms`);
        await pause(1100);
      }
    });
    await untilReady();
  });
});

describe('a database that is away', () => {
  it('[N-07] costs no process when connections end in the middle of a call, and no connection for good', async () => {
    for (let round = 0; round < 3; round += 1) {
      await withLock(
        "SELECT FROM working_times WHERE account_id = 'other' FOR UPDATE",
        async () => {
          const calls = [hold('other'), hold('other'), account('demo')];
          await untilLocksAreWaitedFor(2);
          await endConnections();
          const statuses = (await Promise.all(calls)).map(({ status }) => status);
          assert.deepEqual(statuses.slice(0, 2), [503, 503]);
        },
      );
    }
    await untilReady();
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => (await account('demo')).status),
    );
    assert.deepEqual([...new Set(statuses)], [200]);
  });

  it('[N-07] answers busy with a time to come back, says so in one line, and works again by itself', async () => {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await endConnections();
    try {
      await pause(1100);
      const calls = await Promise.all(Array.from({ length: 20 }, () => account('demo')));
      for (const { status, code, retryAfter } of calls) {
        assert.deepEqual([status, code], [503, 'busy']);
        assert.ok(retryAfter > 0);
      }
      assert.equal((await ready()).status, 503);
      assert.equal((await call('/healthz')).status, 200);
    } finally {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    }
    await untilReady();
    assert.equal((await account('demo')).status, 200);
    const lines = service.output().split('\n');
    assert.ok(lines.filter((line) => line.includes('cannot be used')).length <= 6);
  });
});

describe('a database that cannot write', () => {
  const withSetting = async (setting: string, work: () => Promise<void>) => {
    await admin.query(`ALTER DATABASE ${name} SET ${setting}`);
    await endConnections();
    try {
      await pause(1100);
      await work();
    } finally {
      await admin.query(`ALTER DATABASE ${name} RESET ALL`);
      await endConnections();
    }
    await untilReady();
  };

  it('[N-07] is not ready while it is read-only, and a booking of a time is busy', async () => {
    await withSetting('default_transaction_read_only = on', async () => {
      assert.equal((await ready()).status, 503);
      const { status, code } = await hold('demo');
      assert.deepEqual([status, code], [503, 'busy']);
      assert.equal(timesLogged('25006'), 1);
    });
  });

  // The server refuses to write a file, as it does on a disk that is full (class 53 of SQLSTATE).
  it('[N-07] is not ready while its disk takes no file', async () => {
    await withSetting('temp_file_limit = 0', async () => {
      assert.equal((await ready()).status, 503);
      assert.equal(timesLogged('53400'), 1);
    });
  });

  it('[N-07] answers busy, and logs one line, when its disk is full', async () => {
    await database.db.execute(`
      CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'could not extend file'; END $$;
      CREATE TRIGGER full_disk BEFORE INSERT ON reservations EXECUTE FUNCTION full_disk();`);
    try {
      const calls = await Promise.all(Array.from({ length: 5 }, () => hold('other')));
      assert.deepEqual([...new Set(calls.map(({ code }) => code))], ['busy']);
      assert.equal(timesLogged('53100'), 1);
    } finally {
      await database.db.execute('DROP FUNCTION full_disk CASCADE');
    }
  });
});

describe('the guards between accounts', () => {
  it('[N-04] are missed by /readyz, and put in place again at the next start', async () => {
    await database.db.execute('DROP POLICY one_account ON patients');
    await database.db.execute('REVOKE ALL ON bookings FROM opus_service');
    await pause(1100);
    assert.equal((await ready()).status, 503);
    assert.match(service.output(), /the policy of patients/);
    await service.kill();
    service = await startServiceProcess({ DATABASE_URL: database.url! });
    assert.equal((await ready()).status, 200);
    assert.equal((await hold('other')).status, 201);
  });

  it('[N-04] are not there where a policy shows other accounts: the process does not start', async () => {
    await database.db.execute('CREATE POLICY everything ON patients TO opus_service USING (true)');
    await pause(1100);
    assert.equal((await ready()).status, 503);
    const refused = await startServiceProcess({ DATABASE_URL: database.url! }).then(
      ({ kill }) => kill(),
      (error: Error) => error.message,
    );
    assert.match(String(refused), /patients that shows other accounts/);
    await database.db.execute('DROP POLICY everything ON patients');
    await untilReady();
  });
});
