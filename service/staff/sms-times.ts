import type { SmsType } from '../../src/contract/index.js';
import { day } from '../context/budgets.js';
import { checkInstant } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import type { SendingRules, SendingTimes } from '../core/sending-time.js';
import { notBefore, outsidePauses, pauseEnd } from '../core/sending-time.js';

/** A general message is of use for so long (M-09); milliseconds. */
const usualLife = 3 * day;
/** The longest that staff may have a message wait for its recipient after its time; milliseconds. */
const longestLife = 31 * day;
/** How far ahead staff may set a time; milliseconds. */
const farthest = 366 * day;

/** Instants that somebody has set by hand; absent: as usual. */
export interface SetTimes {
  sendsAt?: string | undefined;
  expiresAt?: string | undefined;
}

/** Types that belong to an appointment, and go on with it. */
export const isPlannedType = (type: SmsType): boolean =>
  type.startsWith('reminder') || type === 'thank-you';

/** The same in epoch milliseconds. */
type ReadTimes = Record<keyof SendingTimes, number | undefined>;

/** Reads times; throws `invalid` for what is none or too far ahead, and so wrong whoever gets the message. */
export function readTimes(set: SetTimes, now: number): ReadTimes {
  const read = (path: keyof SetTimes) => {
    const instant = set[path];
    if (instant === undefined) return undefined;
    checkInstant(path, instant);
    return Date.parse(instant);
  };
  const sendsAt = read('sendsAt');
  const expiresAt = read('expiresAt');
  if (sendsAt !== undefined && sendsAt > now + farthest) {
    throw invalid({ path: 'sendsAt', code: 'too-big' });
  }
  if (expiresAt !== undefined && expiresAt <= Math.max(sendsAt ?? now, now)) {
    throw invalid({ path: 'expiresAt', code: 'not-after' });
  }
  return { sendsAt, expiresAt };
}

/**
 * When a message of the staff leaves and expires that belongs to no appointment (M-09, M-11), from an instant on. With an expiry set by
 * hand a pause that would outlast it is avoided; throws `invalid` for an expiry that is not in the 31 days after the time.
 */
export function freeTimes(
  from: number,
  expiresAt: number | undefined,
  now: number,
  rules: SendingRules,
): SendingTimes {
  const at = Math.max(from, now);
  if (expiresAt === undefined) {
    const sendsAt = pauseEnd(at, rules);
    return { sendsAt, expiresAt: sendsAt + usualLife };
  }
  checkLife(at, expiresAt);
  return notBefore({ sendsAt: outsidePauses(at, expiresAt, rules), expiresAt }, now, rules);
}

/**
 * When a reminder or a thank-you leaves and expires: by its plan, but for what was set by hand. Throws `invalid` for a time at which it
 * is of no use any more, and for an expiry before that time, or of a reminder after `latest`.
 */
export function plannedTimes(
  plan: SendingTimes & { latest: number | undefined },
  set: ReadTimes,
  now: number,
  rules: SendingRules,
): SendingTimes {
  const { latest } = plan;
  const { expiresAt: end = plan.expiresAt } = set;
  if (set.expiresAt !== undefined) {
    const from = Math.max(set.sendsAt ?? plan.sendsAt, now);
    if (latest === undefined) checkLife(from, end);
    else if (end <= from) throw invalid({ path: 'expiresAt', code: 'not-after' });
    else if (end > latest) throw invalid({ path: 'expiresAt', code: 'after-start' });
  }
  if (set.sendsAt !== undefined && set.sendsAt >= end) {
    throw invalid({ path: 'sendsAt', code: 'too-late' });
  }
  const isAsPlanned = set.sendsAt === undefined && end === plan.expiresAt;
  const sendsAt = isAsPlanned
    ? plan.sendsAt
    : outsidePauses(set.sendsAt ?? plan.sendsAt, end, rules);
  return notBefore({ sendsAt, expiresAt: end }, now, rules);
}

function checkLife(from: number, expiresAt: number): void {
  if (expiresAt <= from) throw invalid({ path: 'expiresAt', code: 'not-after' });
  if (expiresAt > from + longestLife) throw invalid({ path: 'expiresAt', code: 'too-long' });
}
