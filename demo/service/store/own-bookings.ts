import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Booking } from './bookings.js';
import type { AccountTransaction } from './database.js';
import { bookings } from './schema/index.js';
import type { SessionRow } from './sessions.js';

/** What of a session decides which bookings are its own. */
export type Owner = Pick<SessionRow, 'patientId' | 'nationalId' | 'onlyMobile'>;

/**
 * The bookings that a session may see (P-39): all of the patient on file, or, where nobody has vouched for the mobile,
 * only those of its national ID that were confirmed through that very mobile: by a code to it, or by a session that a
 * code to it opened.
 */
export function ownBookings({ patientId, nationalId, onlyMobile }: Owner): SQL {
  if (patientId === null) return sql`false`;
  if (onlyMobile === null) return eq(bookings.patientId, patientId);
  return and(
    eq(bookings.nationalId, nationalId),
    eq(bookings.codeMobile, onlyMobile),
    inArray(bookings.confirmedBy, ['code', 'session']),
  )!;
}

/** The newest of a session's own bookings, or undefined. */
export async function findNewestOwn(
  tx: AccountTransaction,
  owner: Owner,
): Promise<Booking | undefined> {
  const [row] = await tx
    .select()
    .from(bookings)
    .where(ownBookings(owner))
    .orderBy(desc(bookings.confirmedAt), desc(bookings.registeredAt))
    .limit(1);
  return row;
}
