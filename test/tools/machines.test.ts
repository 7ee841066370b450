import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import pg from 'pg';
import { findChromium } from '../../tools/browser.js';
import { startPostgres } from '../../tools/postgres.js';

/** Runs `action` with an environment variable set, and puts the old value back. */
async function withVariable<T>(name: string, value: string, action: () => Promise<T>): Promise<T> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    return await action();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}

describe('the throwaway PostgreSQL', () => {
  it('has what bookings need, room for a race, and is gone after stop', async () => {
    const server = await startPostgres();
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query('CREATE EXTENSION btree_gist');
    const { rows } = await client.query<{ max_connections: string }>('SHOW max_connections');
    assert.equal(rows[0]?.max_connections, '200');
    await client.end();
    server.stop();
    const late = new pg.Client({ connectionString: server.url });
    await assert.rejects(late.connect());
  });

  it('stands back for a server that is already there', async () => {
    const url = 'postgres://somebody@127.0.0.1:1/theirs';
    await withVariable('TEST_DATABASE_URL', url, async () => {
      assert.equal((await startPostgres()).url, url);
    });
  });
});

describe('the browser', () => {
  it('is the one that CHROMIUM_PATH names, and a wrong name is told', async () => {
    await withVariable('CHROMIUM_PATH', process.execPath, async () => {
      assert.equal(await findChromium(), process.execPath);
    });
    await withVariable('CHROMIUM_PATH', '/nowhere/chromium', async () => {
      await assert.rejects(findChromium(), /CHROMIUM_PATH is \/nowhere\/chromium/);
    });
  });
});

describe('npm test', () => {
  const run = (...args: string[]) =>
    spawnSync('node', ['--import', 'tsx', 'tools/test.ts', ...args], { encoding: 'utf8' });

  it('fails a stage that runs nothing', () => {
    const { status, stdout } = run('--only', 'tools', 'test/tools/nothing-here.test.ts');
    assert.equal(status, 1);
    assert.match(stdout, /\nopus-booking: 0 passed, 1 failed, 0 skipped\n$/);
  });

  it('knows its stages by name', () => {
    assert.match(run('--list').stdout, /^service-postgres /m);
    assert.equal(run('--only', 'everything').status, 2);
  });
});
