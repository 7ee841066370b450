import { sql } from 'drizzle-orm';
import { lockKey } from './database.js';
import type { AccountTransaction, Joint, Share } from './database.js';

/** A lock that somebody else has: who works in a shared transaction does not wait for it, since others would wait along. */
export class LockedElsewhereError extends Error {
  override readonly name = 'LockedElsewhereError';
}

/** A function that does something for one; for those who share a transaction, together with the others. */
export function joint<Given, Result>(what: Joint<Given, Result>) {
  return (tx: AccountTransaction, given: Given): Promise<Result> =>
    tx.share ? tx.share.join(what, given) : what.one(tx, given);
}

/** Something that one of several has asked for. */
interface Asked {
  given: unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * A transaction in which several work at the same time, each as if it were its own. What one of them has locked, the others cannot
 * lock; nobody waits for a lock, so nobody waits in a circle. What is `joint` waits until each of them has asked for such a thing or
 * has ended, and is then done for all by one statement: those who go the same way take each step together.
 */
export class SharedTransaction {
  readonly #tx: AccountTransaction;
  // PostgreSQL knows the transaction only, and would give it a lock twice.
  readonly #holders = new Map<string, Share>();
  #queues = new Map<Joint<never, unknown>, Asked[]>();
  readonly #waiting = new Set<Share>();
  #working: number;

  /** `count` of them will `run`. */
  constructor(tx: AccountTransaction, count: number) {
    this.#tx = tx;
    this.#working = count;
  }

  /** Runs the work of one of them. */
  async run<Result>(work: (tx: AccountTransaction) => Promise<Result>): Promise<Result> {
    const share: Share = {
      lock: (name) => this.#lock(share, name),
      join: <Given, Answer>(what: Joint<Given, Answer>, given: Given) =>
        this.#join(share, what, given) as Promise<Answer>,
    };
    const own = Object.assign(Object.create(this.#tx) as AccountTransaction, {
      share,
      transaction() {
        throw new Error('A savepoint would take back what others have written, too.');
      },
    });
    try {
      return await work(own);
    } finally {
      this.#working -= 1;
      this.#doJoint();
    }
  }

  async #lock(share: Share, name: string): Promise<void> {
    const holder = this.#holders.get(name);
    if (holder === share) return;
    if (holder) throw new LockedElsewhereError();
    this.#holders.set(name, share);
    const answer: unknown = await this.#tx.execute(
      sql`SELECT pg_try_advisory_xact_lock(${lockKey(name)}) AS "isTaken"`,
    );
    const { rows } = answer as { rows: { isTaken: boolean }[] };
    if (!rows[0]?.isTaken) throw new LockedElsewhereError();
  }

  #join(share: Share, what: Joint<never, unknown>, given: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(what) ?? [];
      this.#queues.set(what, queue);
      queue.push({ given, resolve, reject });
      this.#waiting.add(share);
      this.#doJoint();
    });
  }

  /** Does what has been asked for, once nobody works who may ask for more. */
  #doJoint(): void {
    if (this.#waiting.size < this.#working) return;
    const queues = this.#queues;
    this.#queues = new Map();
    this.#waiting.clear();
    for (const [what, asked] of queues) void this.#answer(what, asked);
  }

  async #answer({ one, many }: Joint<never, unknown>, asked: readonly Asked[]): Promise<void> {
    try {
      const given = asked.map((each) => each.given as never);
      const results =
        given.length === 1 ? [await one(this.#tx, given[0]!)] : await many(this.#tx, given);
      for (const [index, { resolve }] of asked.entries()) resolve(results[index]);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
