// "npm run soak -- --walks 100000": random walks through the booking flow, without a browser.
import fc from 'fast-check';
import {
  emptyTally,
  picksOfWalk,
  tallyLine,
  walkThrough,
  worlds,
} from '../test/domain/support/booking-walk.js';

/** Whether every walk kept the rules of the flow. */
export function soakWalks(walks: number, seed: number): boolean {
  const tally = emptyTally();
  try {
    fc.assert(
      fc.property(worlds, picksOfWalk, (world, picks) => walkThrough(world, picks, tally)),
      { numRuns: walks, seed },
    );
  } catch (error) {
    console.error(error);
    return false;
  }
  console.log(tallyLine(tally, seed));
  return true;
}
