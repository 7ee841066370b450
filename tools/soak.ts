// "npm run soak": the random walks of test/domain/booking-flow.walk.test.ts, many more of them, in Node. Instead of them:
//   npm run soak -- --attack                    attacks on the sample accounts, which the service has to hold off
//   npm run soak -- --logins 1000               logins of known and of unknown patients, which nothing may tell apart
//   npm run soak -- --changes 10000             changes of a timebook, after each of which remembered free times have to be right
//   npm run soak -- --kills 30 --restarts 10    the service killed and PostgreSQL restarted under load: nothing lost, nothing doubled
//   npm run soak -- --embedded-kills 5          the same on the embedded database
// --seed 7 repeats what chance chose in a run, as far as races allow; without one each run has its own.
import { parseArgs } from 'node:util';
import { soakAttacks } from './soak-attacks.js';
import { soakFreeTimes } from './soak-free-times.js';
import { soakLogins } from './soak-logins.js';
import { soakOutages } from './soak-outages.js';
import { soakWalks } from './soak-walks.js';

const numbers = ['walks', 'logins', 'changes', 'kills', 'embedded-kills', 'restarts'] as const;

const { values } = parseArgs({
  options: {
    ...(Object.fromEntries(numbers.map((name) => [name, { type: 'string' }])) as Record<
      (typeof numbers)[number],
      { type: 'string' }
    >),
    attack: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
const [walks, logins, changes, kills, embeddedKills, restarts] = numbers.map((name) =>
  Number(values[name] ?? 0),
) as [number, number, number, number, number, number];
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (
  ![walks, logins, changes, kills, embeddedKills, restarts].every((count) => count >= 0) ||
  !Number.isInteger(seed)
) {
  console.error('Usage: see the first lines of tools/soak.ts');
  process.exit(2);
}

async function run(): Promise<boolean> {
  if (values.attack) return soakAttacks();
  console.log(`Seed ${seed} …`);
  if (changes > 0) return soakFreeTimes(changes, seed);
  if (logins > 0) return soakLogins(logins, seed);
  if (kills + embeddedKills + restarts > 0) {
    return soakOutages({ kills, embeddedKills, restarts }, seed);
  }
  return soakWalks(walks || 100_000, seed);
}

process.exit((await run()) ? 0 : 1);
