// "npm run soak -- --sms-kills 50": two workers, one of which is killed in each round while it sends, and a gateway that is slow, down,
// silent, reports twice, late and early, and hands on answers twice. Then what the gateway has and what the service says is compared.
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../service/store/database.js';
import { inAccount } from '../service/store/database.js';
import { outbox } from '../service/store/schema/index.js';
import { settleReports } from '../service/store/sms-traffic.js';
import { setUpClinic } from '../test/service/support/clinic-fixture.js';
import { startGateway, type Deed, type Sms, type SoakGateway } from './reminders/gateway.js';
import { killProgram, startProgram, type Program } from './reminders/processes.js';
import { startPostgres } from './postgres.js';
import { seededRandom } from './seeded-random.js';

const account = 'demo';
const operatorKey = 'the-key-of-whoever-runs-the-service';
const secret = 'what the gateway and the clinic share';
/** SMS of a round, a third of which hold codes. */
const each = 60;
/** Clocks run so many times as fast, so that leases of those who were killed end within a round. */
const haste = 20;

/** What came of a run. */
interface Tally {
  sms: number;
  kills: number;
  /** Requests that the gateway has failed in some way. */
  faults: number;
  /** Ids that came more than once, which a gateway drops. */
  'repeated by id': number;
  /** SMS that never came, or that the service does not think it has sent. */
  lost: number;
  /** SMS that came under two ids. */
  twice: number;
  /** Where the list says something else than the gateway has reported. */
  'wrong reports': number;
  /** Answers that are not in the list exactly once. */
  'wrong answers': number;
}

/** Whether nothing was lost, and nothing came twice but by its id. */
export async function soakSmsKills(rounds: number, seed: number): Promise<boolean> {
  const random = seededRandom(seed);
  const server = await startPostgres({ isOwn: true, isDurable: true });
  process.env.TEST_DATABASE_URL = server.url;
  const { openTestDatabase } = await import('../test/service/support/test-database.js');
  const database = await openTestDatabase('postgres');
  await setUpClinic(database.db, { id: account });
  const epoch = Date.now();
  const faults = new Faults(random);
  const gateway = await startGateway((sms) => faults.decide(sms));
  const env = {
    DATABASE_URL: database.url!,
    GATEWAY_URL: gateway.url,
    OPERATOR_KEY: operatorKey,
    EPOCH: String(epoch),
    HASTE: String(haste),
  };
  const service = await startProgram('sms-service-process', env);
  const phones = new Phones(service.said, () => epoch + (Date.now() - epoch) * haste, random);
  faults.took = (sms) => phones.took(sms);
  const workers = new Map<string, Program>();
  const start = async (name: string) => {
    workers.set(name, await startProgram('worker-process', { ...env, NAME: name }));
  };
  try {
    await phones.register();
    await start('first');
    await start('second');
    const ids: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const killed = new Promise<void>((resolve) => {
        faults.killAfter(5 + Math.floor(random() * 60), (sender) => {
          const worker = workers.get(sender);
          workers.delete(sender);
          if (worker) void killProgram(worker).then(resolve);
          return worker !== undefined;
        });
      });
      ids.push(...(await enqueue(database.db, ids.length)));
      await killed;
      await start(`successor ${round}`);
      if ((round + 1) % 10 === 0) console.log(`Round ${round + 1} of ${rounds} …`);
    }
    faults.areOver = true;
    await until(async () => (await countOutbox(database.db, "status IN ('V', 'FV')")) === 0);
    await phones.settle();
    await pause(1000);
    // What came at the same moment as the gateway's answer is put together once an hour.
    await inAccount(database.db, account, (tx) => settleReports(tx, Date.now()));
    const tally = await compare(database.db, ids, { rounds, gateway, faults, phones });
    const names = Object.keys(tally);
    console.log(`| ${names.join(' | ')} |\n|${' --- |'.repeat(names.length)}`);
    console.log(`| ${Object.values(tally).join(' | ')} |`);
    for (const [id, said] of phones.reported) {
      const row = await one(database.db, id);
      if (row?.delivery !== said) console.log(`${id}: reported ${said}, ${JSON.stringify(row)}`);
    }
    const wrong = [tally.lost, tally.twice, tally['wrong reports'], tally['wrong answers']];
    return wrong.every((count) => count === 0);
  } finally {
    await Promise.all([service, ...workers.values()].map(killProgram));
    gateway.close();
    await database.close();
    server.stop();
  }
}

