// "npm run soak -- --fuzz 20000": calls of every operation of the OpenAPI document, right ones and such that were changed.
// None may answer 500 or nothing, and one that is refused may change nothing.
import { isOutage } from '../service/context/admission.js';
import { prefix } from '../src/contract/index.js';
import { misfits, countOverlaps } from '../test/service/support/timebook-invariants.js';
import { ChangeLog, installChangeLog } from './fuzz/change-log.js';
import { NothingLeftError, type Context, type Parts } from './fuzz/context.js';
import { bodyOf, judge } from './fuzz/judge.js';
import { mutate, type MutationSources } from './fuzz/mutations.js';
import { operationsOf, plan, type Document, type Operation } from './fuzz/operations.js';
import { endConnections, send, type Planned, type Received } from './fuzz/request.js';
import { pick } from './fuzz/schema-values.js';
import { startFuzzedService, type Account, type FuzzedService } from './fuzz/world.js';
import { startPostgres } from './postgres.js';
import { seededRandom } from './seeded-random.js';

/** An account is called so often; then its week is full, and another one takes its place. */
const callsPerAccount = 400;

/** A fault with the call that showed it. */
interface Fault {
  complaint: string;
  operation: string;
  call: string;
  count: number;
}

/** Whether no call had a fault, and each operation was done at least once. */
export async function soakFuzz(count: number, seed: number): Promise<boolean> {
  const postgres = await startPostgres({ isOwn: true });
  process.env.TEST_DATABASE_URL = postgres.url;
  const service = await startFuzzedService();
  try {
    await installChangeLog(service.database.db);
    const log = new ChangeLog(service.database.url!);
    const fuzzer = new Fuzzer(service, log, seededRandom(seed));
    await fuzzer.run(count);
    await log.close();
    return await fuzzer.report();
  } finally {
    endConnections();
    await service.close();
    postgres.stop();
  }
}

class Fuzzer {
  private operations: Operation[] = [];
  private readonly faults = new Map<string, Fault>();
  private readonly strangers: string[] = [];
  private calls = 0;
  private prepared = 0;
  private serial = 0;
  private slowest = 0;

  constructor(
    private readonly service: FuzzedService,
    private readonly log: ChangeLog,
    private readonly random: () => number,
  ) {}

  /** Makes so many calls that chance has planned, beside those that prepare them. */
  async run(count: number): Promise<void> {
    const answer = await fetch(new URL('/openapi.json', this.service.root));
    this.operations = operationsOf((await answer.json()) as Document);
    const other = await this.service.createAccount('other');
    this.strangers.push(other.id, other.patient.id, 'anne', 'west', 'check', 'nobody');
    let patients: Account | undefined;
    let staff: Account | undefined;
    const begun = performance.now();
    while (this.calls < count) {
      if (this.calls % callsPerAccount === 0 || !patients || !staff) {
        // What patients call stays as it is; what staff call, they change.
        patients = await this.service.createAccount(`patients-${this.calls}`);
        staff = await this.service.createAccount(`staff-${this.calls}`);
        await this.settle();
      }
      if (this.calls % 1000 === 0) {
        const seconds = ((performance.now() - begun) / 1000).toFixed(0);
        console.log(
          `${this.calls} calls, ${this.prepared} to prepare them, ${this.faults.size} faults, ${seconds} s`,
        );
      }
      const operation = pick(this.random, this.operations);
      const isStaff = operation.root === prefix.staff;
      const account = isStaff || this.random() < 0.2 ? staff : patients;
      await this.callOnce(operation, account);
      this.calls += 1;
    }
  }

  private async callOnce(operation: Operation, account: Account): Promise<void> {
    let planned: Planned;
    try {
      planned = plan(operation, account, await operation.recipe(this.contextOf(account)));
    } catch (error) {
      if (error instanceof NothingLeftError) return;
      throw error;
    }
    const { schema, parameters } = operation;
    const sources: MutationSources = {
      random: this.random,
      schema,
      parameters,
      strangers: this.strangers,
    };
    if (this.random() < 0.85) planned = mutate(planned, sources);
    await this.send(operation, planned);
  }

  private contextOf(account: Account): Context {
    return {
      service: this.service,
      account,
      random: this.random,
      next: () => (this.serial += 1),
      call: async <Body>(name: string, parts: Parts) => {
        const operation = this.operations.find((one) => one.name === name)!;
        this.prepared += 1;
        const received = await this.send(operation, plan(operation, account, parts));
        if (received.status < 200 || received.status > 299) throw new NothingLeftError();
        const setCookie = received.headers['set-cookie'] ?? [];
        return { setCookie, ...(bodyOf(received) as object) } as Body;
      },
    };
  }

