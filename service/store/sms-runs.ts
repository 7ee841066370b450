import type { AccountTransaction, Database } from './database.js';
import { inAccount } from './database.js';
import { smsRuns } from './schema/index.js';

/** Notes down that a worker has begun to send what is due in an account. */
export async function noteRunStart(db: Database, accountId: string, now: number): Promise<void> {
  const run = { startedAt: new Date(now), endedAt: null };
  await inAccount(db, accountId, (tx) =>
    tx
      .insert(smsRuns)
      .values({ accountId, ...run })
      .onConflictDoUpdate({ target: smsRuns.accountId, set: run }),
  );
}

/** And that it has ended. */
export async function noteRunEnd(db: Database, accountId: string, now: number): Promise<void> {
  await inAccount(db, accountId, (tx) => tx.update(smsRuns).set({ endedAt: new Date(now) }));
}

/** The last run of a worker over the account's outbox. */
export async function findLastRun(tx: AccountTransaction) {
  const [run] = await tx.select().from(smsRuns);
  return run;
}
