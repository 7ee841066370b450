import type { SmsServiceStatus, SmsState } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { day } from '../context/budgets.js';
import type { Work } from '../context/work.js';
import { noReminders, sendingRules } from '../core/reminder-policy.js';
import { isPaused } from '../core/sending-time.js';
import { countriesWithout } from '../core/sms-sender.js';
import { listSmsSenders } from '../store/sms-senders.js';
import { findRun } from '../store/reminder-runs.js';
import { findLastRun } from '../store/sms-runs.js';
import type { SmsPulse } from '../store/staff/sms-status.js';
import { countSms, countUnread, findSmsPulse } from '../store/staff/sms-status.js';

const daysBack = 30;
/** What has been due for longer is late; milliseconds. */
const patience = 5 * 60_000;

const sinceOf = (now: number) => new Date(now - daysBack * day);

/** Whether SMS leave, for pages that only warn: it costs the same however many messages there are. */
export async function readSmsState(work: Work): Promise<SmsState> {
  const { tx, now } = work;
  const pulse = await findSmsPulse(tx, new Date(now), sinceOf(now));
  return { ...(await stateOf(work, pulse)), unread: await countUnread(tx) };
}

/** The same with all that stands in their way, and what came of them in 30 days (*SMS informasjon*). */
export async function readSmsStatus(work: Work): Promise<SmsServiceStatus> {
  const { tx, account, now, catalogue } = work;
  const { reminders: policy = noReminders } = await catalogue();
  const pulse = await findSmsPulse(tx, new Date(now), sinceOf(now));
  const { lastReceivedAt, ...counts } = await countSms(tx, new Date(now), sinceOf(now));
  const run = await findRun(tx);
  const lastRun = await findLastRun(tx);
  const at = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  const orNull = (date: Date | null) => date && at(date);
  return {
    ...(await stateOf(work, pulse)),
    ...counts,
    unread: await countUnread(tx),
    oldestDue: orNull(pulse.oldest),
    lastSentAt: orNull(pulse.lastSentAt),
    lastReceivedAt: orNull(lastReceivedAt),
    lastRun: lastRun
      ? { startedAt: at(lastRun.startedAt), endedAt: orNull(lastRun.endedAt) }
      : null,
    lastError: pulse.error && { at: at(pulse.error.at), reason: pulse.error.reason },
    pauses: policy.pauses,
    sender: await senderOf(work),
    replanning: run && !run.endedAt ? { done: run.done, total: run.total } : null,
  };
}

async function senderOf({ tx, account }: Work): Promise<SmsServiceStatus['sender']> {
  const { sms } = account.settings.sender;
  return sms === null
    ? null
    : { name: sms, notIn: countriesWithout(sms, await listSmsSenders(tx)) };
}

/** What the ends of the queue come to at present. */
async function stateOf(
  { account, now, catalogue }: Work,
  { oldest, isFailing }: SmsPulse,
): Promise<Pick<SmsState, 'state' | 'testMode'>> {
  const { reminders: policy = noReminders } = await catalogue();
  const { testMode } = policy;
  const state = () => {
    if (testMode) return 'test-mode';
    if (isPaused(now, sendingRules(policy, account))) return 'paused';
    if (isFailing) return 'failing';
    if (!oldest) return 'idle';
    return now - oldest.getTime() > patience ? 'late' : 'sending';
  };
  return { state: state(), testMode };
}
