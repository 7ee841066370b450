import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { SlotList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db);
  service = startService(database);
});
afterEach(() => assert.deepEqual(service.errors, []));

const day = 86_400_000;
const ask = (query: Record<string, string>) =>
  service.call<SlotList>(`/slots?${new URLSearchParams(query)}`);
const filters: Record<string, string>[] = [
  {},
  { clinic: 'west', treatment: 'long', clinician: 'anne' },
];
const weekFrom = (from: string) => ({ from, to: addDays(from, 7) });

describe('GET /slots without dates', () => {
  for (const view of ['slots', 'starts', 'days'])
    for (const filter of filters)
      it(`[P-20] is the week of the first free time (${view}, ${JSON.stringify(filter)})`, async () => {
        const { status, body } = await ask({ ...filter, view });
        assert.equal(status, 200);
        assert.deepEqual(body, (await ask({ ...filter, view, ...weekFrom(monday) })).body);
        assert.equal(body.first?.start, '2026-11-23T08:00:00+01:00');
      });

  it('[P-20] begins on its Monday, also where the first free time is late in the week', async () => {
    // Thursday night: all that is left is Friday's.
    service.now = Date.parse('2026-11-26T23:30:00+01:00');
    const { body } = await ask({});
    assert.deepEqual(body, (await ask(weekFrom(monday))).body);
    assert.equal(body.slots[0]?.start, '2026-11-27T08:00:00+01:00');
  });

  it('[P-20] [P-22] of Sunday night is the week that begins with Monday, by the account’s clock', async () => {
    await database.clear();
    await setUpClinic(database.db, { market: 'FI', monday: '2026-11-30' });
    // 23:30 in Oslo, half past midnight in Helsinki.
    service.now = Date.parse('2026-11-29T22:30:00Z');
    const { body } = await ask({});
    assert.deepEqual(body, (await ask(weekFrom('2026-11-30'))).body);
    assert.equal(body.slots[0]?.start, '2026-11-30T08:00:00+02:00');
  });

  it('[P-20] [N-07] is another one as soon as the last time of a week is gone, which its ETag tells', async () => {
    const { body, headers } = await ask({ treatment: 'long' });
    const again = { 'If-None-Match': headers.get('ETag')! };
    const once = (path: string) => service.call<SlotList>(path, { headers: again });
    assert.equal((await once('/slots?treatment=long')).status, 304);
    await database.clear();
    await setUpClinic(database.db, { monday: addDays(monday, 7) });
    const later = await once('/slots?treatment=long');
    assert.equal(later.status, 200);
    assert.equal(later.body.slots.length, body.slots.length);
    assert.equal(later.body.slots[0]?.start, '2026-11-30T08:00:00+01:00');
  });

  it('[P-20] is empty where nothing is free', async () => {
    service.now += 60 * day;
    const { status, body } = await ask({});
    assert.equal(status, 200);
    assert.deepEqual(body, { slots: [], first: null, nextDate: null, next: null });
  });
});
