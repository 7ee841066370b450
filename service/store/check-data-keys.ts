import { sql } from 'drizzle-orm';
import type { BareDatabase, Database } from './database.js';
import { sealedTables } from './national-ids.js';
import { dataKeys } from './schema/index.js';
import { keyNamesOf } from './sealed-rows.js';

/** The keys at hand are not those of the database, in words for whoever runs the service. */
export class DataKeyError extends Error {
  override readonly name = 'DataKeyError';
}

/** Any fixed number will do: processes that start at once check one after the other. */
const checkLock = 71_094_405;

/**
 * Makes sure that the database can be read with the keys at hand, and notes new ones down. Throws a `DataKeyError` for a key
 * that is missing, and for one that has a known name but is another.
 */
export async function checkDataKeys(db: Database): Promise<void> {
  const checkValues = await db.nationalIds.checkValues();
  await db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${checkLock})`);
    const noted = new Map(
      (await tx.select().from(dataKeys)).map(({ name, checkValue }) => [name, checkValue]),
    );
    for (const [name, checkValue] of checkValues) {
      const before = noted.get(name);
      if (before !== undefined && before !== checkValue) {
        throw new DataKeyError(
          `The data key "${name}" is not the one of that name that this database was written with. Give the one from its backup (DATA_KEY or DATA_DIR/data-key).`,
        );
      }
    }
    for (const table of sealedTables) {
      for (const name of await keyNamesOf(tx, table)) {
        if (!checkValues.has(name)) throw missing(name);
      }
    }
    const added = [...checkValues]
      .filter(([name]) => !noted.has(name))
      .map(([name, checkValue]) => ({ name, checkValue }));
    if (added.length > 0) await tx.insert(dataKeys).values(added);
  });
}

/** The failure of a database that holds national IDs under a key that is not at hand. */
export function missing(name: string): DataKeyError {
  return new DataKeyError(
    `This database holds national IDs under the data key "${name}", which is missing. Give it from its backup (DATA_KEY or DATA_DIR/data-key), behind any newer key.`,
  );
}

/** Names of the keys that a database was written with so far; none for a database that has not been migrated. */
export async function notedKeyNames(db: BareDatabase): Promise<string[]> {
  const [found] = await db
    .select({ table: sql<string | null>`to_regclass('data_keys')::text` })
    .from(sql`(SELECT 1) AS one`);
  if (!found?.table) return [];
  return (await db.select({ name: dataKeys.name }).from(dataKeys)).map(({ name }) => name);
}
