import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Booking } from './bookings.js';
import type { AccountTransaction } from './database.js';
import { bookings } from './schema/index.js';
import type { SessionRow } from './sessions.js';

/** What of a session decides which bookings are its own. */
export type Owner = Pick<SessionRow, 'patientId' | 'nationalId' | 'onlyMobile'>;

/** How a booking is confirmed through a mobile: by a code to it, or with a session that a code to it opened. */
const throughMobile = ['code', 'session'] as const;

/** Whether a booking was confirmed through a mobile (P-39). */
export function isConfirmedThrough({ codeMobile, confirmedBy }: Booking, mobile: string): boolean {
  return codeMobile === mobile && throughMobile.some((way) => way === confirmedBy);
}

async function confirmedThrough(
  tx: AccountTransaction,
  nationalId: string,
  mobile: string,
): Promise<SQL> {
  return and(
    inArray(bookings.nationalIdLookup, await tx.nationalIds.lookups(nationalId)),
    eq(bookings.codeMobile, mobile),
    inArray(bookings.confirmedBy, throughMobile),
  )!;
}

/**
 * The bookings that a session may see (P-39): all of the patient on file, or, where nobody has vouched for the mobile,
 * only those of its national ID that were confirmed through that very mobile.
 */
export async function sessionBookings(
  tx: AccountTransaction,
  { patientId, nationalId, onlyMobile }: Owner,
): Promise<SQL> {
  if (patientId === null) return sql`false`;
  return onlyMobile === null
    ? eq(bookings.patientId, patientId)
    : confirmedThrough(tx, nationalId, onlyMobile);
}

async function newest(tx: AccountTransaction, which: SQL): Promise<Booking | undefined> {
  const [row] = await tx
    .select()
    .from(bookings)
    .where(which)
    .orderBy(desc(bookings.confirmedAt), desc(bookings.registeredAt))
    .limit(1);
  return row;
}

/** The newest of a session's own bookings, or undefined. */
export async function findNewestSessionBooking(
  tx: AccountTransaction,
  owner: Owner,
): Promise<Booking | undefined> {
  return newest(tx, await sessionBookings(tx, owner));
}

/** The newest booking of a national ID that was confirmed through a mobile, or undefined (P-39). */
export async function findNewestConfirmedThrough(
  tx: AccountTransaction,
  nationalId: string,
  mobile: string,
): Promise<Booking | undefined> {
  return newest(tx, await confirmedThrough(tx, nationalId, mobile));
}
