import { eq } from 'drizzle-orm';
import type { EidProviderInput } from '../../src/contract/index.js';
import type { AccountTransaction } from './database.js';
import { eidProviders } from './schema/index.js';

export type EidProviderRow = typeof eidProviders.$inferSelect;

/** The account's OpenID providers by id (P-33). */
export async function findEidProviders(tx: AccountTransaction): Promise<EidProviderRow[]> {
  return tx.select().from(eidProviders).orderBy(eidProviders.id);
}

/** One of them, or undefined. */
export async function findEidProvider(
  tx: AccountTransaction,
  id: string,
): Promise<EidProviderRow | undefined> {
  const [row] = await tx.select().from(eidProviders).where(eq(eidProviders.id, id));
  return row;
}

/** Stores a provider. A secret that is left out stays only with the issuer and client it was given for. */
export async function putEidProvider(
  tx: AccountTransaction,
  accountId: string,
  id: string,
  input: EidProviderInput,
): Promise<void> {
  const { scope = 'openid profile', clientSecret, ...rest } = input;
  const stored = await findEidProvider(tx, id);
  // Otherwise somebody who may change the issuer could have the stored secret sent to an address of their own.
  const isSame = stored?.issuer === rest.issuer && stored.clientId === rest.clientId;
  const row = {
    ...rest,
    scope,
    clientSecret: clientSecret ?? (isSame ? stored.clientSecret : null),
  };
  await tx
    .insert(eidProviders)
    .values({ accountId, id, ...row })
    .onConflictDoUpdate({ target: [eidProviders.accountId, eidProviders.id], set: row });
}

/** Deletes a provider; false when there was none. */
export async function removeEidProvider(tx: AccountTransaction, id: string): Promise<boolean> {
  const rows = await tx
    .delete(eidProviders)
    .where(eq(eidProviders.id, id))
    .returning({ id: eidProviders.id });
  return rows.length > 0;
}
