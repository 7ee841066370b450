import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connectPglite } from '../../../service/node/connect.js';
import { DataFolderInUseError, takeLock } from '../../../service/node/lock-file.js';
import { withNationalIds } from '../../../service/store/database.js';
import { addDays, weekday } from '../../../src/domain/civil-date.js';
import { randomToken } from '../../../service/store/secrets.js';
import type { Hold } from '../../../src/contract/index.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { bookingOf } from '../support/service.js';
import { callProcess, startServiceProcess } from '../support/service-process.js';
import { snapshotFolder, testIds } from '../support/test-database.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opus-data-'));
});
after(() => rm(folder, { recursive: true, force: true }));

describe('the embedded database of a folder', () => {
  const today = new Date().toISOString().slice(0, 10);
  const monday = addDays(today, 15 - weekday(today));

  it('[N-01] survives the death of its process: the retry makes exactly one appointment', async () => {
    const dataDir = join(folder, 'killed');
    const connection = await connectPglite(dataDir, { folder: snapshotFolder });
    await setUpClinic(withNationalIds(connection.db, testIds), {
      monday,
      settings: { confirmation: 'none' },
    });
    await connection.close();

    const env = { DATA_DIR: dataDir };
    const first = await startServiceProcess(env);
    const { body: held } = await callProcess<Hold>(first, '/holds', {
      json: { start: `${monday}T09:00:00Z`, treatment: 'check' },
      headers: { 'Hold-Token': randomToken() },
    });
    const request = {
      json: bookingOf(held),
      headers: { 'Hold-Token': held.token, 'Idempotency-Key': 'key' },
    };
    const attempt = callProcess(first, '/bookings', request).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 15));
    await first.kill();
    await attempt;

    const second = await startServiceProcess(env);
    try {
      const { status, body } = await callProcess(second, '/bookings', request);
      assert.deepEqual([status, body.status], [201, 'confirmed']);
      const refused = await startServiceProcess(env).then(
        () => 'started',
        (error: Error) => error.message,
      );
      assert.match(refused, /in use by process \d+/);
      assert.match(refused, /DATA_DIR|DATABASE_URL/);
    } finally {
      await second.stop();
    }
  });

  it('[N-01] is refused to a second taker, and free again once let go', () => {
    const path = join(folder, 'a', 'lock');
    const release = takeLock(folder, path);
    assert.throws(() => takeLock(folder, path), DataFolderInUseError);
    release();
    takeLock(folder, path)();
  });

  it('[N-01] is taken over from a process that is gone, even when its number lives again', async () => {
    const path = join(folder, 'lock');
    for (const stale of ['999999999 5\n', `${process.pid} 1\n`, '', 'nonsense']) {
      await writeFile(path, stale);
      const release = takeLock(folder, path);
      assert.ok((await readFile(path, 'utf8')).startsWith(`${process.pid} `));
      release();
    }
  });
});
