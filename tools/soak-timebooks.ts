// "npm run soak -- --timebooks 600": so many seconds with fifty open timebooks at two processes of the service on PostgreSQL, and
// twenty changes a second at either. Each change has to be seen by each within a second, and the processes must not grow.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceProcess } from '../test/service/support/service-process.js';
import { addDays } from '../src/domain/civil-date.js';
import { startPostgres } from './postgres.js';

const readers = 50;
const changesASecond = 20;
const operatorKey = 'a-key-of-whoever-runs-the-service';
const monday = '2031-03-03';

/** Megabytes of a process that are in memory. */
function residentOf({ pid }: ServiceProcess): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}

/** What one open timebook has seen: for each day of the test, when it was told of it. */
class OpenTimebook {
  readonly seen = new Map<string, number>();
  #lastId: string | undefined;

  constructor(
    private readonly url: string,
    private readonly signal: AbortSignal,
  ) {}

  async follow(): Promise<void> {
    while (!this.signal.aborted) await this.#read().catch(() => pause(200));
  }

  async #read(): Promise<void> {
    const headers = {
      Authorization: `Bearer ${operatorKey}`,
      ...(this.#lastId ? { 'Last-Event-ID': this.#lastId } : {}),
    };
    const url = `${this.url}/v1/staff/accounts/demo/timebook/changes`;
    const response = await fetch(url, { headers, signal: this.signal });
    let text = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      text += part;
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) {
        this.#lastId = /^id: (.+)$/m.exec(event)?.[1] ?? this.#lastId;
        for (const [, date] of event.matchAll(/"date":"(\d{4}-\d\d-\d\d)"/g)) {
          if (!this.seen.has(date!)) this.seen.set(date!, performance.now());
        }
      }
    }
  }
}

/** Whether every change was seen in time, and nothing grew. */
export async function soakTimebooks(seconds: number): Promise<boolean> {
  const server = await startPostgres();
  process.env.TEST_DATABASE_URL = server.url;
  const { openTestDatabase } = await import('../test/service/support/test-database.js');
  const { setUpClinic } = await import('../test/service/support/clinic-fixture.js');
  const { startServiceProcess } = await import('../test/service/support/service-process.js');
  const database = await openTestDatabase('postgres');
  const aborting = new AbortController();
  const env = { DATABASE_URL: database.url!, OPERATOR_KEY: operatorKey };
  await setUpClinic(database.db, {});
  const processes = [await startServiceProcess(env), await startServiceProcess(env)];
  try {
    const open = Array.from(
      { length: readers },
      (_, index) => new OpenTimebook(processes[index % 2]!.url, aborting.signal),
    );
    for (const one of open) void one.follow();
    await pause(2000);
    const made = new Map<string, number>();
    const delays: number[] = [];
    const settle = (date: string) => {
      const at = made.get(date);
      if (at === undefined) return;
      for (const { seen } of open) {
        delays.push((seen.get(date) ?? Infinity) - at);
        seen.delete(date);
      }
    };
    const memory: number[][] = [];
    const begin = performance.now();
    for (let count = 0; count < seconds * changesASecond; count += 1) {
      // Each change is about a day of its own, by which it is known again; after ten years the days begin anew.
      const date = addDays(monday, count % 3650);
      settle(date);
      const response = await fetch(
        `${processes[count % 2]!.url}/v1/staff/accounts/demo/working-time`,
        {
          method: 'POST',
          headers: { Authorization: `Bearer ${operatorKey}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({
            intervals: [
              {
                ...{ clinician: 'anne', clinic: 'west', date },
                ...{ from: `0${count % 7}:00`, to: `0${count % 7}:30` },
              },
            ],
          }),
        },
      );
      if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
      made.set(date, performance.now());
      if (count % (changesASecond * 30) === 0) memory.push(processes.map(residentOf));
      const ahead = begin + ((count + 1) * 1000) / changesASecond - performance.now();
      if (ahead > 0) await pause(ahead);
    }
    await pause(2000);
    memory.push(processes.map(residentOf));
    for (const date of made.keys()) settle(date);
    delays.sort((a, b) => a - b);
    const missed = delays.filter((delay) => delay === Infinity).length;
    const at = (share: number) => delays[Math.floor((delays.length - 1) * share)]!.toFixed(0);
    console.log(
      `${seconds * changesASecond} changes in ${seconds} s, ${readers} open timebooks at two processes: told after ${at(0.5)} ms (median), ${at(0.99)} ms (99 %), ${at(1)} ms at most; ${missed} not told`,
    );
    console.log(
      `Memory in MB, every 30 s: ${memory.map((both) => both.map((one) => one.toFixed(0)).join('/')).join(', ')}`,
    );
    return missed === 0 && Number(at(1)) < 1000;
  } finally {
    aborting.abort();
    await Promise.all(processes.map(({ stop }) => stop()));
    await database.close();
    server.stop();
  }
}
