import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { emptyTally, picksOfWalk, tallyLine, walkThrough, worlds } from './support/booking-walk.js';

const seed = 20261123;

describe('booking flow, random walks', () => {
  it('[P-02] [P-03] [P-05] [P-06] [P-10] [P-17] [P-23] 2,000 walks never meet a dead end, and each ends in a booking or in being told that nothing is free', function () {
    this.timeout(60_000);
    const tally = emptyTally();
    const walks = fc.property(worlds, picksOfWalk, (world, picks) => {
      walkThrough(world, picks, tally);
    });
    fc.assert(walks, { numRuns: 2000, seed });
    console.log(tallyLine(tally, seed));
    // Walks that meet nothing would prove nothing.
    expect(tally.booked).to.be.above(1000);
    expect(tally.nothingFree).to.be.above(100);
    expect(tally.dropped).to.be.above(500);
    expect(tally.lost).to.be.above(500);
  });
});
