import { eq } from 'drizzle-orm';
import { checkDataKeys } from './check-data-keys.js';
import type { Database } from './database.js';
import type { SealedId, SealedTable } from './national-ids.js';
import { sealedTables } from './national-ids.js';
import { bookings, logins, patients, sessions } from './schema/index.js';
import { batchSize, keyNamesOf, writeSealed } from './sealed-rows.js';

const tables = { patients, bookings, logins, sessions };

/** How a change of keys went. */
export interface Rotation {
  /** How many rows were encrypted anew. */
  rows: number;
  /** Old keys that rows still have, since other processes write with them; empty: the old keys may go. */
  left: string[];
}

/** How often, and after how many milliseconds, rows that somebody was changing are looked for again. */
const attempts = 20;
const pause = 250;

/**
 * Encrypts every national ID anew (N-08) with the first of the keys, in short transactions beside running processes, which have to
 * know both keys. Stopped in between, the next run goes on where it was.
 */
export async function rotateDataKey(db: Database): Promise<Rotation> {
  await checkDataKeys(db);
  let rows = 0;
  for (let attempt = 1; ; attempt += 1) {
    for (const table of sealedTables) {
      for (const name of await oldKeysOf(db, table)) {
        for (let done = 1; done > 0; rows += done) done = await rotateBatch(db, table, name);
      }
    }
    const left = (await Promise.all(sealedTables.map((table) => oldKeysOf(db, table)))).flat();
    if (left.length === 0 || attempt === attempts) return { rows, left: [...new Set(left)] };
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Names of the keys, other than the first, that rows of a table have. */
function oldKeysOf(db: Database, table: SealedTable): Promise<string[]> {
  return db.transaction(async (tx) => {
    const names = await keyNamesOf(tx, table);
    return names.filter((name) => name !== db.nationalIds.keyNames[0]);
  });
}

/** Encrypts some of a table's rows under an old key anew; returns how many. */
function rotateBatch(db: Database, table: SealedTable, oldKey: string): Promise<number> {
  // Of every table only the columns that all of them have.
  const source = tables[table] as typeof bookings;
  return db.transaction(async (tx) => {
    const found = await tx
      .select({
        accountId: source.accountId,
        id: source.id,
        nationalIdKey: source.nationalIdKey,
        nationalIdSealed: source.nationalIdSealed,
        nationalIdLookup: source.nationalIdLookup,
      })
      .from(source)
      .where(eq(source.nationalIdKey, oldKey))
      .limit(batchSize)
      // Rows that somebody is changing come with a later batch.
      .for('update', { skipLocked: true });
    const rows = await Promise.all(
      found.map(async (row) => {
        const ids = db.nationalIds.ofAccount(row.accountId);
        const nationalId = await ids.open(table, row);
        const sealed: SealedId = await ids.seal(table, row.id, nationalId!);
        return { accountId: row.accountId, id: row.id, ...sealed };
      }),
    );
    if (rows.length > 0) await writeSealed(tx, table, rows);
    return rows.length;
  });
}
