import { and, arrayContains, eq, gt, isNull } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import { staffSignInProviders, staffSignIns } from '../schema/index.js';
import type { SignInRow } from './sign-ins.js';

export type SignInProviderRow = typeof staffSignInProviders.$inferSelect;

/** The account's providers that people sign in at, by id. */
export function listSignInProviders(tx: AccountTransaction): Promise<SignInProviderRow[]> {
  return tx.select().from(staffSignInProviders).orderBy(staffSignInProviders.id);
}

/** One of them, or undefined. */
export async function findSignInProvider(
  tx: AccountTransaction,
  id: string,
): Promise<SignInProviderRow | undefined> {
  const [row] = await tx.select().from(staffSignInProviders).where(eq(staffSignInProviders.id, id));
  return row;
}

/** The provider of a domain, or undefined. */
export async function findProviderOfDomain(
  tx: AccountTransaction,
  domain: string,
): Promise<SignInProviderRow | undefined> {
  const [row] = await tx
    .select()
    .from(staffSignInProviders)
    .where(arrayContains(staffSignInProviders.domains, [domain]));
  return row;
}

/** Stores a provider, new or over the one with the same id. */
export async function storeSignInProvider(
  tx: AccountTransaction,
  row: SignInProviderRow,
): Promise<void> {
  const { accountId: _account, id: _id, ...set } = row;
  await tx
    .insert(staffSignInProviders)
    .values(row)
    .onConflictDoUpdate({
      target: [staffSignInProviders.accountId, staffSignInProviders.id],
      set,
    });
}

/** Deletes a provider and returns it; undefined when there was none. */
export async function removeSignInProvider(
  tx: AccountTransaction,
  id: string,
): Promise<SignInProviderRow | undefined> {
  const [row] = await tx
    .delete(staffSignInProviders)
    .where(eq(staffSignInProviders.id, id))
    .returning();
  return row;
}

/** Uses up a sign-in at a provider, for the browser that began it, once; undefined for every other callback. */
export async function takeProviderSignIn(
  tx: AccountTransaction,
  id: string,
  browserHash: string,
  now: Date,
): Promise<SignInRow | undefined> {
  const [row] = await tx
    .update(staffSignIns)
    .set({ endedAt: now })
    .where(
      and(
        eq(staffSignIns.id, id),
        eq(staffSignIns.kind, 'provider'),
        eq(staffSignIns.browserHash, browserHash),
        isNull(staffSignIns.endedAt),
        gt(staffSignIns.expiresAt, now),
      ),
    )
    .returning();
  return row;
}
