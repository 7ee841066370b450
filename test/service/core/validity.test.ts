import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { createCalendar } from '../../../service/core/day.js';
import { createSlotSource } from '../../../service/core/slots.js';
import { createValidity, validityOfHolds } from '../../../service/core/validity.js';
import { toClockTime } from '../../../src/domain/clock-time.js';
import { question } from './arbitraries.js';

/** Moments around the one at which the first times of a date come within a clinician's expiry. */
const around = fc.record({
  expiryHours: fc.constantFrom(null, 0, 1, 20, 47),
  /** Milliseconds. */
  away: fc.oneof(
    fc.constantFrom(-1, 0, 1),
    fc.integer({ min: -12 * 3_600_000, max: 24 * 3_600_000 }),
  ),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('how long free times hold', () => {
  it('[A-02] [A-06] [P-19] a clinician’s times of a date are the same at any moment of their time', () => {
    let compared = 0;
    fc.assert(
      fc.property(question, around, ({ rows, filters }, { expiryHours, away, share }) => {
        const { timeZone } = rows.account;
        const calendar = createCalendar(timeZone);
        for (const date of new Set(rows.placements.map((placement) => placement.date))) {
          const now = calendar(date).midnight - (expiryHours ?? 0) * 3_600_000 + away;
          const today = calendar(toClockTime(now, timeZone).date);
          for (const one of rows.clinicians) {
            const clinician = { ...one, preblockExpiryHours: expiryHours };
            const { start, end } = createValidity(calendar(date), today, now)(clinician);
            assert.ok(start <= now && now < end);
            const alone = { ...rows, clinicians: [clinician] };
            const runsAt = (moment: number) =>
              createSlotSource(alone, filters, moment).runsOn(date);
            const runs = runsAt(now);
            if (runs.length > 0) compared += 1;
            const between = Math.floor(start + share * (end - 1 - start));
            for (const moment of [start, between, end - 1]) {
              assert.deepEqual(runsAt(moment), runs);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(compared > 100, `${compared} days had free times`);
  });

  it('[P-23] a hold is held until the very instant it ends', () => {
    const holds = [{ expiresAt: 20 }, { expiresAt: null }, { expiresAt: 30 }];
    assert.deepEqual(validityOfHolds(holds, 19), { start: -Infinity, end: 20 });
    assert.deepEqual(validityOfHolds(holds, 20), { start: 20, end: 30 });
    assert.deepEqual(validityOfHolds(holds, 30), { start: 30, end: Infinity });
    assert.deepEqual(validityOfHolds([], 30), { start: -Infinity, end: Infinity });
  });
});
