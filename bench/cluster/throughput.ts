// Calls a second, and what each call costs every part.
import { cpus } from 'node:os';
import type { Cluster } from './cluster.js';
import { during, type Crowd } from './patients.js';
import { secondsOf, secondsOfMachine } from '../processor-time.js';

export interface Throughput {
  what: string;
  by: string;
  callsASecond: number;
  /** Milliseconds of a core for each call, by part. */
  costs: ReadonlyMap<string, number>;
  /** Cores that worked for us, and for others on this machine. */
  ours: number;
  others: number;
}

/** How much a crowd gets done in so many seconds; `done` counts its calls. */
export async function measure(
  cluster: Cluster,
  { crowd, done, seconds }: { crowd: Crowd; done: () => number; seconds: number },
): Promise<Omit<Throughput, 'what' | 'by'>> {
  const parts = cluster.parts();
  const before = { done: done(), at: performance.now(), machine: secondsOfMachine() };
  const begun = parts.map(({ pid }) => secondsOf(pid));
  await during(seconds * 1000, crowd);
  const wall = (performance.now() - before.at) / 1000;
  const calls = done() - before.done;
  const costs = new Map<string, number>();
  let spent = 0;
  for (const [index, { name, pid }] of parts.entries()) {
    const ofPart = secondsOf(pid) - begun[index]!;
    spent += ofPart;
    costs.set(name, (costs.get(name) ?? 0) + (ofPart * 1000) / calls);
  }
  const all = secondsOfMachine() - before.machine;
  return {
    callsASecond: calls / wall,
    costs,
    ours: spent / wall,
    others: (all - spent) / wall,
  };
}

/** As a table; `limit` is what the machine's cores allow if nobody else uses them. */
export function tableOf(results: readonly Throughput[]): string {
  const cores = cpus().length;
  const names = [...results[0]!.costs.keys()];
  const head = ['what', 'by', 'calls/s', `limit of ${cores} cores`, 'cores: ours', "others'"];
  const rows = results.map(({ what, by, callsASecond, costs, ours, others }) => {
    const each = names.map((name) => costs.get(name) ?? 0);
    const limit = (cores * 1000) / each.reduce((sum, one) => sum + one, 0);
    const figures = [ours, others, ...each].map((one) => one.toFixed(2));
    return [what, by, callsASecond.toFixed(0), limit.toFixed(0), ...figures];
  });
  return toTable([...head, ...names.map((name) => `ms of ${name}`)], rows);
}

export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
