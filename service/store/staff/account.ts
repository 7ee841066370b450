import { sql } from 'drizzle-orm';
import type { AccountSetup } from '../../../src/contract/index.js';
import { defaultSettings } from '../../core/settings.js';
import type { AccountTransaction } from '../database.js';
import { accounts } from '../schema/index.js';

/** What staff may change of the account's own row. */
export type AccountChange = Partial<
  Omit<typeof accounts.$inferInsert, 'id' | 'revision' | 'createdAt'>
>;

/** Stores a new account, open and with the standard settings. */
export async function insertAccount(
  tx: AccountTransaction,
  id: string,
  setup: Omit<AccountSetup, 'owner'>,
  createdAt: Date,
): Promise<void> {
  await tx.insert(accounts).values({
    id,
    ...setup,
    settings: defaultSettings,
    texts: { consentVersion: '1' },
    createdAt,
  });
}

/** Changes the account of the transaction. */
export async function updateAccount(tx: AccountTransaction, change: AccountChange): Promise<void> {
  if (Object.keys(change).length > 0) await tx.update(accounts).set(change);
}

/**
 * Locks the account's row, so that two changes of its settings or its catalogue come one after the other. Not against rows that
 * name the account: patients book meanwhile.
 */
export async function lockAccount(tx: AccountTransaction): Promise<void> {
  await tx.execute(sql`SELECT 1 FROM ${accounts} FOR NO KEY UPDATE`);
}
