// How old the free times are that the replica shows: as the database sees it, as a patient does, and when it stands still.
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { randomToken } from '../../service/store/secrets.js';
import { call } from './calls.js';
import { ports } from './parts.js';
import { account, type Slot } from './patients.js';
import { toTable } from './throughput.js';

interface Measured {
  primary: Pool;
  replica: Pool;
  load: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** A time that nobody has. */
  find: () => Slot;
}

/** As a table. */
export async function measureAge({ primary, replica, load, find }: Measured): Promise<string> {
  const times = async (count: number, measure: () => Promise<number>) => {
    const found: number[] = [];
    while (found.length < count) found.push(await measure());
    return found;
  };
  // The two processes are called without the proxy.
  const seen = () => untilSeen(ports.a, ports.b, find);
  const rows = await load(async () => [
    ['a commit is replayed', ...summary(await times(100, () => untilReplayed(primary, replica)))],
    ['a hold at one process is seen by a stranger at the other', ...summary(await times(40, seen))],
  ]);
  // Without load: a process that wrote something itself asks the primary.
  const stopped = await times(5, async () => {
    await replica.query('SELECT pg_wal_replay_pause()');
    try {
      return await seen();
    } finally {
      await replica.query('SELECT pg_wal_replay_resume()');
      await pause(2000);
    }
  });
  rows.push(['the same where the replica replays nothing', ...summary(stopped)]);
  return toTable(['after ms', 'median', '95 %', 'longest'], rows);
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
async function untilSeen(first: number, second: number, find: () => Slot): Promise<number> {
  const slot = find();
  const hold = await call({
    port: first,
    path: `${account}/holds`,
    patient: 50,
    headers: { 'Hold-Token': randomToken() },
    json: slot,
  });
  // Somebody was faster: another time.
  if (hold.status === 409) return untilSeen(first, second, find);
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

/** Median, 95 % and the longest. */
function summary(values: number[]): string[] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return [at(0.5), at(0.95), at(1)].map((value) => value.toFixed(0));
}