/** What goes wrong at the gateway, by chance. */
class Faults {
  areOver = false;
  count = 0;
  took: (sms: Sms) => void = () => undefined;
  #downUntil = 0;
  #requests = 0;
  #kill: { at: number; who: (sender: string) => boolean } | undefined;

  constructor(private readonly random: () => number) {}

  /** Kills the sender of the nth request from now, before it has its answer. */
  killAfter(requests: number, who: (sender: string) => boolean): void {
    this.#kill = { at: this.#requests + requests, who };
  }

  decide(sms: Sms): Deed {
    this.#requests += 1;
    if (this.#kill && this.#requests >= this.#kill.at && this.#kill.who(sms.from)) {
      this.#kill = undefined;
      // It has come, or it has not.
      return this.#take(sms, { takes: this.random() < 0.5, answers: 'never' });
    }
    if (this.areOver) return this.#take(sms, { takes: true, answers: 'ok' });
    if (this.#requests < this.#downUntil) return this.#fault(sms, { takes: false, answers: 503 });
    const chance = this.random();
    if (chance < 0.01) this.#downUntil = this.#requests + 20;
    if (chance < 0.05) return this.#fault(sms, { takes: false, answers: 503 });
    if (chance < 0.08) return this.#fault(sms, { takes: false, answers: 'never' });
    if (chance < 0.11) return this.#fault(sms, { takes: true, answers: 'never' });
    if (chance < 0.13) return this.#fault(sms, { takes: true, answers: 'late' });
    return this.#take(sms, { takes: true, answers: 'ok' });
  }

  #fault(sms: Sms, deed: Deed): Deed {
    this.count += 1;
    return this.#take(sms, deed);
  }

  #take(sms: Sms, deed: Deed): Deed {
    if (deed.takes) this.took(sms);
    return deed;
  }
}

/** The phones that SMS come to: each is reported, some twice, late, or wrongly at first, and some answer, often twice. */
class Phones {
  /** What was reported last of each id, a delivery before anything else. */
  readonly reported = new Map<string, 'delivered' | 'not-delivered'>();
  readonly answers = new Set<string>();
  #running = new Set<Promise<void>>();

  constructor(
    private readonly url: string,
    private readonly clock: () => number,
    private readonly random: () => number,
  ) {}

  /** Gives the account the secret that its gateway signs with. */
  async register(): Promise<void> {
    const response = await fetch(`${this.url}/v1/staff/accounts/${account}/sms-gateway`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${operatorKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ format: 'own', secret }),
    });
    if (!response.ok) throw new Error(`sms-gateway: ${response.status}`);
  }

  took({ id, to }: Sms): void {
    if (this.reported.has(id)) return;
    const isDelivered = this.random() < 0.9;
    const at = new Date(this.clock()).toISOString();
    const report = (status: 'delivered' | 'not-delivered', by: object) =>
      this.#tell('reports', { reports: [{ ...by, status, at }] });
    const first = isDelivered ? 'delivered' : 'not-delivered';
    this.reported.set(id, first);
    // By the service's id or by its own; before the answer, or after it.
    const by = this.random() < 0.5 ? { id } : { gatewayId: `gw-${id}` };
    this.#later(this.random() * 80, () => report(first, by));
    if (this.random() < 0.2) this.#later(this.random() * 400, () => report(first, by));
    // Out of order: what was said before it was delivered comes after it.
    if (isDelivered && this.random() < 0.1) {
      this.#later(100 + this.random() * 400, () => report('not-delivered', { id }));
    }
    if (this.random() < 0.1) {
      const answer = { id: `in-${id}`, from: to, text: 'Tusen takk', receivedAt: at };
      this.answers.add(answer.id);
      const tell = () => this.#tell('incoming', { messages: [answer] });
      this.#later(this.random() * 300, tell);
      if (this.random() < 0.5) this.#later(this.random() * 300, tell);
    }
  }

  async settle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #later(milliseconds: number, tell: () => Promise<void>): void {
    const running: Promise<void> = pause(milliseconds)
      .then(tell)
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #tell(what: string, body: object): Promise<void> {
    const text = JSON.stringify(body);
    // A gateway tells until it is heard.
    for (;;) {
      const seconds = Math.floor(this.clock() / 1000);
      const signature = createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex');
      const response = await fetch(`${this.url}/v1/gateway/${account}/${what}`, {
        method: 'POST',
        headers: { 'Opus-Signature': `t=${seconds},v1=${signature}` },
        body: text,
      }).catch(() => undefined);
      if (response?.status === 204) return;
      if (response && response.status < 500) throw new Error(`${what}: ${response.status}`);
      await pause(200);
    }
  }
}

