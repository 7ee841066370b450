import { countInWindow, giveBackToWindow, takeFromWindow } from '../store/limits.js';
import type { Caller } from './caller.js';
import { ProblemError } from './problem.js';
import type { Work } from './work.js';

/** Milliseconds. */
export const hour = 3_600_000;
/** Milliseconds. */
export const day = 24 * hour;

/** How often something may happen within a fixed window of so many milliseconds. */
export interface Budget {
  subject: string;
  window: number;
  max: number;
}

type Counting = Pick<Work, 'tx' | 'account' | 'now'>;

/** How many times the budget of its parts a /48 has: it may be one customer's, or a provider's with many. */
const partsOfSite = 10;

/** The part of its budgets that is left to a network while the whole account is over its own. */
const partWhenOver = 1 / 3;

/**
 * Counts one use against each budget; throws `rate-limited` for the first that is used up. Transactions that count the same
 * subject wait for each other, so every caller has to list shared subjects in the same order, or they would deadlock.
 */
export async function spendBudgets(work: Counting, budgets: readonly Budget[]): Promise<void> {
  for (const budget of budgets) refuseOver(await count(work, budget), budget.max, work.now);
}

/** What the caller's network may do in an hour: so much from one IPv4 address or /64, and ten times as much from a /48. */
export async function networkBudgets(
  { addressHash, siteHash }: Pick<Caller, 'addressHash' | 'siteHash'>,
  name: string,
  max: number,
): Promise<Budget[]> {
  const site = await siteHash();
  return [
    { subject: `${name} ${await addressHash()}`, window: hour, max },
    ...(site === undefined
      ? []
      : [{ subject: `${name} ${site}`, window: hour, max: max * partsOfSite }]),
  ];
}

/**
 * Counts one use against the caller's networks and against the whole account; false where the account is over its budget. That
 * closes it to nobody (N-05): each network has a third of its own budget left then, which slows down whoever uses up the
 * account's, and leaves every patient at another network a turn. Throws `rate-limited`.
 */
export async function spendSlowed(
  work: Counting,
  networks: readonly Budget[],
  account: Budget,
): Promise<boolean> {
  const counts: Counted[] = [];
  for (const budget of networks) {
    const counted = await count(work, budget);
    refuseOver(counted, budget.max, work.now);
    counts.push(counted);
  }
  if (await take(work, account)) return true;
  for (const [index, counted] of counts.entries()) {
    refuseOver(counted, Math.ceil(networks[index]!.max * partWhenOver), work.now);
  }
  return false;
}

/** Takes one use from a budget, if there is one left; counts nothing otherwise. */
export function take({ tx, account, now }: Counting, budget: Budget): Promise<boolean> {
  const { subject, window, max } = budget;
  return takeFromWindow(tx, account.id, subject, window, now, max);
}

/** Gives back what `take` took in the same transaction. */
export function giveBack({ tx, account, now }: Counting, budget: Budget): Promise<void> {
  return giveBackToWindow(tx, account.id, budget.subject, budget.window, now);
}

type Counted = Awaited<ReturnType<typeof countInWindow>>;

function count({ tx, account, now }: Counting, { subject, window }: Budget): Promise<Counted> {
  return countInWindow(tx, account.id, subject, window, now);
}

function refuseOver({ count: used, endsAt }: Counted, max: number, now: number): void {
  if (used > max) throw new ProblemError('rate-limited', { retryAfter: (endsAt - now) / 1000 });
}
