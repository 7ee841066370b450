import { countInWindow } from '../store/limits.js';
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

/**
 * Counts one use against each budget; throws `rate-limited` for the first that is used up. Transactions that count the same
 * subject wait for each other, so every caller has to list shared subjects in the same order, or they would deadlock.
 */
export async function spendBudgets(
  { tx, account, now }: Pick<Work, 'tx' | 'account' | 'now'>,
  budgets: readonly Budget[],
): Promise<void> {
  for (const { subject, window, max } of budgets) {
    const { count, endsAt } = await countInWindow(tx, account.id, subject, window, now);
    if (count > max) throw new ProblemError('rate-limited', { retryAfter: (endsAt - now) / 1000 });
  }
}
