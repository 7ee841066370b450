import type { SmsServiceStatus } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { day } from '../context/budgets.js';
import type { Work } from '../context/work.js';
import { noReminders, sendingRules } from '../core/reminder-policy.js';
import { isPaused } from '../core/sending-time.js';
import { findRun } from '../store/reminder-runs.js';
import { findLastRun } from '../store/sms-runs.js';
import { countSms } from '../store/staff/sms-status.js';

const daysBack = 30;
/** What has been due for longer is late; milliseconds. */
const patience = 5 * 60_000;

/** Whether SMS leave, and what stands in their way (*SMS informasjon*). */
export async function readSmsStatus(work: Work): Promise<SmsServiceStatus> {
  const { tx, account, now, catalogue } = work;
  const { reminders: policy = noReminders } = await catalogue();
  const counts = await countSms(tx, new Date(now), new Date(now - daysBack * day));
  const run = await findRun(tx);
  const lastRun = await findLastRun(tx);
  const at = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  const orNull = (date: Date | null) => date && at(date);
  const { oldest, error, lastSentAt, lastReceivedAt, ...rest } = counts;
  return {
    state: stateOf(),
    ...rest,
    oldestDue: orNull(oldest),
    lastSentAt: orNull(lastSentAt),
    lastReceivedAt: orNull(lastReceivedAt),
    lastRun: lastRun
      ? { startedAt: at(lastRun.startedAt), endedAt: orNull(lastRun.endedAt) }
      : null,
    lastError: error && { at: at(error.at), reason: error.reason },
    testMode: policy.testMode,
    pauses: policy.pauses,
    replanning: run && !run.endedAt ? { done: run.done, total: run.total } : null,
  };

  function stateOf(): SmsServiceStatus['state'] {
    if (policy.testMode) return 'test-mode';
    if (isPaused(now, sendingRules(policy, account))) return 'paused';
    const isFailing = error && error.at > (lastSentAt ?? new Date(0));
    if (isFailing) return 'failing';
    if (oldest && now - oldest.getTime() > patience) return 'late';
    return counts.due > 0 ? 'sending' : 'idle';
  }
}
