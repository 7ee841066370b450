import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connectPglite, connectPostgres } from '../../../service/node/connect.js';
import { migrate } from '../../../service/store/migrate.js';
import { randomToken } from '../../../service/store/secrets.js';
import { withNationalIds, type BareDatabase } from '../../../service/store/database.js';
import type { Hold } from '../../../src/contract/index.js';
import { addDays } from '../../../src/domain/civil-date.js';
import { startPostgres } from '../../../tools/postgres.js';
import { bundledProgram } from '../support/bundled-program.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { bookingOf } from '../support/service.js';
import {
  callProcess,
  startServiceProcess,
  type ServiceProcess,
} from '../support/service-process.js';
import { snapshotFolder, testIds } from '../support/test-database.js';
import { mondayAhead } from '../support/two-processes.js';

const monday = mondayAhead();
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'opus-backup-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What one of the commands says; rejects with it when it fails. */
async function run(args: readonly string[], env: Record<string, string>): Promise<string> {
  const { DATABASE_URL: _url, DATA_DIR: _dataDir, ...inherited } = process.env;
  const child = spawn('node', [await bundledProgram('service/node/main.ts'), ...args], {
    env: { ...inherited, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(output);
  return output;
}

const failureOf = (args: readonly string[], env: Record<string, string>) =>
  run(args, env).then(
    () => 'done',
    (error: Error) => error.message,
  );

async function fill(bare: BareDatabase): Promise<void> {
  const db = withNationalIds(bare, testIds);
  await migrate(db);
  await setUpClinic(db, { monday, settings: { confirmation: 'none' } });
  await setUpClinic(db, { id: 'other', monday });
}

/** Books a time and returns how to ask for the same again. */
async function book(service: ServiceProcess) {
  const { body: held } = await callProcess<Hold>(service, '/holds', {
    json: { start: `${monday}T09:00:00Z`, treatment: 'check' },
    headers: { 'Hold-Token': randomToken() },
  });
  const request = {
    json: bookingOf(held),
    headers: { 'Hold-Token': held.token, 'Idempotency-Key': 'key' },
  };
  const { status, body } = await callProcess(service, '/bookings', request);
  assert.equal(status, 201);
  return { request, body };
}

/** That a restored database has the appointment, knows the call that made it, and keeps accounts apart. */
async function checkRestored(
  service: ServiceProcess,
  { request, body }: Awaited<ReturnType<typeof book>>,
): Promise<void> {
  const again = await callProcess(service, '/bookings', request);
  assert.deepEqual([again.status, again.body], [201, body]);
  const { body: list } = await callProcess<{ slots: { start: string }[] }>(
    service,
    `/slots?from=${monday}&to=${addDays(monday, 1)}&treatment=check`,
    { method: 'GET' },
  );
  assert.ok(list.slots.length > 0);
  assert.ok(!list.slots.some(({ start }) => Date.parse(start) === Date.parse(`${monday}T09:00Z`)));
  assert.equal((await fetch(`${service.url}/readyz`)).status, 200);
}

describe('backup and restore', () => {
  it('[N-01] [N-04] PostgreSQL: a running database into a fresh cluster that has no role of ours', async () => {
    const [from, to] = [await startPostgres({ isOwn: true }), await startPostgres({ isOwn: true })];
    const file = join(folder, 'postgres.dump');
    try {
      const connection = connectPostgres(from.url, 4);
      await fill(connection.db);
      await connection.close();
      const service = await startServiceProcess({ DATABASE_URL: from.url });
      const booked = await book(service);
      assert.match(await run(['backup', file], { DATABASE_URL: from.url }), /Written to /);
      await service.stop();
      from.stop();

      assert.match(await run(['restore', file], { DATABASE_URL: to.url }), /Restored from /);
      const restored = await startServiceProcess({ DATABASE_URL: to.url });
      await checkRestored(restored, booked);
      await restored.stop();
      // Never over what is there.
      assert.match(
        await failureOf(['restore', file], { DATABASE_URL: to.url }),
        /has tables already/,
      );
      assert.match(await failureOf(['backup', file], { DATABASE_URL: to.url }), /is there already/);
      const lost = await failureOf(['backup', join(folder, 'none')], {
        DATABASE_URL: to.url.replace('/postgres', '/nobody'),
      });
      assert.match(lost, /pg_dump failed/);
      assert.equal(existsSync(join(folder, 'none')), false);
    } finally {
      from.stop();
      to.stop();
    }
  });

  it('[N-01] [N-04] PostgreSQL: a dump by hand without its role starts as it should', async () => {
    const server = await startPostgres({ isOwn: true });
    try {
      const { db, unhurried, close } = connectPostgres(server.url, 4);
      await fill(db);
      // What "pg_restore" leaves where the role is missing: tables with neither policies nor rights.
      await unhurried.execute('DROP OWNED BY opus_service');
      await unhurried.execute('DROP ROLE opus_service');
      await close();
      const service = await startServiceProcess({ DATABASE_URL: server.url });
      await book(service);
      assert.equal((await fetch(`${service.url}/readyz`)).status, 200);
      await service.stop();
    } finally {
      server.stop();
    }
  });

  it('[N-01] the embedded database: into another folder, never while it is in use', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const file = join(folder, 'pglite.tar.gz');
    const connection = await connectPglite(from, { folder: snapshotFolder });
    await fill(connection.db);
    await connection.close();
    const service = await startServiceProcess({ DATA_DIR: from });
    const booked = await book(service);
    assert.match(await failureOf(['backup', file], { DATA_DIR: from }), /in use by process \d+/);
    await service.stop();
    await run(['backup', file], { DATA_DIR: from });
    assert.equal(statSync(file).mode & 0o077, 0);

    await run(['restore', file], { DATA_DIR: to });
    const restored = await startServiceProcess({ DATA_DIR: to });
    await checkRestored(restored, booked);
    await restored.stop();
    assert.match(await failureOf(['restore', file], { DATA_DIR: to }), /a database in \S+ already/);
    assert.match(
      await failureOf(['backup', join(folder, 'x')], { DATA_DIR: join(folder, 'empty') }),
      /no database in/,
    );
    assert.match(await failureOf(['nonsense'], {}), /Usage/);
  });
});
