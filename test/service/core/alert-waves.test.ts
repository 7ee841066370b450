import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextWave, waveSize, type WaitingAlert } from '../../../service/core/alert-waves.js';
import type { FreeSlot } from '../../../service/core/model.js';

const eight = Date.parse('2026-11-23T08:00:00Z');
const slotAt = (minutes: number, length = 30): FreeSlot => ({
  ...{ start: eight + minutes * 60_000, minutes: length },
  ...{ clinic: 'west', clinician: 'anne', treatment: 'check' },
});
const waits = (recipient: string, fitting: FreeSlot[], isPaused = false): WaitingAlert => ({
  ...{ recipient, fitting, isPaused },
});
const crowd = (count: number, fitting: FreeSlot[]) =>
  Array.from({ length: count }, (_, index) => waits(`+47${index}`, fitting));
const startsOf = (wave: ReturnType<typeof nextWave>) =>
  wave.told.map(({ alert, slot }) => [alert.recipient, (slot.start - eight) / 60_000]);

describe('waves of alerts', () => {
  it('[P-48] tell as many of one time as the wave has, who waits longest first', () => {
    const wave = nextWave(crowd(waveSize + 2, [slotAt(0)]));
    assert.deepEqual(
      wave.told.map(({ alert }) => alert.recipient),
      ['+470', '+471', '+472', '+473', '+474'],
    );
    assert.equal(wave.isMoreLeft, true);
    assert.equal(nextWave(crowd(waveSize, [slotAt(0)])).isMoreLeft, false);
  });

  it('[P-48] spread many over several times; times that overlap are one', () => {
    const apart = nextWave(crowd(12, [slotAt(0), slotAt(30)]));
    assert.deepEqual(
      startsOf(apart).map(([, minutes]) => minutes),
      [0, 0, 0, 0, 0, 30, 30, 30, 30, 30],
    );
    const overlapping = nextWave([
      ...crowd(waveSize, [slotAt(0, 60)]),
      waits('+4799', [slotAt(30)]),
    ]);
    assert.equal(overlapping.told.length, waveSize);
    assert.equal(overlapping.isMoreLeft, true);
  });

  it('[P-48] tell one address once, pass over whoever has just heard, and end where nobody fits', () => {
    const twice = nextWave([waits('+471', [slotAt(0)]), waits('+471', [slotAt(30)])]);
    assert.deepEqual(startsOf(twice), [['+471', 0]]);
    const paused = nextWave([waits('+471', [slotAt(0)], true), waits('+472', [slotAt(0)])]);
    assert.deepEqual(startsOf(paused), [['+472', 0]]);
    assert.equal(paused.isMoreLeft, true);
    assert.deepEqual(nextWave([waits('+471', [])]), { told: [], isMoreLeft: false });
  });
});
