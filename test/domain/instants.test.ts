import { expect } from '@open-wc/testing';
import { compareInstants, millisecondsBetween } from '../../src/domain/instants.js';

describe('instants', () => {
  const early = '2026-10-25T02:30:00+02:00';
  const late = '2026-10-25T02:30:00+01:00';

  it('[P-22] are in the order of time, not of their clocks', () => {
    expect(['2026-10-25T03:00:00+01:00', late, early].sort(compareInstants)).to.deep.equal([
      early,
      late,
      '2026-10-25T03:00:00+01:00',
    ]);
    expect(compareInstants(early, '2026-10-25T00:30:00Z')).to.equal(0);
  });

  it('[P-22] are as far apart as time, not as clocks, says', () => {
    expect(millisecondsBetween(early, late)).to.equal(3_600_000);
    expect(millisecondsBetween(late, early)).to.equal(-3_600_000);
  });
});
