// "npm run soak": the random walks of test/domain/booking-flow.walk.test.ts, many more of them, in Node. Instead of them:
//   npm run soak -- --attack                    attacks on the sample accounts, which the service has to hold off
//   npm run soak -- --logins 1000               logins of known and of unknown patients, which nothing may tell apart
//   npm run soak -- --changes 10000             changes of a timebook, after each of which remembered free times have to be right
//   npm run soak -- --kills 30 --restarts 10    the service killed and PostgreSQL restarted under load: nothing lost, nothing doubled
//   npm run soak -- --fuzz 20000                calls of every operation, right and changed ones: no 500, and nothing half-written
//   npm run soak -- --widget-faults 40          the widget in a browser whose network fails: what it says is what is stored
//   npm run soak -- --timebooks 600             as many seconds of fifty open timebooks and twenty changes a second: each told within one
//   npm run soak -- --sms-kills 50              workers killed while they send by a gateway with faults: no SMS lost, none twice but by its id
//   npm run soak -- --sms-hour 100000           so many reminders of one hour sent by two workers while patients book
//   npm run soak -- --sms-policy 100000         a changed policy over so many SMS that wait, also where workers are killed
//   npm run soak -- --packages                  npm pack installed in empty projects and in the examples: each builds and books a time
//   npm run soak -- --embedded-kills 5          the same on the embedded database
// --seed 7 repeats what chance chose in a run, as far as races allow; without one each run has its own.
import { parseArgs } from 'node:util';
import { soakAttacks } from './soak-attacks.js';
import { soakFreeTimes } from './soak-free-times.js';
import { soakFuzz } from './soak-fuzz.js';
import { soakLogins } from './soak-logins.js';
import { soakOutages } from './soak-outages.js';
import { soakPackages } from './soak-packages.js';
import { soakPolicy, soakReminders } from './soak-reminders.js';
import { soakSmsKills } from './soak-sms-kills.js';
import { soakTimebooks } from './soak-timebooks.js';
import { soakWalks } from './soak-walks.js';
import { soakWidgetFaults } from './soak-widget-faults.js';

const { values } = parseArgs({
  options: {
    attack: { type: 'boolean', default: false },
    changes: { type: 'string' },
    'embedded-kills': { type: 'string' },
    fuzz: { type: 'string' },
    kills: { type: 'string' },
    logins: { type: 'string' },
    packages: { type: 'boolean', default: false },
    restarts: { type: 'string' },
    seed: { type: 'string' },
    'sms-hour': { type: 'string' },
    'sms-kills': { type: 'string' },
    'sms-policy': { type: 'string' },
    timebooks: { type: 'string' },
    walks: { type: 'string' },
    'widget-faults': { type: 'string' },
  },
});

/** The number that an option has; 0: it was not given. */
function countOf(name: Exclude<keyof typeof values, 'attack' | 'packages'>): number {
  const count = Number(values[name] ?? 0);
  if (Number.isInteger(count) && count >= 0) return count;
  console.error(`--${name} takes a whole number; see the first lines of tools/soak.ts.`);
  process.exit(2);
}

const seed = values.seed === undefined ? Date.now() % 2 ** 31 : countOf('seed');
const changes = countOf('changes');
const fuzz = countOf('fuzz');
const logins = countOf('logins');
const timebooks = countOf('timebooks');
const sms = {
  hour: countOf('sms-hour'),
  kills: countOf('sms-kills'),
  policy: countOf('sms-policy'),
};
const widgetFaults = countOf('widget-faults');
const rounds = {
  kills: countOf('kills'),
  embeddedKills: countOf('embedded-kills'),
  restarts: countOf('restarts'),
};

function run(): boolean | Promise<boolean> {
  if (values.attack) return soakAttacks();
  if (values.packages) return soakPackages();
  if (timebooks > 0) return soakTimebooks(timebooks);
  if (sms.hour > 0) return soakReminders(sms.hour);
  if (sms.policy > 0) return soakPolicy(sms.policy);
  console.log(`Seed ${seed} …`);
  if (sms.kills > 0) return soakSmsKills(sms.kills, seed);
  if (changes > 0) return soakFreeTimes(changes, seed);
  if (fuzz > 0) return soakFuzz(fuzz, seed);
  if (logins > 0) return soakLogins(logins, seed);
  if (widgetFaults > 0) return soakWidgetFaults(widgetFaults, seed);
  if (Object.values(rounds).some((count) => count > 0)) return soakOutages(rounds, seed);
  return soakWalks(countOf('walks') || 100_000, seed);
}

process.exit((await run()) ? 0 : 1);
