import { tellOpenings } from '../alerts/tell-openings.js';
import { accountsWithDueMessages, deliver } from '../messages/deliver.js';
import { replanAccounts } from '../reminders/replan.js';
import { workThroughAllRuns } from '../staff/message-runs.js';
import { noteRunEnd, noteRunStart } from '../store/sms-runs.js';
import type { Transports } from '../messages/transport.js';
import type { Database } from '../store/database.js';
import { purgeExpired } from '../store/purge-expired.js';

const hour = 3_600_000;

interface WorkerOptions {
  clock?: () => number;
  everySeconds?: number;
  onError?: (error: unknown) => void;
  /** Address of an account's hosted page, for the links in reminders. */
  pageOf?: ((accountId: string) => string) | undefined;
}

/**
 * Sends what a process that ended left in the outbox, and tidies up once an hour; returns how to stop, which resolves when the
 * round that is under way has ended.
 */
export function startWorker(
  db: Database,
  transports: Transports,
  { clock = Date.now, everySeconds = 15, onError = () => undefined, pageOf }: WorkerOptions = {},
): () => Promise<void> {
  let round: Promise<void> | undefined;
  let tidiedAt = -hour;
  const run = async () => {
    try {
      await replanAccounts(db, clock, pageOf);
      await workThroughAllRuns(db, clock, pageOf);
      // Codes go out whatever becomes of it.
      await tellOpenings(db, clock, pageOf).catch(onError);
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
    await noteRunStart(db, accountId, clock());
    await deliver(db, accountId, transports, clock);
    await noteRunEnd(db, accountId, clock());
  }
}
