// Parts that are lost and come back while patients look and book.
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import type { Day } from './patients.js';
import { toTable } from './throughput.js';

/** How long patients go on after each event, milliseconds. */
const rest = 4000;

interface Seen {
  reads: number;
  bookings: number;
  repeated: number;
  longestWait: number;
  failures: Map<string, number>;
}

/** Ends and starts parts in turn, so many rounds; returns a table of what was seen after each event. */
export async function killParts(cluster: Cluster, day: Day, rounds: number): Promise<string> {
  const events: [what: string, work: () => Promise<unknown>][] = [
    ['a process killed', () => cluster.killService('b')],
    ['it is back', () => cluster.startService('b', { reads: 'replica' })],
    ['the replica killed', () => cluster.replica.kill()],
    ['it is back', () => cluster.startReplica()],
    [
      'the other process and the replica killed',
      () => Promise.all([cluster.killService('a'), cluster.replica.kill()]),
    ],
    [
      'both are back',
      () => Promise.all([cluster.startService('a', { reads: 'replica' }), cluster.startReplica()]),
    ],
  ];
  const all = events.map((): Seen => ({
    reads: 0,
    bookings: 0,
    repeated: 0,
    longestWait: 0,
    failures: new Map(),
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, work]] of events.entries()) {
      const seen = all[index]!;
      day.failures = new Map();
      day.longestWait = 0;
      const before = { ...day, repeated: await cluster.repeated() };
      await work();
      await pause(rest);
      seen.reads += day.reads - before.reads;
      seen.bookings += day.bookings - before.bookings;
      seen.repeated += (await cluster.repeated()) - before.repeated;
      seen.longestWait = Math.max(seen.longestWait, day.longestWait);
      for (const [kind, count] of day.failures) {
        seen.failures.set(kind, (seen.failures.get(kind) ?? 0) + count);
      }
    }
  }
  return toTable(
    ['event', 'reads', 'bookings', 'repeated by HAProxy', 'seen by patients', 'longest wait'],
    all.map(({ reads, bookings, repeated, longestWait, failures }, index) => [
      events[index]![0],
      String(reads),
      String(bookings),
      String(repeated),
      [...failures].map(([kind, count]) => `${count} × ${kind}`).join(', ') || 'no failure',
      `${(longestWait / 1000).toFixed(1)} s`,
    ]),
  );
}
