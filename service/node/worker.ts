import { accountsWithDueMessages, deliver } from '../messages/deliver.js';
import type { Transports } from '../messages/transport.js';
import type { Database } from '../store/database.js';
import { purgeExpired } from '../store/purge-expired.js';

const hour = 3_600_000;

/**
 * Sends what a process that ended left in the outbox, and tidies up once an hour; returns how to stop, which resolves when the
 * round that is under way has ended.
 */
export function startWorker(
  db: Database,
  transports: Transports,
  { clock = Date.now, everySeconds = 15, onError = (_error: unknown) => {} } = {},
): () => Promise<void> {
  let round: Promise<void> | undefined;
  let tidiedAt = -hour;
  const run = async () => {
    try {
      await sendDueMessages(db, transports, clock);
      if (clock() - tidiedAt >= hour) {
        tidiedAt = clock();
        await purgeExpired(db, tidiedAt);
      }
    } catch (error) {
      onError(error);
    }
  };
  const begin = () => {
    round ??= run().finally(() => (round = undefined));
  };
  const timer = setInterval(begin, everySeconds * 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/** Sends what is due in every account's outbox. */
export async function sendDueMessages(
  db: Database,
  transports: Transports,
  clock: () => number,
): Promise<void> {
  for (const accountId of await accountsWithDueMessages(db, clock())) {
    await deliver(db, accountId, transports, clock);
  }
}
