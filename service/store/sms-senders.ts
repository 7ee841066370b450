import { eq } from 'drizzle-orm';
import type { SmsSender } from '../core/sms-sender.js';
import type { AccountTransaction } from './database.js';
import { smsSenders } from './schema/index.js';

/** Senders by company (M-14). */
export function listSmsSenders(tx: AccountTransaction) {
  return tx.select().from(smsSenders).orderBy(smsSenders.companyId);
}

/** Stores a company's sender in place of the one before. */
export async function storeSmsSender(
  tx: AccountTransaction,
  accountId: string,
  companyId: string,
  sender: SmsSender,
): Promise<void> {
  await tx
    .insert(smsSenders)
    .values({ accountId, companyId, ...sender })
    .onConflictDoUpdate({ target: [smsSenders.accountId, smsSenders.companyId], set: sender });
}

/** Goes back to the account's sender; false where the company has none of its own. */
export async function removeSmsSender(tx: AccountTransaction, companyId: string): Promise<boolean> {
  const rows = await tx
    .delete(smsSenders)
    .where(eq(smsSenders.companyId, companyId))
    .returning({ id: smsSenders.companyId });
  return rows.length > 0;
}
