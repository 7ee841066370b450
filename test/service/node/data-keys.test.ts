import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connectPglite } from '../../../service/node/connect.js';
import { readDataKeys } from '../../../service/node/data-keys.js';
import { readEnvironment } from '../../../service/node/environment.js';
import { StartError } from '../../../service/node/start-error.js';
import { formatDataKeys, randomDataKey } from '../../../service/store/data-key.js';
import { withNationalIds } from '../../../service/store/database.js';
import { migrate } from '../../../service/store/migrate.js';
import { createNationalIds } from '../../../service/store/national-ids.js';
import { bundledProgram } from '../support/bundled-program.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { dumpOf } from '../support/dump.js';
import { writeOldDataFolder } from '../support/old-database.js';
import { rowsOf, storePatient } from '../support/patients.js';
import { ola, testId } from '../support/service.js';
import { callProcess, startServiceProcess } from '../support/service-process.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opus-keys-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Starts a service that has its keys in its folder, and returns why it did not come up. */
const refusalOf = (dataDir: string, env: Record<string, string> = {}) =>
  startServiceProcess({ DATA_DIR: dataDir, DATA_KEY: '', ...env }).then(
    async (service) => {
      await service.stop();
      return 'started';
    },
    (error: Error) => error.message.replace('The service ended: ', '').trim(),
  );

/** Runs the service's command that changes the key. */
async function rotate(env: Record<string, string>) {
  const { DATABASE_URL: _url, DATA_DIR: _dir, DATA_KEY: _key, ...inherited } = process.env;
  const program = await bundledProgram('service/node/main.ts');
  const { status, stdout, stderr } = spawnSync('node', [program, 'rotate-data-key'], {
    env: { ...inherited, ...env },
    encoding: 'utf8',
  });
  return { status, text: `${stdout}${stderr}`.trim() };
}

describe('the key of national IDs', () => {
  it('[N-08] is made at the first start, is asked for when it is gone, and is changed by a command', async () => {
    const dataDir = await writeOldDataFolder();
    const path = join(dataDir, 'data-key');
    try {
      // A data folder of the version before, with national IDs in plain text.
      const first = await startServiceProcess({ DATA_DIR: dataDir, DATA_KEY: '', SERVER_KEY: '' });
      const account = await callProcess(first, '', { method: 'GET' });
      assert.equal(account.status, 200);
      const running = await rotate({ DATA_DIR: dataDir });
      assert.equal(running.status, 1);
      assert.match(running.text, /^The data in .* is in use by process/);
      await first.stop();
      assert.equal(statSync(path).mode & 0o777, 0o600);
      const key = readFileSync(path, 'utf8');

      rmSync(path);
      const missing = await refusalOf(dataDir);
      assert.match(
        missing,
        /^This database holds national IDs under the data key "[\d-]+", which is missing\. .*$/,
      );
      // Nothing was made in its place: put back, it is there.
      assert.equal(existsSync(path), false);
      writeFileSync(path, 'nonsense\n');
      assert.match(
        await refusalOf(dataDir),
        /data-key holds no data key\. Restore it from its backup\.$/,
      );
      const [{ name } = { name: '' }] = readDataKeys(dataDirWith(key)) ?? [];
      writeFileSync(path, formatDataKeys([randomDataKey(name)]));
      assert.match(await refusalOf(dataDir), /^The data key "[\d-]+" is not the one of that name/);
      writeFileSync(path, key);

      const changed = await rotate({ DATA_DIR: dataDir });
      assert.equal(changed.status, 0, changed.text);
      assert.match(changed.text, /^5 national IDs are encrypted anew with the key "[\d-]+"\./);
      const [newer, ...others] = readDataKeys(dataDir)!;
      assert.deepEqual(others, []);
      assert.notEqual(newer!.name, name);
      const connection = await connectPglite(dataDir);
      try {
        const db = withNationalIds(connection.db, createNationalIds([newer!]));
        const [patient] = await rowsOf({ db }, 'patients');
        assert.equal(patient!.nationalId, ola.nationalId);
        const dump = await dumpOf({ db, url: undefined });
        for (const id of [ola.nationalId, testId(7)]) assert.ok(!dump.includes(id));
      } finally {
        await connection.close();
      }
      const last = await startServiceProcess({ DATA_DIR: dataDir, DATA_KEY: '', SERVER_KEY: '' });
      assert.equal((await callProcess(last, '', { method: 'GET' })).status, 200);
      await last.stop();
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  it('[N-08] is changed on from where a run was stopped: with the key that it had made', async () => {
    const dataDir = join(folder, 'stopped');
    const [newer, older] = [randomDataKey('newer'), randomDataKey('older')];
    const connection = await connectPglite(dataDir);
    const db = withNationalIds(connection.db, createNationalIds([older]));
    await migrate(db);
    await setUpClinic(db);
    await storePatient({ db } as never);
    await connection.close();
    writeFileSync(join(dataDir, 'data-key'), formatDataKeys([newer, older]));
    const changed = await rotate({ DATA_DIR: dataDir });
    assert.match(changed.text, /^1 national IDs are encrypted anew with the key "newer"/);
    assert.deepEqual(readDataKeys(dataDir), [newer]);
  });

  it('[N-08] is required with DATABASE_URL outside demo mode, and never shown', () => {
    const server = { DATABASE_URL: 'postgres://x', SERVER_KEY: 'k'.repeat(32) };
    const key = formatDataKeys([randomDataKey('2026')]);
    const refusal = (env: Record<string, string>) => {
      try {
        readEnvironment({ ...server, DEMO: '1', ...env });
      } catch (error) {
        assert.ok(error instanceof StartError);
        return error.message;
      }
      return '';
    };
    assert.match(refusal({ DEMO: '0' }), /^With DATABASE_URL set DATA_KEY too: .*openssl rand/);
    assert.equal(refusal({}), '');
    for (const wrong of [key.slice(5), `${key},${key}`, key.replace('2026', 'public-demo')]) {
      const words = refusal({ DATA_KEY: wrong });
      assert.match(words, /^DATA_KEY has to be names with keys/);
      assert.ok(!words.includes(key.slice(10, 30)));
    }
    assert.equal(readEnvironment({ ...server, DEMO: '1', DATA_KEY: key }).dataKeys?.length, 1);
  });
});

/** A folder with a key file, to read it by itself. */
function dataDirWith(text: string): string {
  writeFileSync(join(folder, 'data-key'), text);
  return folder;
}
