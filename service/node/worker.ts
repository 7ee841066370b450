import { accountsWithDueMessages, deliver } from '../messages/deliver.js';
import type { Transports } from '../messages/transport.js';
import type { Database } from '../store/database.js';
import { purgeExpired } from '../store/purge-expired.js';

const hour = 3_600_000;

/** Sends what a process that ended left in the outbox, and tidies up once an hour; returns how to stop. */
export function startWorker(
  db: Database,
  transports: Transports,
  { clock = Date.now, everySeconds = 15, onError = (_error: unknown) => {} } = {},
): () => void {
  let isBusy = false;
  let tidiedAt = -hour;
  const run = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await sendDueMessages(db, transports, clock);
      if (clock() - tidiedAt >= hour) {
        tidiedAt = clock();
        await purgeExpired(db, tidiedAt);
      }
    } catch (error) {
      onError(error);
    } finally {
      isBusy = false;
    }
  };
  const timer = setInterval(() => void run(), everySeconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
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
