import { asc, sql } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { consentTexts } from './schema/index.js';

type Row = typeof consentTexts.$inferSelect;

/** Every version of what the account's patients consent to that was kept, oldest first. */
export async function listConsentTexts(tx: AccountTransaction): Promise<Omit<Row, 'accountId'>[]> {
  const { version, texts, since } = consentTexts;
  return tx
    .select({ version, texts, since })
    .from(consentTexts)
    .orderBy(sql`${since} NULLS FIRST`, asc(version));
}

/** Keeps a version; one that is kept already stays as it is. */
export async function keepConsentText(tx: AccountTransaction, row: Row): Promise<void> {
  await tx.insert(consentTexts).values(row).onConflictDoNothing();
}
