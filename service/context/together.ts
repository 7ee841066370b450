import { gatheringPerAccount } from '../messages/gathering.js';
import { lockOf } from '../store/database.js';
import { LockedElsewhereError, SharedTransaction } from '../store/shared-transaction.js';
import { sqlState } from '../store/sql-state.js';
import { isOutage } from './admission.js';
import { workOn } from './caller.js';
import type { Caller } from './caller.js';
import { ProblemError } from './problem.js';
import type { Services } from './services.js';
import type { Work } from './work.js';

// What is written for many callers at a busy moment costs more in going to the database and back than in what it does there. Calls of
// an account that come while one is written therefore share the next transaction: each does its own work in it, by the same rules
// and the same statements, and the statements of all travel together (decision 21).

/** A call and what it does. */
interface Member {
  caller: Caller;
  work: (work: Work) => Promise<unknown>;
  lock: string;
  apart: readonly string[];
}

/** What became of a call; of one that has to be done by itself, nothing. */
type Outcomes = ReadonlyMap<Member, { value: unknown } | { error: unknown }>;

const gatheringOf = gatheringPerAccount(doAll);

/**
 * Runs `work` as `caller.transaction` does, in a transaction that it shares with the same kind of work of others. `apart` names what no
 * two of them may have in common, such as a row that both would change: a lock on a row keeps out other transactions only. `work` may
 * lock names, and makes no savepoints.
 */
export async function together<Result>(
  caller: Caller,
  work: (work: Work) => Promise<Result>,
  { lock, apart }: { lock: readonly string[]; apart: readonly string[] },
): Promise<Result> {
  const { services, accountId, signal } = caller;
  const member = { caller, work, lock: lockOf(lock), apart };
  const outcomes = await services.together.run({ account: accountId, signal }, () =>
    gatheringOf(services, accountId).add(member),
  );
  const outcome = outcomes.get(member);
  if (!outcome) return caller.transaction(work, { lock });
  if ('error' in outcome) throw outcome.error;
  return outcome.value as Result;
}

/** Does what can be done together. Whoever fails is done by itself, where it fails again or not, and the others once more without it. */
async function doAll(
  services: Services,
  accountId: string,
  all: readonly Member[],
): Promise<Outcomes> {
  const outcomes = new Map<Member, { value: unknown } | { error: unknown }>();
  let members = withoutCommon(all.filter(({ caller }) => !caller.signal?.aborted));
  for (let tries = 0; tries < 2 && members.length > 0; tries += 1) {
    const attempt = new Attempt(members);
    try {
      await attempt.run(services, accountId);
      for (const [index, value] of attempt.values.entries())
        outcomes.set(members[index]!, { value });
      break;
    } catch (error) {
      const { failures } = attempt;
      const isRefused = error instanceof ProblemError;
      if (isOutage(error) || (isRefused && failures.size === 0)) throw error;
      if (isRefused && members.length === 1) outcomes.set(members[0]!, { error });
      // Where nobody has failed but the end of the transaction, each finds out by itself.
      members = failures.size === 0 ? [] : members.filter((member) => !failures.has(member));
    }
  }
  return outcomes;
}

/** One transaction for several members: all of them, or none. */
class Attempt {
  readonly #members: readonly Member[];
  /** What they came to, in their order; only where `run` has not thrown. */
  values: unknown[] = [];
  /** Whose work has failed, and how. */
  failures = new Map<Member, unknown>();

  constructor(members: readonly Member[]) {
    this.#members = members;
  }

  async run(services: Services, accountId: string): Promise<void> {
    const now = Math.max(...this.#members.map(({ caller }) => caller.now));
    // In one order, so that two processes do not wait for each other.
    const locks = this.#members.map(({ lock }) => lock).sort();
    await services.admission.run({ account: accountId }, () =>
      workOn(services, { accountId, now, locks }, (work) => this.#share(work)),
    );
  }

  async #share(work: Work): Promise<void> {
    const shared = new SharedTransaction(work.tx, this.#members.length);
    this.failures = new Map();
    this.values = await Promise.all(
      this.#members.map(async (member) => {
        const { now } = member.caller;
        try {
          return await shared.run((tx) => member.work({ ...work, now, tx }));
        } catch (error) {
          this.failures.set(member, error);
          return undefined;
        }
      }),
    );
    const errors = [...this.failures.values()];
    // What the database has refused comes first: it may be worth another attempt, and the others have failed of it.
    if (errors.length > 0) throw errors.find(isCause) ?? errors[0];
  }
}

/** After a statement that fails, all others of its transaction do (`in_failed_sql_transaction`). */
const alreadyFailed = '25P02';

const isCause = (error: unknown) =>
  !(error instanceof ProblemError) &&
  !(error instanceof LockedElsewhereError) &&
  sqlState(error) !== alreadyFailed;

/** Those that have nothing in common with one before. */
function withoutCommon(members: readonly Member[]): Member[] {
  const names = new Set<string>();
  return members.filter(({ lock, apart }) => {
    const own = [lock, ...apart];
    if (own.some((name) => names.has(name))) return false;
    for (const name of own) names.add(name);
    return true;
  });
}
