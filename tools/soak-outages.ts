// "npm run soak -- --kills 30 --restarts 10": the service is killed, and PostgreSQL restarted, while pages hold, book, move and
// cancel. What pages were told has to be what stands in the database: nothing lost, nothing doubled, no answer 500 (N-01).
import { setTimeout as pause } from 'node:timers/promises';
import { addDays, weekday } from '../src/domain/civil-date.js';
import { runClient } from './outages/clients.js';
import { addTallies, isRight, Ledger, noTally, type Tally } from './outages/ledger.js';
import { embeddedWorld, openAccount, postgresWorld, type World } from './outages/worlds.js';
import { startPostgres } from './postgres.js';
import { seededRandom } from './seeded-random.js';

/** Pages of patients with a session, and without. */
const withSession = 12;
const withCode = 4;

interface Outage {
  readonly title: string;
  readonly rounds: number;
  /** What happens to the service in a round, while pages work. */
  readonly strike: (world: World, round: number) => Promise<void>;
}

/** How many rounds there are of each kind. */
export interface Rounds {
  kills: number;
  /** Rounds of the same on the embedded database. */
  embeddedKills: number;
  restarts: number;
}

/** Whether all that pages were told is so, and nothing else. */
export async function soakOutages(rounds: Rounds, seed: number): Promise<boolean> {
  const random = seededRandom(seed);
  const some = (least: number, most: number) => pause(least + random() * (most - least));
  const kill = async (world: World, round: number) => {
    await some(600, 2500);
    // One process, the other one, both at once; of the embedded database there is only one.
    const struck = world.processes.flatMap((_, index) =>
      world.processes.length === 1 || round % 3 === 2 || round % 3 === index ? [index] : [],
    );
    await Promise.all(struck.map((index) => world.processes[index]!.kill()));
    await Promise.all(struck.map((index) => world.restart(index)));
    await some(200, 600);
  };

  const lines: string[] = [];
  let isAllRight = true;
  const soak = async (world: World, outage: Outage) => {
    const tally = await strikeOften(world, outage, random);
    isAllRight &&= isRight(tally);
    const cells = Object.values(tally).map((value: number) => value.toLocaleString('en'));
    lines.push(`| ${[outage.title, outage.rounds, ...cells].join(' | ')} |`);
  };

  if (rounds.kills + rounds.restarts > 0) {
    const server = await startPostgres({ isOwn: true, isDurable: true });
    const world = await postgresWorld(server);
    try {
      if (rounds.kills > 0) {
        await soak(world, { title: 'SIGKILL, PostgreSQL', rounds: rounds.kills, strike: kill });
      }
      if (rounds.restarts > 0) {
        const strike = async (_world: World, round: number) => {
          await some(600, 2500);
          await server.restart(round % 2 === 0 ? 'immediate' : 'fast');
          await some(500, 1500);
        };
        await soak(world, { title: 'PostgreSQL restarted', rounds: rounds.restarts, strike });
      }
    } finally {
      await world.close();
      server.stop();
    }
  }
  if (rounds.embeddedKills > 0) {
    const world = await embeddedWorld();
    try {
      await soak(world, { title: 'SIGKILL, PGlite', rounds: rounds.embeddedKills, strike: kill });
    } finally {
      await world.close();
    }
  }
  const columns = ['what', 'rounds', ...Object.keys(noTally)];
  console.log(`| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`);
  for (const line of lines) console.log(line);
  return isAllRight;
}

async function strikeOften(
  world: World,
  { title, rounds, strike }: Outage,
  random: () => number,
): Promise<Tally> {
  let total = noTally;
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const account = `${title.toLowerCase().replace(/\W+/g, '-')}-${round}`;
    const ledger = new Ledger(account);
    const monday = mondayAhead();
    const bearers = await world.look((db) => openAccount(db, account, monday, withSession));
    let isOver = false;
    const target = {
      ledger,
      random,
      monday,
      isOver: () => isOver,
      pickUrl: () => world.processes[Math.floor(random() * world.processes.length)]!.url,
    };
    const clients = Array.from({ length: withSession + withCode }, (_, index) =>
      runClient(target, index, bearers[index]),
    );
    await strike(world, round);
    isOver = true;
    await Promise.all(clients);
    const tally = await world.look((db) => ledger.compare(db));
    total = addTallies(total, tally);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${title}, round ${round + 1} of ${rounds}, ${seconds} s: ${JSON.stringify(tally)}`,
    );
  }
  return total;
}

/** A Monday that lies at least a week ahead, as a civil date. */
function mondayAhead(): string {
  const today = new Date().toISOString().slice(0, 10);
  return addDays(today, 15 - weekday(today));
}
