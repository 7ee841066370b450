import type { Reminders } from '../../src/contract/index.js';
import type { AccountTransaction } from './database.js';
import { accounts } from './schema/index.js';

/** The account's policy of reminders; undefined: it has set none. */
export async function findReminders(tx: AccountTransaction): Promise<Reminders | undefined> {
  const [row] = await tx.select({ reminders: accounts.reminders }).from(accounts);
  return row?.reminders ?? undefined;
}
