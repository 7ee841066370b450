import type { SQL } from 'drizzle-orm';
import { and, eq, inArray } from 'drizzle-orm';
import type { AccountTransaction } from '../store/database.js';
import { outbox } from '../store/schema/index.js';
import { isIdleAt, smsKinds } from './outbox.js';

/** A message that waits and is not being sent at an instant, locked; undefined where there is none. */
export async function lockWaiting(tx: AccountTransaction, id: string, now: number) {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.id, id), isIdleAt(now)))
    .for('update');
  return row;
}

/** Takes back those of some messages that wait and are not being sent at an instant; returns how many. */
export async function cancelSent(
  tx: AccountTransaction,
  ids: readonly string[],
  now: number,
): Promise<number> {
  return takeBack(tx, inArray(outbox.id, [...ids]), now);
}

/** The same for what a run has made. */
export async function cancelRun(
  tx: AccountTransaction,
  runId: string,
  now: number,
): Promise<number> {
  return takeBack(tx, eq(outbox.runId, runId), now);
}

async function takeBack(tx: AccountTransaction, which: SQL, now: number): Promise<number> {
  const rows = await tx
    .update(outbox)
    .set({ status: 'A', reason: 'staff' })
    .where(and(which, inArray(outbox.kind, [...smsKinds]), isIdleAt(now)))
    .returning({ id: outbox.id });
  return rows.length;
}
