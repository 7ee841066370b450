// "npm run soak": the random walks of test/domain/booking-flow.walk.test.ts, many more of them, in Node.
//   npm run soak -- --walks 100000 --seed 7     repeats those of a seed; without one each run has its own
//   npm run soak -- --attack                    instead: attacks on the sample accounts, which the service has to hold off
//   npm run soak -- --changes 10000             instead: changes of a timebook, after each of which remembered free times have to be right
//   npm run soak -- --logins 1000               instead: as many logins of known and of unknown patients, which nothing may tell apart
import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { soakAttacks } from './soak-attacks.js';
import { soakFreeTimes } from './soak-free-times.js';
import { soakLogins } from './soak-logins.js';
import {
  emptyTally,
  picksOfWalk,
  tallyLine,
  walkThrough,
  worlds,
} from '../test/domain/support/booking-walk.js';

const { values } = parseArgs({
  options: {
    walks: { type: 'string', default: '100000' },
    logins: { type: 'string', default: '0' },
    changes: { type: 'string', default: '0' },
    attack: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
const logins = Number(values.logins);
const changes = Number(values.changes);
const walks = Number(values.walks);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!(walks > 0) || !(logins >= 0) || !(changes >= 0) || !Number.isInteger(seed)) {
  console.error(
    'Usage: npm run soak -- [--walks 100000 | --logins 1000 | --changes 10000 | --attack] [--seed 7]',
  );
  process.exit(2);
}
if (values.attack) process.exit((await soakAttacks()) ? 0 : 1);
if (changes > 0) {
  console.log(`${changes} changes of a timebook, seed ${seed} …`);
  process.exit((await soakFreeTimes(changes, seed)) ? 0 : 1);
}
if (logins > 0) {
  console.log(`${logins} logins of known and ${logins} of unknown patients, seed ${seed} …`);
  process.exit((await soakLogins(logins, seed)) ? 0 : 1);
}

console.log(`${walks} random walks, seed ${seed} …`);
const tally = emptyTally();
try {
  fc.assert(
    fc.property(worlds, picksOfWalk, (world, picks) => walkThrough(world, picks, tally)),
    { numRuns: walks, seed },
  );
} catch (error) {
  console.error(error);
  process.exit(1);
}
console.log(tallyLine(tally, seed));
