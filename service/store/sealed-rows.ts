import { sql } from 'drizzle-orm';
import type { Transaction } from './database.js';
import type { SealedId, SealedTable } from './national-ids.js';

/** How many rows one transaction encrypts: few enough that nobody waits for them noticeably. */
export const batchSize = 200;

/** A row with the national ID that it is to have. */
export type SealedRow = SealedId & { accountId: string; id: string };

/** Writes sealed national IDs into rows that the transaction has locked. Works as the owner, over all accounts. */
export async function writeSealed(
  tx: Transaction,
  table: SealedTable,
  rows: readonly SealedRow[],
  { erasePlain = false } = {},
): Promise<void> {
  const values = rows.map(({ nationalIdSealed, ...row }) => ({
    ...row,
    nationalIdSealed: btoa(String.fromCharCode(...nationalIdSealed)),
  }));
  await tx.execute(sql`
    UPDATE ${sql.identifier(table)} AS target
    SET national_id_key = source."nationalIdKey",
      national_id_sealed = decode(source."nationalIdSealed", 'base64'),
      national_id_lookup = source."nationalIdLookup"
      ${erasePlain ? sql`, national_id = NULL` : sql``}
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS source
      ("accountId" text, id uuid, "nationalIdKey" text, "nationalIdSealed" text, "nationalIdLookup" text)
    WHERE target.account_id = source."accountId" AND target.id = source.id`);
}

/** Names of the keys that rows of a table are sealed with, each looked up in the index once. */
export async function keyNamesOf(tx: Transaction, table: SealedTable): Promise<string[]> {
  const name = sql.identifier(table);
  const rows = await tx.select({ key: sql<string>`key` }).from(sql`(
    WITH RECURSIVE names AS (
      (SELECT national_id_key AS key FROM ${name} WHERE national_id_key IS NOT NULL ORDER BY 1 LIMIT 1)
      UNION ALL
      SELECT (SELECT national_id_key FROM ${name} WHERE national_id_key > names.key ORDER BY 1 LIMIT 1)
      FROM names WHERE names.key IS NOT NULL
    ) SELECT key FROM names WHERE key IS NOT NULL
  ) AS found`);
  return rows.map(({ key }) => key);
}
