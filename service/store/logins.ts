import { and, count, eq, gt, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AskedCodes } from './asked-codes.js';
import type { AccountTransaction } from './database.js';
import type { SealedId } from './national-ids.js';
import { findNewestConfirmedThrough } from './session-bookings.js';
import { findPatient } from './patients.js';
import { logins } from './schema/index.js';
import type { SessionRow } from './sessions.js';

export type LoginRow = typeof logins.$inferSelect;

/** The identity that a login claims: a normalized national ID with a mobile in E.164. */
export interface Claim {
  nationalId: string;
  mobile: string;
}

/** What an open way in leads to (P-39). */
export type WayIn = Pick<SessionRow, 'patientId' | 'onlyMobile'>;

/**
 * The way in that a mobile is to a national ID (P-39), or undefined. One that e-ID or the clinic has confirmed opens the
 * record; any other only what was booked for that ID and confirmed through it. Looks for both whatever it finds, so that
 * known and unknown cost the same (P-33).
 */
export async function findWayIn(
  tx: AccountTransaction,
  { nationalId, mobile }: Claim,
): Promise<WayIn | undefined> {
  const patient = await findPatient(tx, nationalId);
  const booking = await findNewestConfirmedThrough(tx, nationalId, mobile);
  if (patient?.mobileTrusted && patient.mobile === mobile) {
    return { patientId: patient.id, onlyMobile: null };
  }
  return booking && { patientId: booking.patientId, onlyMobile: mobile };
}

/** The logins by SMS of a claim. */
export async function loginsOf(
  tx: AccountTransaction,
  { nationalId, mobile }: Claim,
): Promise<SQL> {
  return and(
    eq(logins.kind, 'sms'),
    inArray(logins.nationalIdLookup, await tx.nationalIds.lookups(nationalId)),
    eq(logins.mobile, mobile),
  )!;
}

/** How many codes for a claim were requested after an instant and never used, and when the last one was. */
export async function findAsked(
  tx: AccountTransaction,
  claim: Claim,
  addressHash: string,
  after: Date,
): Promise<AskedCodes> {
  const isOwn = sql`${logins.addressHash} = ${addressHash}`;
  const [row] = await tx
    .select({
      own: sql`count(*) FILTER (WHERE ${isOwn})`.mapWith(Number),
      lastOwn: sql<Date | null>`max(${logins.createdAt}) FILTER (WHERE ${isOwn})`.mapWith(
        logins.createdAt,
      ),
      all: count(),
      last: max(logins.createdAt),
    })
    .from(logins)
    .where(and(await loginsOf(tx, claim), gt(logins.createdAt, after), isNotNull(logins.codeHash)));
  return row!;
}

/** Those that were begun from one network. */
export async function loginsOfNetwork(
  tx: AccountTransaction,
  claim: Claim,
  addressHash: string,
): Promise<SQL> {
  return and(await loginsOf(tx, claim), eq(logins.addressHash, addressHash))!;
}

/**
 * Ends the logins of a claim that were begun from a network and are still open: a newer code follows. Those of other networks go
 * on: one of them may be the patient's (N-05).
 */
export async function endLogins(
  tx: AccountTransaction,
  claim: Claim,
  addressHash: string,
  now: Date,
): Promise<void> {
  await tx
    .update(logins)
    .set({ endedAt: now })
    .where(and(await loginsOfNetwork(tx, claim, addressHash), isNull(logins.endedAt)));
}

/** Codes of a claim that a network asked for in vain no longer count: the right one has come from there. */
export async function forgetAsked(
  tx: AccountTransaction,
  claim: Claim,
  addressHash: string,
): Promise<void> {
  await tx
    .update(logins)
    .set({ codeHash: null })
    .where(await loginsOfNetwork(tx, claim, addressHash));
}

/** Stores a login that begins. */
export async function insertLogin(
  tx: AccountTransaction,
  { nationalId, ...row }: Omit<typeof logins.$inferInsert, keyof SealedId> & Claim,
): Promise<LoginRow> {
  const sealed = await tx.nationalIds.seal('logins', row.id, nationalId);
  const [inserted] = await tx
    .insert(logins)
    .values({ ...row, ...sealed })
    .returning();
  return inserted!;
}

/** The claim of a login by SMS. */
export async function claimOf(tx: AccountTransaction, login: LoginRow): Promise<Claim> {
  const nationalId = await tx.nationalIds.open('logins', login);
  if (nationalId === null || login.mobile === null) {
    throw new Error('A login by SMS has a national ID and a mobile.');
  }
  return { nationalId, mobile: login.mobile };
}

/** A login, locked; undefined when there is none. */
export async function findLogin(tx: AccountTransaction, id: string): Promise<LoginRow | undefined> {
  const [row] = await tx.select().from(logins).where(eq(logins.id, id)).for('update');
  return row;
}

/** Changes a login. */
export async function updateLogin(
  tx: AccountTransaction,
  id: string,
  change: Partial<LoginRow>,
): Promise<void> {
  await tx.update(logins).set(change).where(eq(logins.id, id));
}
