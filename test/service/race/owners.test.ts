import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setUpClinic } from '../support/clinic-fixture.js';
import type { TestPerson } from '../support/people.js';
import { personOf } from '../support/people.js';
import { startService } from '../support/service.js';
import { countRows, openTestDatabase } from '../support/test-database.js';

const database = await openTestDatabase('postgres');
after(() => database.close());

describe('owners who remove each other at once', () => {
  it('[C-02] one of them stays, each time', async () => {
    for (let round = 0; round < 10; round += 1) {
      await database.clear();
      await setUpClinic(database.db, {});
      const service = startService(database);
      const owners: TestPerson[] = [];
      for (let count = 0; count < 4; count += 1) owners.push(await personOf(service, database, {}));
      const removals = owners.map((owner, index) => {
        const next = owners[(index + 1) % owners.length]!;
        const demoted = { name: 'X', email: next.email, roles: [{ role: 'reader' }] };
        return index % 2 === 0
          ? owner.call('DELETE', `/people/${next.id}`)
          : owner.call('PUT', `/people/${next.id}`, demoted);
      });
      const statuses = (await Promise.all(removals)).map(({ status }) => status);
      assert.ok(statuses.includes(204), String(statuses));
      const left = await countRows(
        database.db,
        `staff_people WHERE roles @> '[{"role":"owner"}]'::jsonb AND removed_at IS NULL`,
      );
      assert.ok(left >= 1, `round ${round}: ${left} owners, ${String(statuses)}`);
      assert.deepEqual(service.errors, []);
    }
  });

  it('[C-02] a key notes its use down beside others without waiting for them', async () => {
    await database.clear();
    await setUpClinic(database.db, {});
    const service = startService(database);
    const owner = await personOf(service, database, {});
    service.now += 120_000;
    const answers = await Promise.all(Array.from({ length: 20 }, () => owner.call('GET', '/me')));
    assert.ok(answers.every(({ status }) => status === 200));
  });
});
