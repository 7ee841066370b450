import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { learn, type KnownTimebook, type Need } from '../../../service/timebook/known-timebook.js';
import { FreeTimes } from '../../../service/timebook/free-times.js';
import type { TimebookReader } from '../../../service/timebook/timebook-reader.js';
import { ValueMemory } from '../../../service/timebook/value-memory.js';
import { addDays } from '../../../src/domain/civil-date.js';
import { monday, noon, preblock, rows, work } from './rows.js';

const wednesday = addDays(monday, 2);
const all = rows({
  workingTime: [work('08:00', '16:00'), work('08:00', '16:00', { date: wednesday })],
  placements: [
    preblock('08:00', '09:00'),
    preblock('08:00', '09:00', { id: 'b', date: wednesday }),
  ],
});
const loaded = { catalogue: all, rows: {} };

/** A state of the timebook in which some days are known, and no others. */
function timebookOf(revision: number, needs: readonly Need[]): KnownTimebook {
  let days: KnownTimebook['days'] = new Map();
  for (const { dates, clinicians } of needs) {
    days = learn(days, dates, () => clinicians, { ...all, busy: new Map() });
  }
  const account = { timeZone: 'Europe/Oslo' };
  return { account, loaded, revision, begun: 1, days } as unknown as KnownTimebook;
}

describe('free times of a range', () => {
  it('[P-18] are found though what was known of a part of it is forgotten meanwhile', async () => {
    const known = [{ dates: [monday], clinicians: all.clinicians.map(({ id }) => id) }];
    let looks = 0;
    // Every look but the first knows only what it was asked for, as after other accounts have taken the room.
    const reader = {
      read: (_account: string, ...needs: Need[]) => {
        looks += 1;
        return Promise.resolve(timebookOf(looks, looks === 1 ? known : needs));
      },
    } as unknown as TimebookReader;
    const times = new FreeTimes(reader, new ValueMemory());
    const found = await times.search('demo', noon, async ({ loader }) => {
      const load = loader({}, { isShared: false });
      return load({ from: monday, to: addDays(monday, 3) });
    });
    assert.deepEqual(
      found?.map(({ date, slots }) => [date, slots.length > 0]),
      [
        [monday, true],
        [addDays(monday, 1), false],
        [wednesday, true],
      ],
    );
  });
});
