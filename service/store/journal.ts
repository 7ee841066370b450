import { desc, eq } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { journalEntries } from './schema/index.js';

/** A line for a patient's journal. */
export type NewJournalEntry = Pick<
  typeof journalEntries.$inferInsert,
  'accountId' | 'patientId' | 'bookingId' | 'kind' | 'text' | 'at'
>;

/** Writes a line into a patient's journal, in the transaction of the change that it records. */
export async function writeJournal(tx: AccountTransaction, entry: NewJournalEntry): Promise<void> {
  await tx.insert(journalEntries).values(entry);
}

/** A patient's journal, newest line first. */
export function listJournal(tx: AccountTransaction, patientId: string) {
  return tx
    .select()
    .from(journalEntries)
    .where(eq(journalEntries.patientId, patientId))
    .orderBy(desc(journalEntries.at), desc(journalEntries.id));
}
