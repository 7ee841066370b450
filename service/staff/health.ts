import type { AccountHealth, ChannelHealth } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { day } from '../context/budgets.js';
import type { Work } from '../context/work.js';
import { countOutbox } from '../store/staff/outbox-health.js';

const channels = ['sms', 'email'] as const;
const daysBack = 7;

/** Whether an account's messages leave, and where its page is (S-08). */
export async function readHealth({ tx, account, now, page }: Work): Promise<AccountHealth> {
  const rows = await countOutbox(tx, new Date(now - daysBack * day));
  const instant = (date: Date | null) => date && formatInstant(date.getTime(), account.timeZone);
  const messages = channels.map((channel): ChannelHealth => {
    const found = rows.find((row) => row.channel === channel);
    if (!found) {
      const none = { lastSentAt: null, failingSince: null, lastFailure: null };
      return { channel, waiting: 0, failed: 0, ...none };
    }
    const { waiting, failed, lastSentAt, failingSince, failedAt, failure } = found;
    return {
      channel,
      waiting,
      failed,
      lastSentAt: instant(lastSentAt),
      failingSince: instant(failingSince),
      lastFailure: failedAt && { at: instant(failedAt)!, reason: failure ?? '' },
    };
  });
  return { messages, ...(page === undefined ? {} : { page }) };
}