  private async send(operation: Operation, planned: Planned): Promise<Received> {
    // What a recipe has put into the database itself is no doing of the call.
    await this.log.take();
    const received = await send(this.service.root, planned);
    await this.service.settled();
    const changes = await this.log.take();
    const { status } = received;
    if (!planned.isElsewhere)
      operation.statuses.set(status, (operation.statuses.get(status) ?? 0) + 1);
    if (status >= 400 && planned.changes.length === 0)
      operation.lastProblem = received.text.slice(0, 200);
    this.slowest = Math.max(this.slowest, received.milliseconds);
    this.remember(received);
    const complaints = judge(planned, received, changes);
    // A machine that stands still for seconds loses connections to the database: busy, and no fault.
    const errors = this.service.errors
      .splice(0)
      .filter((error) => !isOutage(error))
      .map((error) => `not expected: ${describe(error)}`);
    for (const complaint of [...complaints, ...errors])
      this.note(operation, planned, received, complaint);
    return received;
  }

  private async settle(): Promise<void> {
    await this.service.settled();
    // Kept for the codes that were sent last.
    this.service.sent.splice(0, Math.max(0, this.service.sent.length - 500));
    this.strangers.splice(0, Math.max(0, this.strangers.length - 40));
    this.strangers.push('other', 'anne');
  }

  /** Keeps ids and tokens for calls that they do not belong to. */
  private remember(received: Received): void {
    if (received.status < 200 || received.status > 299 || this.random() > 0.05) return;
    const { id, token } = (bodyOf(received) ?? {}) as { id?: unknown; token?: unknown };
    for (const one of [id, token]) if (typeof one === 'string') this.strangers.push(one);
  }

  private note(
    operation: Operation,
    planned: Planned,
    received: Received,
    complaint: string,
  ): void {
    const key = `${operation.name} ${complaint.slice(0, 80)}`;
    const known = this.faults.get(key);
    if (known) {
      known.count += 1;
      return;
    }
    const { method, path, query, headers, body, raw, changes } = planned;
    const call = JSON.stringify({
      changes,
      call: `${method} ${path.slice(0, 200)}`,
      query,
      headers,
      body: raw === undefined ? body : { raw: String(raw).slice(0, 200) },
    }).slice(0, 1500);
    const fault = { complaint, operation: operation.name, call, count: 1 };
    this.faults.set(key, fault);
    console.error(
      `\n${operation.name}: ${complaint}\n  ${call}\n  ${received.status} ${received.text.slice(0, 300)}`,
    );
  }

  /** Prints what came of it; true when it was as it should be. */
  async report(): Promise<boolean> {
    const { database } = this.service;
    // What the clinic itself cancels tells nobody.
    const unfit = (await misfits(database.db)).filter(({ rule }) => !rule.includes('is told once'));
    const overlaps = await countOverlaps(database.db);
    console.log('\n| operation | calls | done | refused |\n| --- | --- | --- | --- |');
    for (const one of unfit) console.error(JSON.stringify(one));
    const undone: string[] = [];
    for (const { name, statuses, lastProblem } of this.operations) {
      const countOf = (least: number, most: number) =>
        [...statuses]
          .filter(([status]) => status >= least && status <= most)
          .reduce((sum, [, n]) => sum + n, 0);
      const done = countOf(200, 299);
      if (done === 0) undone.push(`${name} (${lastProblem ?? 'not called'})`);
      console.log(`| ${name} | ${countOf(0, 599)} | ${done} | ${countOf(400, 599)} |`);
    }
    console.log(
      `${this.calls} calls and ${this.prepared} to prepare them, of ${this.operations.length} operations; ` +
        `slowest ${this.slowest.toFixed(0)} ms; ${this.faults.size} faults; never done: ${undone.join(', ') || 'none'}; ` +
        `${unfit.length + overlaps} times or messages that do not fit`,
    );
    for (const { operation, complaint, count } of this.faults.values()) {
      console.log(`  ${count} x ${operation}: ${complaint.slice(0, 200)}`);
    }
    return this.faults.size + undone.length + unfit.length + overlaps === 0;
  }
}

function describe(error: unknown): string {
  const causes: string[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) {
    causes.push(`${cause.name}: ${cause.message.slice(0, 300)}`);
  }
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join(' | ') : '';
  return `${causes.join(' <- ') || String(error)} ${stack}`;
}
