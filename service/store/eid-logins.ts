import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { EidIdentity } from '../core/eid-identity.js';
import type { AccountTransaction } from './database.js';
import { logins } from './schema/index.js';

export type LoginRow = typeof logins.$inferSelect;

/** An e-ID login lasts so long, from its beginning to the session (P-33). */
export const eidMinutes = 10;

/** What a new e-ID login is made of: in a window of its own, or with the whole page, from the browser tied to it. */
export type NewEidLogin = Pick<LoginRow, 'accountId' | 'lang'> & { provider: string } & (
    { returnOrigin: string } | { returnPath: string; browserHash: string }
  );

/** Begins an e-ID login at `now`, epoch milliseconds; returns its id. */
export async function insertEidLogin(
  tx: AccountTransaction,
  login: NewEidLogin,
  now: number,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(logins).values({
    ...login,
    id,
    kind: 'eid',
    createdAt: new Date(now),
    expiresAt: new Date(now + eidMinutes * 60_000),
  });
  return id;
}

const isEid = (id: string) => and(eq(logins.id, id), eq(logins.kind, 'eid'));

/** Nobody has been identified by it, it has not failed, and its time is not up. */
const isOpen = (id: string, now: number) =>
  and(
    isEid(id),
    isNull(logins.identifiedAt),
    isNull(logins.endedAt),
    gt(logins.expiresAt, new Date(now)),
  );

/** An e-ID login that still waits for its patient, or undefined. */
export async function findOpenEidLogin(
  tx: AccountTransaction,
  id: string,
  now: number,
): Promise<LoginRow | undefined> {
  const [row] = await tx.select().from(logins).where(isOpen(id, now));
  return row;
}

/** Ties an open login to the browser whose cookie has this SHA-256, in place of any other; false when it is not open. */
export async function tieToBrowser(
  tx: AccountTransaction,
  id: string,
  browserHash: string,
  now: number,
): Promise<boolean> {
  const rows = await tx
    .update(logins)
    .set({ browserHash })
    .where(isOpen(id, now))
    .returning({ id: logins.id });
  return rows.length > 0;
}

/**
 * The open login that is tied to a browser, with the tie used up: of two callbacks one finds it, whichever process they
 * come to. Undefined for any other browser.
 */
export async function takeCallback(
  tx: AccountTransaction,
  id: string,
  browserHash: string,
  now: number,
): Promise<LoginRow | undefined> {
  const [row] = await tx
    .update(logins)
    .set({ browserHash: null })
    .where(and(isOpen(id, now), eq(logins.browserHash, browserHash)))
    .returning();
  return row;
}

/** Ties a login that is through to the browser that goes back to the page, whichever way it ended. */
export async function tieToReturn(
  tx: AccountTransaction,
  id: string,
  browserHash: string,
): Promise<void> {
  await tx.update(logins).set({ browserHash }).where(isEid(id));
}

/** Whether a login is tied to the browser whose cookie has this SHA-256, which has come back to the page. */
export async function isTiedToReturn(
  tx: AccountTransaction,
  id: string,
  browserHash: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: logins.id })
    .from(logins)
    .where(and(isEid(id), isNotNull(logins.returnPath), eq(logins.browserHash, browserHash)));
  return rows.length > 0;
}

/** Records the identity from the provider; false when the login has expired meanwhile. */
export async function identify(
  tx: AccountTransaction,
  id: string,
  { nationalId, ...names }: EidIdentity,
  now: number,
): Promise<boolean> {
  const rows = await tx
    .update(logins)
    .set({
      ...names,
      ...(await tx.nationalIds.seal('logins', id, nationalId)),
      identifiedAt: new Date(now),
    })
    .where(isOpen(id, now))
    .returning({ id: logins.id });
  return rows.length > 0;
}

/** Ends an open login for good: the patient turned round, or something went wrong. */
export async function failEidLogin(tx: AccountTransaction, id: string, now: number): Promise<void> {
  await tx
    .update(logins)
    .set({ endedAt: new Date(now) })
    .where(isOpen(id, now));
}

/** State of an e-ID login, as a poll gets it. */
export type EidStanding =
  { kind: 'waiting' | 'failed' | 'gone' } | { kind: 'identified'; identity: EidIdentity };

/** Where a login stands; one that is identified is used up by this, and who it was is forgotten with it. */
export async function useEidLogin(
  tx: AccountTransaction,
  id: string,
  now: number,
): Promise<EidStanding> {
  // Of two that ask at once the second waits, and finds it used.
  const [row] = await tx.select().from(logins).where(isEid(id)).for('update');
  if (!row) return { kind: 'gone' };
  const { firstName, lastName, identifiedAt } = row;
  if (row.endedAt) return { kind: identifiedAt ? 'gone' : 'failed' };
  if (row.expiresAt.getTime() <= now) return { kind: 'gone' };
  const nationalId = await tx.nationalIds.open('logins', row);
  if (!identifiedAt || nationalId === null) return { kind: 'waiting' };
  const forgotten = {
    nationalIdKey: null,
    nationalIdSealed: null,
    nationalIdLookup: null,
    firstName: null,
    lastName: null,
  };
  await tx
    .update(logins)
    .set({ ...forgotten, endedAt: new Date(now) })
    .where(isEid(id));
  const identity = { nationalId, firstName: firstName ?? '', lastName: lastName ?? '' };
  return { kind: 'identified', identity };
}
