import { and, asc, eq } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import { staffPasskeys, staffPeople } from '../schema/index.js';

export type PasskeyRow = typeof staffPasskeys.$inferSelect;

/** The passkeys of a person, oldest first. */
export function listPasskeys(tx: AccountTransaction, personId: string): Promise<PasskeyRow[]> {
  return tx
    .select()
    .from(staffPasskeys)
    .where(eq(staffPasskeys.personId, personId))
    .orderBy(asc(staffPasskeys.createdAt), staffPasskeys.id);
}

/** A passkey by what its authenticator calls it, locked, with its person; undefined when there is none. */
export async function findCredential(tx: AccountTransaction, credentialId: string) {
  const [row] = await tx
    .select({ passkey: staffPasskeys, person: staffPeople })
    .from(staffPasskeys)
    .innerJoin(
      staffPeople,
      and(
        eq(staffPeople.accountId, staffPasskeys.accountId),
        eq(staffPeople.id, staffPasskeys.personId),
      ),
    )
    .where(eq(staffPasskeys.credentialId, credentialId))
    .for('update', { of: staffPasskeys });
  return row;
}

/** Stores a passkey; one that is stored already fails with SQLSTATE 23505. */
export async function insertPasskey(
  tx: AccountTransaction,
  row: typeof staffPasskeys.$inferInsert,
): Promise<void> {
  await tx.insert(staffPasskeys).values(row);
}

/** Notes down that a passkey was used. */
export async function notePasskeyUse(
  tx: AccountTransaction,
  id: string,
  change: Pick<PasskeyRow, 'counter' | 'usedAt'>,
): Promise<void> {
  await tx.update(staffPasskeys).set(change).where(eq(staffPasskeys.id, id));
}

/** Renames a passkey of a person; false when there is none. */
export async function renamePasskey(
  tx: AccountTransaction,
  personId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const rows = await tx
    .update(staffPasskeys)
    .set({ name })
    .where(and(eq(staffPasskeys.personId, personId), eq(staffPasskeys.id, id)))
    .returning({ id: staffPasskeys.id });
  return rows.length > 0;
}

/** Deletes a passkey of a person; false when there is none. */
export async function removePasskey(
  tx: AccountTransaction,
  personId: string,
  id: string,
): Promise<boolean> {
  const rows = await tx
    .delete(staffPasskeys)
    .where(and(eq(staffPasskeys.personId, personId), eq(staffPasskeys.id, id)))
    .returning({ id: staffPasskeys.id });
  return rows.length > 0;
}
