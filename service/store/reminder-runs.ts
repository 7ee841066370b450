import { and, asc, count, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { AccountTransaction, Database } from './database.js';
import { withTime } from './bookings.js';
import { bookings, patients, reminderRuns, reservations } from './schema/index.js';

export type ReminderRun = typeof reminderRuns.$inferSelect;

/** Appointments that a policy is about: those that have not ended yet, for thanks come after the visit. */
const isAhead = (now: Date) => and(eq(reservations.status, 'booked'), gt(reservations.endsAt, now));

/** Begins to work through the appointments ahead, anew where that is under way (M-10). */
export async function beginReplanning(
  tx: AccountTransaction,
  accountId: string,
  now: Date,
): Promise<void> {
  const [found] = await tx.select({ total: count() }).from(reservations).where(isAhead(now));
  const run = {
    ...{ afterStart: null, afterId: null, done: 0, endedAt: null },
    total: found!.total,
    startedAt: now,
  };
  await tx
    .insert(reminderRuns)
    .values({ accountId, ...run })
    .onConflictDoUpdate({ target: reminderRuns.accountId, set: run });
}

/** The run that is under way, or the last one. */
export async function findRun(tx: AccountTransaction): Promise<ReminderRun | undefined> {
  const [run] = await tx.select().from(reminderRuns);
  return run;
}

/** The run that is under way, locked; undefined where there is none, or another process has it. */
export async function takeRun(tx: AccountTransaction): Promise<ReminderRun | undefined> {
  const [run] = await tx
    .select()
    .from(reminderRuns)
    .where(isNull(reminderRuns.endedAt))
    .for('update', { skipLocked: true });
  return run;
}

/** Notes down how far a run has come. */
export async function noteRun(
  tx: AccountTransaction,
  change: Partial<Omit<ReminderRun, 'accountId'>>,
): Promise<void> {
  await tx.update(reminderRuns).set(change);
}

/** The next appointments of a run, by start and id. */
export async function nextAppointments(
  tx: AccountTransaction,
  { afterStart, afterId }: Pick<ReminderRun, 'afterStart' | 'afterId'>,
  now: Date,
  limit: number,
) {
  const isAfter =
    afterStart === null
      ? undefined
      : sql`(${reservations.startsAt}, ${reservations.id}) > (${afterStart.toISOString()}::timestamptz, ${afterId}::uuid)`;
  return tx
    .select({ booking: bookings, reservation: reservations })
    .from(reservations)
    .innerJoin(bookings, withTime)
    .where(and(isAhead(now), isAfter))
    .orderBy(asc(reservations.startsAt), asc(reservations.id))
    .limit(limit);
}

/** The appointments ahead of one patient. */
export function appointmentsOfPatient(tx: AccountTransaction, patientId: string, now: Date) {
  return tx
    .select({ booking: bookings, reservation: reservations })
    .from(reservations)
    .innerJoin(bookings, withTime)
    .where(and(isAhead(now), eq(bookings.patientId, patientId)))
    .limit(100);
}

/** The appointments ahead whose messages go to a mobile: given with the booking, or on the patient's file. */
export function appointmentsOfNumber(tx: AccountTransaction, mobile: string, now: Date) {
  const ofFile = tx.select({ id: patients.id }).from(patients).where(eq(patients.mobile, mobile));
  const isByHand = and(isNull(bookings.firstName), inArray(bookings.patientId, ofFile));
  return tx
    .select({ booking: bookings, reservation: reservations })
    .from(reservations)
    .innerJoin(bookings, withTime)
    .where(and(isAhead(now), or(eq(bookings.mobile, mobile), isByHand)))
    .limit(100);
}

/** Accounts with a run under way; works as the database's owner. */
export async function accountsToReplan(db: Database): Promise<string[]> {
  const rows = await db
    .select({ accountId: reminderRuns.accountId })
    .from(reminderRuns)
    .where(isNull(reminderRuns.endedAt));
  return rows.map(({ accountId }) => accountId);
}
