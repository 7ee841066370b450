import { and, count, eq, gt, isNotNull, isNull, max } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
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

const ofClaim = ({ nationalId, mobile }: Claim) =>
  and(eq(logins.kind, 'sms'), eq(logins.nationalId, nationalId), eq(logins.mobile, mobile));

/** How many codes for a claim were requested after an instant and never used, and when the last one was. */
export async function findAsked(
  tx: AccountTransaction,
  claim: Claim,
  after: Date,
): Promise<{ asked: number; last: Date | null }> {
  const [row] = await tx
    .select({ asked: count(), last: max(logins.createdAt) })
    .from(logins)
    .where(and(ofClaim(claim), gt(logins.createdAt, after), isNotNull(logins.codeHash)));
  return row!;
}

/** Ends the logins of a claim that are still open: a newer code follows. */
export async function endLogins(tx: AccountTransaction, claim: Claim, now: Date): Promise<void> {
  await tx
    .update(logins)
    .set({ endedAt: now })
    .where(and(ofClaim(claim), isNull(logins.endedAt)));
}

/** Stores a login that begins. */
export async function insertLogin(
  tx: AccountTransaction,
  row: typeof logins.$inferInsert,
): Promise<LoginRow> {
  const [inserted] = await tx.insert(logins).values(row).returning();
  return inserted!;
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
