import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { FirstTimes, SlotList } from '../../src/contract/index.js';
import { FirstTimes as Schema } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { clinicians: [{ id: 'berit', acceptsNewPatients: false }] });
  service = startService(database);
});
afterEach(() => assert.deepEqual(service.errors, []));

type Filter = Record<string, string>;
const kinds = { clinics: 'clinic', treatments: 'treatment', clinicians: 'clinician' } as const;

async function firstTimes(filter: Filter = {}): Promise<FirstTimes> {
  const { status, body } = await service.call<FirstTimes>(
    `/first-times?${new URLSearchParams(filter)}`,
  );
  assert.equal(status, 200);
  assert.ok(Schema.safeParse(body).success);
  return body;
}

/** The first time that the calendar itself would show. */
async function firstOf(filter: Filter): Promise<string | undefined> {
  const query = new URLSearchParams({ from: '2026-11-23', to: '2026-11-24', ...filter });
  const { body } = await service.call<SlotList>(`/slots?${query}`);
  return body.first?.start;
}

describe('GET /first-times', () => {
  const choices: Filter[] = [{}, { clinic: 'west' }, { treatment: 'long' }, { group: 'group' }];
  for (const chosen of choices) {
    it(`[P-20] has the time that the calendar finds first, for each card (${JSON.stringify(chosen)})`, async () => {
      // The first hour of Monday is taken, so that treatments of other lengths begin at other times.
      await service.hold();
      const first = await firstTimes(chosen);
      assert.ok(first.clinicians.length > 0);
      for (const [kind, name] of Object.entries(kinds)) {
        for (const { id, start } of first[kind as keyof typeof kinds]) {
          assert.equal(start, await firstOf({ ...chosen, [name]: id }), `${name} ${id}`);
        }
      }
    });
  }

  it('[P-20] leaves out who has no time within eight weeks', async () => {
    const { clinics, until } = await firstTimes();
    assert.deepEqual(
      clinics.map(({ id }) => id),
      ['west'],
    );
    assert.equal(until, '2027-01-15');
    service.now += 60 * 86_400_000;
    assert.deepEqual((await firstTimes()).clinics, []);
  });

  it('[P-42] names nobody who takes no new patients to whom the page does not know', async () => {
    const { clinicians } = await firstTimes();
    assert.deepEqual(
      clinicians.map(({ id }) => id),
      ['anne'],
    );
  });

  it('[N-07] is 304 while nothing has changed, and 200 with the next time once the first is taken', async () => {
    const { headers } = await service.call('/first-times');
    const again = { 'If-None-Match': headers.get('ETag')! };
    assert.equal((await service.call('/first-times', { headers: again })).status, 304);
    await service.hold();
    const { status, body } = await service.call<FirstTimes>('/first-times', { headers: again });
    assert.equal(status, 200);
    assert.deepEqual(
      body.treatments.find(({ id }) => id === 'check'),
      { id: 'check', start: '2026-11-23T08:30:00+01:00' },
    );
  });

  it('[P-40] is closed where the page is', async () => {
    await database.clear();
    await setUpClinic(database.db, { status: 'maintenance' });
    assert.equal((await service.call('/first-times')).status, 503);
  });
});
