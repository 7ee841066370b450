import { millisecondsInHour, millisecondsInMinute } from 'date-fns/constants';
import type { Day } from './day.js';
import type { ClinicianRules, Stretch } from './model.js';

/**
 * For how long a clinician's free times of a date are what they are at `now`, as long as no row changes; epoch milliseconds.
 * Only two things read the clock (`createOffering`): dates pass, and lead times and preblocks expire, at midnight; and times,
 * which begin on full minutes, begin later than now and the clinician's expiry.
 */
export function createValidity(
  { midnight }: Day,
  today: Day,
  now: number,
): (clinician: ClinicianRules) => Stretch {
  const minute = Math.floor(now / millisecondsInMinute) * millisecondsInMinute;
  return ({ preblockExpiryHours }) => {
    const nears = midnight - (preblockExpiryHours ?? 0) * millisecondsInHour;
    return now < nears
      ? { start: today.midnight, end: Math.min(today.end, nears) }
      : {
          start: Math.max(today.midnight, minute),
          end: Math.min(today.end, minute + millisecondsInMinute),
        };
  };
}

/** For how long the same of some times are taken as at `now`; null: for good. */
export function validityOfHolds(
  taken: Iterable<{ readonly expiresAt: number | null }>,
  now: number,
): Stretch {
  let start = -Infinity;
  let end = Infinity;
  for (const { expiresAt } of taken) {
    if (expiresAt === null) continue;
    if (expiresAt > now) end = Math.min(end, expiresAt);
    else start = Math.max(start, expiresAt);
  }
  return { start, end };
}

/** The time that two stretches share. */
export function overlapOf(a: Stretch, b: Stretch): Stretch {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}
