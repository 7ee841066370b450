import { and, desc, eq, gt } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { dataJournal } from './schema/index.js';

export type DataEntry = typeof dataJournal.$inferSelect;

/** Notes down what is done with personal data, in the transaction that does it. */
export async function writeDataJournal(
  tx: AccountTransaction,
  entry: Omit<DataEntry, 'id'>,
): Promise<void> {
  await tx.insert(dataJournal).values(entry);
}

/** What was done with personal data, newest first; at most 1,000 entries. */
export function listDataJournal(tx: AccountTransaction): Promise<DataEntry[]> {
  return tx
    .select()
    .from(dataJournal)
    .orderBy(desc(dataJournal.at), desc(dataJournal.id))
    .limit(1000);
}

/** Whether a patient has been exported after an instant. */
export async function wasExported(
  tx: AccountTransaction,
  patientId: string,
  after: Date,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: dataJournal.id })
    .from(dataJournal)
    .where(
      and(
        eq(dataJournal.patientId, patientId),
        eq(dataJournal.kind, 'exported'),
        gt(dataJournal.at, after),
      ),
    )
    .limit(1);
  return row !== undefined;
}
