import { sql } from 'drizzle-orm';
import { checkDataKeys } from './check-data-keys.js';
import type { Database, Transaction } from './database.js';
import { sqlState } from './sql-state.js';
import type { SealedTable } from './national-ids.js';
import { sealedTables } from './national-ids.js';
import { batchSize, writeSealed } from './sealed-rows.js';

/** Whether no row holds a plain national ID any more. Nobody can write one until the transaction ends. */
export async function hasNoPlainIds(tx: Transaction): Promise<boolean> {
  await tx.execute(sql`LOCK TABLE patients, bookings, logins, sessions IN ACCESS EXCLUSIVE MODE`);
  for (const table of sealedTables) {
    const [row] = await tx
      .select({ one: sql`1` })
      .from(sql`${sql.identifier(table)}`)
      .where(sql`national_id IS NOT NULL`)
      .limit(1);
    if (row) return false;
  }
  return true;
}

/**
 * Encrypts the national IDs that a version before stored as plain text, in short transactions: stopped in between, it goes on
 * where it was, and several processes share the work.
 */
export async function sealPlainIds(db: Database): Promise<void> {
  await checkDataKeys(db);
  try {
    for (const table of sealedTables) while (await sealBatch(db, table));
  } catch (error) {
    // Another process was through with the last row, and has dropped the column meanwhile.
    if (sqlState(error) !== undefinedColumn) throw error;
  }
}

/** SQLSTATE of a statement that names a column which is not there. */
const undefinedColumn = '42703';

/** Encrypts some rows of a table; false when there was none that nobody else has in hand. */
function sealBatch(db: Database, table: SealedTable): Promise<boolean> {
  return db.transaction(async (tx) => {
    const plain = await tx
      .select({
        accountId: sql<string>`account_id`,
        id: sql<string>`id`,
        nationalId: sql<string>`national_id`,
      })
      .from(sql`${sql.identifier(table)}`)
      .where(sql`national_id IS NOT NULL`)
      .limit(batchSize)
      .for('update', { skipLocked: true });
    const rows = await Promise.all(
      plain.map(async ({ accountId, id, nationalId }) => ({
        accountId,
        id,
        ...(await db.nationalIds.ofAccount(accountId).seal(table, id, nationalId)),
      })),
    );
    if (rows.length > 0) await writeSealed(tx, table, rows, { erasePlain: true });
    return rows.length > 0;
  });
}
