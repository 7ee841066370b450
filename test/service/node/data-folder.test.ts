import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connectPglite } from '../../../service/node/connect.js';
import { toFolderError } from '../../../service/node/data-folder.js';
import { StartError } from '../../../service/node/start-error.js';
import { syncedWrites } from '../support/synced-writes.js';
import { startServiceProcess } from '../support/service-process.js';
import { snapshotFolder } from '../support/test-database.js';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'opus-folder-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** What a process prints that cannot start on a data folder; `uid`: as another user than root. */
const refusalOf = (dataDir: string, uid?: number) =>
  startServiceProcess({ DATA_DIR: dataDir }, uid === undefined ? {} : { uid }).then(
    async ({ kill }) => {
      await kill();
      return 'started';
    },
    (error: Error) => error.message,
  );

describe('a data folder that cannot be used', () => {
  it('[N-07] is said in one sentence with a way on', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const below = await refusalOf(join(file, 'data'));
    assert.match(below, /The data folder \S+ is no folder, or choose another folder: DATA_DIR=/);
    assert.equal(below.includes(' at '), false, below);

    const closed = join(folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    chmodSync(folder, 0o755);
    // Root may write everywhere.
    const isRoot = process.getuid?.() === 0;
    const refused = await refusalOf(closed, isRoot ? 65_534 : undefined);
    assert.match(refused, /The data folder \S+ may not be written by this user\. /);
    assert.equal(refused.includes(' at '), false, refused);
  });

  it('[N-07] each reason has its words, and a fault of the code none', () => {
    const told = (error: unknown) => {
      const found = toFolderError(error, '/data');
      return found instanceof StartError ? found.message : undefined;
    };
    const nodeError = (code: string) => Object.assign(new Error('x'), { code });
    assert.match(told(nodeError('EROFS'))!, /^The data folder \/data is read-only\. .*DATA_DIR=/);
    assert.match(told(nodeError('ENOSPC'))!, /^The data folder \/data is on a disk that is full\./);
    // As the embedded database's own file system has them.
    assert.match(told({ name: 'ErrnoError', errno: 51 })!, /is full/);
    assert.match(told({ name: 'ErrnoError', errno: 69 })!, /is read-only/);
    assert.equal(told(new TypeError('x')), undefined);
    assert.equal(told(nodeError('toString')), undefined);
  });
});

describe('the embedded database of a folder', () => {
  it('[N-01] has a commit on the disk before it is answered', async () => {
    const writes = await syncedWrites(join(folder, 'synced'));
    assert.ok(writes.syncsOfCommit >= 1, 'a commit syncs the log');
    assert.equal(writes.syncsOfRead, 0);
    assert.equal(writes.setting, 'on');
  });

  it('[N-01] begins anew where the first start was interrupted', async () => {
    const dataDir = join(folder, 'interrupted');
    const first = await connectPglite(dataDir, { folder: snapshotFolder });
    await first.close();
    assert.equal(existsSync(join(dataDir, 'pglite.unfinished')), false);
    // As a power cut leaves it: begun, and not whole.
    writeFileSync(join(dataDir, 'pglite.unfinished'), '');
    writeFileSync(join(dataDir, 'pglite', 'global', 'pg_control'), '');
    const second = await connectPglite(dataDir, { folder: snapshotFolder });
    await second.db.execute('SELECT FROM accounts');
    await second.close();
  });
});
