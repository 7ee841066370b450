import { accountsWithDueMessages, deliver } from '../messages/outbox.js';
import type { Transports } from '../messages/transport.js';
import type { Database } from '../store/database.js';

/** Sends, every few seconds, what a process that ended left in the outbox; returns how to stop. */
export function startWorker(
  db: Database,
  transports: Transports,
  { clock = Date.now, everySeconds = 15, onError = (_error: unknown) => {} } = {},
): () => void {
  let isBusy = false;
  const run = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      for (const accountId of await accountsWithDueMessages(db, clock())) {
        await deliver(db, accountId, transports, clock);
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
