import { and, eq } from 'drizzle-orm';
import type { AccountTransaction } from '../store/database.js';
import { outbox } from '../store/schema/index.js';
import { isIdleAt } from './outbox.js';

/** A message that waits and is not being sent at an instant, locked; undefined where there is none. */
export async function lockWaiting(tx: AccountTransaction, id: string, now: number) {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(and(eq(outbox.id, id), isIdleAt(now)))
    .for('update');
  return row;
}
