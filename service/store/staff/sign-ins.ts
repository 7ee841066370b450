import { and, count, eq, gt, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { AskedCodes } from '../asked-codes.js';
import type { AccountTransaction } from '../database.js';
import { outbox, staffSignIns } from '../schema/index.js';

export type SignInRow = typeof staffSignIns.$inferSelect;

export async function insertSignIn(
  tx: AccountTransaction,
  row: typeof staffSignIns.$inferInsert,
): Promise<void> {
  await tx.insert(staffSignIns).values(row);
}

/** A sign-in by code, locked; undefined when there is none. */
export async function findCodeSignIn(
  tx: AccountTransaction,
  id: string,
): Promise<SignInRow | undefined> {
  const [row] = await tx
    .select()
    .from(staffSignIns)
    .where(and(eq(staffSignIns.id, id), eq(staffSignIns.kind, 'code')))
    .for('update');
  return row;
}

export async function updateSignIn(
  tx: AccountTransaction,
  id: string,
  change: Partial<SignInRow>,
): Promise<void> {
  await tx.update(staffSignIns).set(change).where(eq(staffSignIns.id, id));
}

/** Uses up a challenge of a passkey, once; undefined when there is none of this kind and person that is still good. */
export async function takeChallenge(
  tx: AccountTransaction,
  { id, kind, personId }: Pick<SignInRow, 'id' | 'kind' | 'personId'>,
  now: Date,
): Promise<SignInRow | undefined> {
  const [row] = await tx
    .update(staffSignIns)
    .set({ endedAt: now })
    .where(
      and(
        eq(staffSignIns.id, id),
        eq(staffSignIns.kind, kind),
        personId === null ? isNull(staffSignIns.personId) : eq(staffSignIns.personId, personId),
        isNull(staffSignIns.endedAt),
        gt(staffSignIns.expiresAt, now),
      ),
    )
    .returning();
  return row;
}

/** How many codes for an address were asked for after an instant and never used, and when the last one was. */
export async function findAskedSignIns(
  tx: AccountTransaction,
  { emailHash, addressHash }: { emailHash: string; addressHash: string },
  after: Date,
): Promise<AskedCodes> {
  const isOwn = sql`${staffSignIns.addressHash} = ${addressHash}`;
  const [row] = await tx
    .select({
      own: sql`count(*) FILTER (WHERE ${isOwn})`.mapWith(Number),
      lastOwn: sql<Date | null>`max(${staffSignIns.createdAt}) FILTER (WHERE ${isOwn})`.mapWith(
        staffSignIns.createdAt,
      ),
      all: count(),
      last: max(staffSignIns.createdAt),
    })
    .from(staffSignIns)
    .where(
      and(
        eq(staffSignIns.emailHash, emailHash),
        gt(staffSignIns.createdAt, after),
        isNotNull(staffSignIns.codeHash),
      ),
    );
  return row!;
}

const ofNetwork = ({ emailHash, addressHash }: { emailHash: string; addressHash: string }) =>
  and(eq(staffSignIns.emailHash, emailHash), eq(staffSignIns.addressHash, addressHash));

/**
 * Ends what one network began for an address and has not ended, and takes back its codes that still wait: a newer one follows.
 * Those of other networks go on: one of them may be the owner's (N-05).
 */
export async function endSignIns(
  tx: AccountTransaction,
  of: { emailHash: string; addressHash: string },
  now: Date,
): Promise<void> {
  const earlier = tx.select({ id: staffSignIns.id }).from(staffSignIns).where(ofNetwork(of));
  await tx
    .update(outbox)
    .set({ status: 'A', text: null })
    .where(
      and(
        eq(outbox.kind, 'sign-in'),
        inArray(outbox.status, ['V', 'FV']),
        inArray(outbox.loginId, earlier),
      ),
    );
  await tx
    .update(staffSignIns)
    .set({ endedAt: now })
    .where(and(ofNetwork(of), isNull(staffSignIns.endedAt)));
}

/** Codes that a network asked for in vain no longer count: the right one has come from there. */
export async function forgetAskedSignIns(
  tx: AccountTransaction,
  of: { emailHash: string; addressHash: string },
): Promise<void> {
  await tx.update(staffSignIns).set({ codeHash: null }).where(ofNetwork(of));
}
