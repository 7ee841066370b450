import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { quantileOf, type AttackResult, type Target } from './attack.js';

/** How many callers of the chain there are, and for how long they call; milliseconds. */
const callers = 60;
const floodTime = 1000;
/** How long the rest is watched at most, milliseconds. */
const watchTime = 15_000;

/** What has to hold meanwhile, milliseconds. */
const healthLimit = 100;
const smallLimit = 1000;

interface Measured {
  status: number;
  milliseconds: number;
  retryAfter: string | undefined;
}

function ask(agent: Agent, address: string): Promise<Measured> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const end = (status: number, retryAfter?: string) =>
      resolve({ status, retryAfter, milliseconds: performance.now() - begin });
    get(address, { agent, timeout: 60_000 }, (response) => {
      response.resume();
      response.once('close', () => end(response.statusCode ?? 0, response.headers['retry-after']));
    }).once('error', () => end(0));
  });
}

const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What a flood did to others. */
export interface FloodFigures {
  served: number;
  busy: number;
  /** Answers that are neither, and refusals that name no time to come back. */
  wrong: number;
  /** Of `/healthz`, milliseconds. */
  healthP99: number;
  /** The slowest call of the other account, milliseconds. */
  smallSlowest: number;
  smallCalls: number;
  /** Whether every watched call was answered 200. */
  isServed: boolean;
}

/**
 * Sixty callers ask a chain for the days of six weeks for a second, as fast as they are answered. Meanwhile the process has to
 * answer that it lives, and another account's patients have to get their times (N-07).
 */
export async function flood(target: Target): Promise<AttackResult> {
  const { served, busy, wrong, ...figures } = await measureFlood(target);
  const { healthP99, smallSlowest, smallCalls, isServed } = figures;
  return {
    tried: `${callers} callers of view=days, 42 days of ${target.chain}, for ${floodTime / 1000} s`,
    result:
      `${served} served, ${busy} busy; /healthz p99 ${healthP99.toFixed(0)} ms; ` +
      `${smallCalls} calls of ${target.small}, slowest ${smallSlowest.toFixed(0)} ms`,
    held: healthP99 < healthLimit && smallSlowest < smallLimit && isServed && wrong === 0,
  };
}

/** The figures of that flood. */
export async function measureFlood({ url, chain, small }: Target): Promise<FloodFigures> {
  const many = new Agent({ keepAlive: true, maxSockets: callers });
  const few = new Agent({ keepAlive: true });
  const heavy = `${url}/v1/accounts/${chain}/slots?from=${date(0)}&to=${date(42)}&view=days`;
  const light = `${url}/v1/accounts/${small}/slots?from=${date(0)}&to=${date(7)}`;
  const begin = performance.now();
  let isOver = false;

  const flooding = Promise.all(
    Array.from({ length: callers }, async () => {
      const answers: Measured[] = [];
      do answers.push(await ask(many, heavy));
      while (performance.now() - begin < floodTime);
      return answers;
    }),
  ).then((all) => {
    isOver = true;
    return all.flat();
  });
  const watch = async (address: string, rest: number) => {
    const answers: Measured[] = [];
    while (!isOver && performance.now() - begin < watchTime) {
      answers.push(await ask(few, address));
      await pause(rest);
    }
    return answers;
  };
  const [floods, health, others] = await Promise.all([
    flooding,
    watch(`${url}/healthz`, 10),
    watch(light, 50),
  ]);
  many.destroy();
  few.destroy();

  const times = (answers: readonly Measured[]) => answers.map(({ milliseconds }) => milliseconds);
  const served = floods.filter(({ status }) => status === 200).length;
  const busy = floods.filter(({ status, retryAfter }) => status === 503 && Number(retryAfter) > 0);
  return {
    served,
    busy: busy.length,
    wrong: floods.length - served - busy.length,
    healthP99: quantileOf(times(health), 0.99),
    smallSlowest: Math.max(...times(others)),
    smallCalls: others.length,
    isServed: [...health, ...others].every(({ status }) => status === 200),
  };
}
