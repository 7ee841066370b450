import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import { staffInvitations, staffPeople, staffSessions, staffSignIns } from '../schema/index.js';
import { statement } from '../statement.js';
import type { PersonRow } from './people.js';

export type StaffSessionRow = typeof staffSessions.$inferSelect;

const minute = 60_000;
const hour = 60 * minute;

/**
 * A session without a call ends after eight hours: no pause of a working day ends it, and every night does. After seven days it
 * ends whatever is called.
 */
const idleTime = 8 * hour;
const longestTime = 7 * 24 * hour;

/** Opens a session at `now`, epoch milliseconds (C-02). */
export async function insertStaffSession(
  tx: AccountTransaction,
  session: Pick<StaffSessionRow, 'accountId' | 'personId' | 'tokenHash' | 'kind' | 'device'>,
  now: number,
): Promise<StaffSessionRow> {
  const [row] = await tx
    .insert(staffSessions)
    .values({
      ...session,
      id: crypto.randomUUID(),
      createdAt: new Date(now),
      seenAt: new Date(now),
      idleAt: new Date(now + idleTime),
      endsAt: new Date(now + longestTime),
    })
    .returning();
  return row!;
}

const selectSession = statement((tx) =>
  tx
    .select({ session: staffSessions, person: staffPeople })
    .from(staffSessions)
    .innerJoin(
      staffPeople,
      and(
        eq(staffPeople.accountId, staffSessions.accountId),
        eq(staffPeople.id, staffSessions.personId),
      ),
    )
    .where(
      and(
        eq(staffSessions.tokenHash, sql.placeholder('tokenHash')),
        gt(staffSessions.idleAt, sql.placeholder('now')),
        gt(staffSessions.endsAt, sql.placeholder('now')),
        isNull(staffPeople.removedAt),
      ),
    ),
);

/**
 * The live session of a token with its person as they are now; undefined when there is none. Its idle end is put off, but for what a page
 * asks by itself (`isBackground`).
 */
export async function findLiveStaffSession(
  tx: AccountTransaction,
  tokenHash: string,
  now: number,
  { isBackground = false } = {},
): Promise<{ session: StaffSessionRow; person: PersonRow } | undefined> {
  const [row] = await selectSession(tx, { tokenHash, now: new Date(now).toISOString() });
  if (!row) return undefined;
  const { id, seenAt } = row.session;
  if (isBackground || now - seenAt.getTime() < minute) return row;
  const seen = { seenAt: new Date(now), idleAt: new Date(now + idleTime) };
  // Another call of the same session notes it down as well: none waits for the other.
  await tx
    .update(staffSessions)
    .set(seen)
    .where(
      sql`(${staffSessions.accountId}, ${staffSessions.id}) IN (
        SELECT account_id, id FROM staff_sessions WHERE id = ${id}::uuid FOR UPDATE SKIP LOCKED)`,
    );
  return { ...row, session: { ...row.session, ...seen } };
}

/** The open sessions of a person, last used first. */
export function listStaffSessions(
  tx: AccountTransaction,
  personId: string,
  now: number,
): Promise<StaffSessionRow[]> {
  return tx
    .select()
    .from(staffSessions)
    .where(
      and(
        eq(staffSessions.personId, personId),
        gt(staffSessions.idleAt, new Date(now)),
        gt(staffSessions.endsAt, new Date(now)),
      ),
    )
    .orderBy(desc(staffSessions.seenAt), staffSessions.id);
}

/** Ends one session of a person; false when there is none. */
export async function endStaffSession(
  tx: AccountTransaction,
  personId: string,
  id: string,
): Promise<boolean> {
  const gone = await tx
    .delete(staffSessions)
    .where(and(eq(staffSessions.personId, personId), eq(staffSessions.id, id)))
    .returning({ id: staffSessions.id });
  return gone.length > 0;
}

/** Ends the session of a token, whoever's it is: its browser has begun another one. */
export async function endSessionOfToken(tx: AccountTransaction, tokenHash: string): Promise<void> {
  await tx.delete(staffSessions).where(eq(staffSessions.tokenHash, tokenHash));
}

/** Forgets sessions, invitations and sign-ins a day after they ended. */
export async function forgetOldStaffSessions(tx: AccountTransaction, now: number): Promise<void> {
  const dayBefore = new Date(now - 24 * hour);
  await tx
    .delete(staffSessions)
    .where(or(lte(staffSessions.endsAt, dayBefore), lte(staffSessions.idleAt, dayBefore)));
  await tx.delete(staffInvitations).where(lte(staffInvitations.expiresAt, dayBefore));
  await tx.delete(staffSignIns).where(lte(staffSignIns.expiresAt, dayBefore));
}
