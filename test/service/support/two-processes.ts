import { after, before } from 'node:test';
import { addDays, weekday } from '../../../src/domain/civil-date.js';
import { startServiceProcess, type ServiceProcess } from './service-process.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';

/** What a race is run against. */
export interface TwoProcesses {
  readonly database: TestDatabase;
  /** There once the first test begins. */
  readonly processes: readonly ServiceProcess[];
  /** The process of a caller by number: every other one is at the other process. */
  readonly processOf: (index: number) => ServiceProcess;
  /** Work of so many callers at the same moment. */
  readonly atOnce: <Result>(
    count: number,
    work: (service: ServiceProcess, index: number) => Promise<Result>,
  ) => Promise<Result[]>;
}

/**
 * Two processes of the service over one PostgreSQL database, for the tests of one file. Without a server this fails, it
 * never skips.
 */
export async function startTwoProcesses(env: Record<string, string>): Promise<TwoProcesses> {
  const database = await openTestDatabase('postgres');
  const processes: ServiceProcess[] = [];
  before(async () => {
    const all = { DATABASE_URL: database.url!, ...env };
    processes.push(...(await Promise.all([startServiceProcess(all), startServiceProcess(all)])));
  });
  after(async () => {
    await Promise.all(processes.map(({ stop }) => stop()));
    await database.close();
  });
  const processOf = (index: number) => processes[index % 2]!;
  return {
    database,
    processes,
    processOf,
    atOnce: (count, work) =>
      Promise.all(Array.from({ length: count }, (_, index) => work(processOf(index), index))),
  };
}

/** A Monday that lies at least a week ahead whenever the test runs, as a civil date. */
export function mondayAhead(): string {
  const today = new Date().toISOString().slice(0, 10);
  return addDays(today, 15 - weekday(today));
}
