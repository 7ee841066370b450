import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasRoom, workedMinutes } from '../../../service/core/share-of-day.js';

describe('the share of a day that strangers may take', () => {
  const room = (all: number, ofNetwork: number, minutes = 30) =>
    hasRoom({ all, ofNetwork }, minutes, 480, 0.3);

  it('[N-05] is 30 % for all of them, half of it for one network', () => {
    assert.equal(room(114, 0), true);
    assert.equal(room(115, 0), false);
    assert.equal(room(42, 42), true);
    assert.equal(room(43, 43), false);
  });

  it('[N-05] has room for one time, however long it is', () => {
    assert.equal(room(0, 0, 480), true);
    assert.equal(room(30, 0, 120), false);
  });

  it('counts what the clinician works on that date', () => {
    const at = (clinician: string, date: string, from: number, to: number) => ({
      ...{ clinician, date, from, to },
      clinic: 'west',
      recall: false,
    });
    const rows = [
      at('anne', '2026-11-23', 480, 720),
      at('anne', '2026-11-23', 780, 900),
      at('anne', '2026-11-24', 480, 720),
      at('berit', '2026-11-23', 480, 720),
    ];
    assert.equal(workedMinutes(rows, 'anne', '2026-11-23'), 360);
  });
});
