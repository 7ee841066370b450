import { day } from '../context/budgets.js';
import { ProblemError } from '../context/problem.js';
import type { Services } from '../context/services.js';
import type { Work } from '../context/work.js';
import { findCodeFailures } from '../store/limits.js';
import { lockName } from '../store/reservations.js';

/** Throws `too-many-tries` when a subject has too many wrong codes within 24 hours; codes of one subject wait for each other. */
export async function refuseAfterFailures(
  { limits }: Pick<Services, 'limits'>,
  { tx, now }: Work,
  subjects: readonly string[],
): Promise<void> {
  for (const subject of subjects) {
    await lockName(tx, 'failures', subject);
    const { count, oldest } = await findCodeFailures(tx, subject, now);
    if (count >= limits.wrongCodesADay) {
      throw new ProblemError('too-many-tries', { retryAfter: (oldest + day - now) / 1000 });
    }
  }
}
