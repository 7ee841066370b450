import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { changeAndAsk } from './support/timebook-changes.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());
afterEach(() => database.clear());

describe('free times from memory', () => {
  it('[A-10] [P-23] are those worked out anew, after any changes, at any time, in every process', async () => {
    const { questions, withTimes, lies } = await changeAndAsk(database, 60, 20261129);
    assert.deepEqual(lies, []);
    assert.ok(withTimes > questions / 4, `${withTimes} of ${questions} answers had free times`);
  });

  it('[P-18] are those of the account that has the id now', async () => {
    const service = startService(database);
    const times = async () => {
      const path = `/slots?from=${monday}&to=2026-11-30&treatment=check&clinician=anne`;
      const { body } = await service.call<{ slots: unknown[] }>(path);
      return body.slots.length;
    };
    await setUpClinic(database.db);
    assert.equal(await times(), 40);
    await database.clear();
    // As many changes as before, so that the revision is the same.
    await setUpClinic(database.db, { monday: '2026-12-07' });
    assert.equal(await times(), 0);
  });
});