/** Puts the SMS of a round into the outbox: each with a number and a text of its own. */
async function enqueue(db: Database, before: number): Promise<string[]> {
  const at = new Date(Date.now() - 60_000);
  const rows = Array.from({ length: each }, (_, index) => ({
    accountId: account,
    id: crypto.randomUUID(),
    kind: index % 3 === 0 ? ('code' as const) : ('general' as const),
    channel: 'sms' as const,
    recipient: `+479${String(before + index).padStart(7, '0')}`,
    text: `Nr. ${before + index}`,
    lang: 'nb' as const,
    status: 'V' as const,
    createdAt: at,
    sendAt: at,
    // Long, since clocks run fast.
    expiresAt: new Date(Date.now() + 300 * 86_400_000),
  }));
  await inAccount(db, account, (tx) => tx.insert(outbox).values(rows));
  return rows.map(({ id }) => id);
}

async function countOutbox(db: Database, condition: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sql.raw(`outbox WHERE ${condition}`));
  return row!.count;
}

async function compare(
  db: Database,
  ids: readonly string[],
  told: { rounds: number; gateway: SoakGateway; faults: Faults; phones: Phones },
): Promise<Tally> {
  const { rounds, gateway, faults, phones } = told;
  const rows = await db
    .select({ id: outbox.id, status: outbox.status, delivery: outbox.delivery })
    .from(outbox);
  const received = await db
    .select({ gatewayId: sql<string>`gateway_id`, count: sql<number>`count(*)::int` })
    .from(sql`sms_received`)
    .groupBy(sql`gateway_id`);
  const stored = new Map(rows.map((row) => [row.id, row]));
  const numbers = [...gateway.texts.values()].map(({ to }) => to);
  const isSent = (id: string) => ['S', 'SB'].includes(stored.get(id)?.status ?? '');
  const counts = new Map(received.map(({ gatewayId, count }) => [gatewayId, count]));
  return {
    sms: ids.length,
    kills: rounds,
    faults: faults.count,
    'repeated by id': [...gateway.arrived.values()].filter((count) => count > 1).length,
    lost: ids.filter((id) => !gateway.arrived.has(id) || !isSent(id)).length,
    twice: numbers.length - new Set(numbers).size,
    'wrong reports': [...phones.reported].filter(([id, said]) => stored.get(id)?.delivery !== said)
      .length,
    'wrong answers':
      [...phones.answers].filter((id) => counts.get(id) !== 1).length +
      Math.max(0, counts.size - phones.answers.size),
  };
}

async function one(db: Database, id: string) {
  const { status, delivery, messageId, tries } = outbox;
  const [row] = await db
    .select({ status, delivery, messageId, tries })
    .from(outbox)
    .where(eq(outbox.id, id));
  return row;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(300);
}
