// How old the free times are that the replica shows: as the database sees it, as a patient does, and when it stands still.
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { randomToken } from '../../service/store/secrets.js';
import { call } from './calls.js';
import { account, type Slot } from './patients.js';

interface Cluster {
  /** Two processes, called without the proxy. */
  services: readonly [{ url: string }, { url: string }];
  primary: Pool;
  replica: Pool;
  load: (work: () => Promise<void>) => Promise<void>;
  /** A time that nobody has. */
  find: () => Slot;
}

const portOf = ({ url }: { url: string }) => Number(new URL(url).port);

export async function measureAge({
  services,
  primary,
  replica,
  load,
  find,
}: Cluster): Promise<string[]> {
  const lines: string[] = [];
  const [first, second] = services.map(portOf) as [number, number];
  await load(async () => {
    const lag: number[] = [];
    for (let count = 0; count < 100; count += 1) lag.push(await untilReplayed(primary, replica));
    lines.push(`a commit is replayed after ${summary(lag)}`);
    const seen: number[] = [];
    for (let count = 0; count < 40; count += 1) seen.push(await untilSeen(first, second, find()));
    lines.push(`a hold at one process is seen by strangers at the other after ${summary(seen)}`);
    const stopped: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      await replica.query('SELECT pg_wal_replay_pause()');
      try {
        stopped.push(await untilSeen(first, second, find()));
      } finally {
        await replica.query('SELECT pg_wal_replay_resume()');
      }
      await pause(2000);
    }
    lines.push(
      `a replica that replays nothing any more: ${summary(stopped)} (at most 3 s are promised)`,
    );
  });
  await replica.end();
  return lines;
}

/** Milliseconds from a commit on the primary to its replay. */
async function untilReplayed(primary: Pool, replica: Pool): Promise<number> {
  const { rows } = await primary.query<{ at: string }>(
    'SELECT pg_current_wal_insert_lsn()::text AS at',
  );
  const begin = performance.now();
  for (;;) {
    const { rowCount } = await replica.query(
      'SELECT WHERE pg_last_wal_replay_lsn() >= $1::pg_lsn',
      [rows[0]!.at],
    );
    if (rowCount) return performance.now() - begin;
  }
}

/** Milliseconds from the answer to a hold at one process until another process does not offer its time any more. */
async function untilSeen(first: number, second: number, slot: Slot): Promise<number> {
  const hold = await call({
    port: first,
    path: `${account}/holds`,
    patient: 50,
    headers: { 'Hold-Token': randomToken() },
    json: slot,
  });
  if (hold.status === 409) return 0;
  const begin = performance.now();
  const date = slot.start.slice(0, 10);
  const next = new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const query = `from=${date}&to=${next}&clinic=${slot.clinic}&clinician=${slot.clinician}&treatment=${slot.treatment}`;
  for (;;) {
    const { body } = await call({ port: second, path: `${account}/slots?${query}`, patient: 51 });
    const { slots } = JSON.parse(body) as { slots?: Slot[] };
    if (slots && !slots.some(({ start }) => start === slot.start)) return performance.now() - begin;
    await pause(5);
  }
}

function summary(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return `${at(0.5).toFixed(0)} ms (median), ${at(0.95).toFixed(0)} ms (95 %), ${sorted.at(-1)!.toFixed(0)} ms (longest)`;
}
