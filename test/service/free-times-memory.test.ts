import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { changeAndAsk } from './support/timebook-changes.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

describe('free times from memory', () => {
  it('[A-10] [P-23] are those worked out anew, after any changes, at any time, in every process', async () => {
    const { questions, withTimes, lies } = await changeAndAsk(database, 120, 20261129);
    assert.deepEqual(lies, []);
    assert.ok(withTimes > questions / 4, `${withTimes} of ${questions} answers had free times`);
  });
});
