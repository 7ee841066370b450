import { and, asc, count, eq, gt, isNull, max, sql } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import { staffInvitations, staffPasskeys, staffPeople, staffSessions } from '../schema/index.js';

export type PersonRow = typeof staffPeople.$inferSelect;

const isThere = isNull(staffPeople.removedAt);

/** A person who has not been removed, or undefined. */
export async function findPerson(
  tx: AccountTransaction,
  id: string,
): Promise<PersonRow | undefined> {
  const [row] = await tx
    .select()
    .from(staffPeople)
    .where(and(eq(staffPeople.id, id), isThere));
  return row;
}

/** The person of an address in lower case, or undefined. */
export async function findPersonByEmail(
  tx: AccountTransaction,
  emailKey: string,
): Promise<PersonRow | undefined> {
  const [row] = await tx
    .select()
    .from(staffPeople)
    .where(and(eq(staffPeople.emailKey, emailKey), isThere));
  return row;
}

/** Everybody who has not been removed, by name. */
export function listPeople(tx: AccountTransaction): Promise<PersonRow[]> {
  return tx
    .select()
    .from(staffPeople)
    .where(isThere)
    .orderBy(asc(staffPeople.name), staffPeople.id);
}

/** How people sign in, by their id: last call in an open session, a waiting invitation, and how many passkeys. */
export async function findWaysIn(tx: AccountTransaction, now: Date) {
  const sessions = await tx
    .select({
      id: staffSessions.personId,
      seenAt: max(staffSessions.seenAt),
    })
    .from(staffSessions)
    .where(and(gt(staffSessions.idleAt, now), gt(staffSessions.endsAt, now)))
    .groupBy(staffSessions.personId);
  const invitations = await tx
    .select({ id: staffInvitations.personId, expiresAt: staffInvitations.expiresAt })
    .from(staffInvitations)
    .where(gt(staffInvitations.expiresAt, now));
  const passkeys = await tx
    .select({ id: staffPasskeys.personId, count: count() })
    .from(staffPasskeys)
    .groupBy(staffPasskeys.personId);
  return {
    seenAt: new Map(sessions.map(({ id, seenAt }) => [id, seenAt])),
    invitedUntil: new Map(invitations.map(({ id, expiresAt }) => [id, expiresAt])),
    passkeys: new Map(passkeys.map((row) => [row.id, row.count])),
  };
}

/** Stores a person, new or over the one with the same id; an address that another one has fails with SQLSTATE 23505. */
export async function storePerson(
  tx: AccountTransaction,
  row: typeof staffPeople.$inferInsert,
): Promise<void> {
  const { accountId: _account, id: _id, createdAt: _created, ...set } = row;
  await tx
    .insert(staffPeople)
    .values(row)
    .onConflictDoUpdate({ target: [staffPeople.accountId, staffPeople.id], set });
}

/** Changes a person's own name or language. */
export async function updatePerson(
  tx: AccountTransaction,
  id: string,
  change: Partial<Pick<PersonRow, 'name' | 'language'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx.update(staffPeople).set(change).where(eq(staffPeople.id, id));
}

/** Whether an id is that of a person who was removed: it is never given again. */
export async function wasRemoved(tx: AccountTransaction, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: staffPeople.id })
    .from(staffPeople)
    .where(and(eq(staffPeople.id, id), sql`${staffPeople.removedAt} IS NOT NULL`));
  return rows.length > 0;
}

/** Removes a person: the name stays for the history; address, rights and every way in go. */
export async function removePerson(tx: AccountTransaction, id: string, now: Date): Promise<void> {
  await tx
    .update(staffPeople)
    .set({ email: null, emailKey: null, roles: [], clinicianId: null, removedAt: now })
    .where(eq(staffPeople.id, id));
  await endSessionsOf(tx, id);
  await endInvitation(tx, id);
  await tx.delete(staffPasskeys).where(eq(staffPasskeys.personId, id));
}

/** How many owners of the whole account there are beside one person. */
export async function countOtherOwners(tx: AccountTransaction, id: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(staffPeople)
    .where(
      and(
        isThere,
        sql`${staffPeople.id} <> ${id}::uuid`,
        sql`${staffPeople.roles} @> '[{"role":"owner"}]'::jsonb`,
      ),
    );
  return row!.count;
}

/** Ends every session of a person. */
export async function endSessionsOf(tx: AccountTransaction, personId: string): Promise<void> {
  await tx.delete(staffSessions).where(eq(staffSessions.personId, personId));
}

/** Stores a person's invitation in place of the former one. */
export async function storeInvitation(
  tx: AccountTransaction,
  row: typeof staffInvitations.$inferInsert,
): Promise<void> {
  const { accountId: _account, personId: _person, ...set } = row;
  await tx
    .insert(staffInvitations)
    .values(row)
    .onConflictDoUpdate({ target: [staffInvitations.accountId, staffInvitations.personId], set });
}

/** Ends the invitation of a person, if one waits. */
export async function endInvitation(tx: AccountTransaction, personId: string): Promise<void> {
  await tx.delete(staffInvitations).where(eq(staffInvitations.personId, personId));
}

/** Uses up the invitation of a token; returns whose it was, or undefined. Of two at once one gets it. */
export async function takeInvitation(
  tx: AccountTransaction,
  tokenHash: string,
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx
    .delete(staffInvitations)
    .where(and(eq(staffInvitations.tokenHash, tokenHash), gt(staffInvitations.expiresAt, now)))
    .returning({ personId: staffInvitations.personId });
  return row?.personId;
}
