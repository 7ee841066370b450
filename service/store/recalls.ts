import { and, asc, eq } from 'drizzle-orm';
import { nextWeekOf, type NeedRules } from '../core/recall-rules.js';
import type { AccountTransaction } from './database.js';
import type { Reservation } from './reservations.js';
import { bookings, recalls, reservations } from './schema/index.js';

export type RecallRow = typeof recalls.$inferSelect;

/** A need with the time that it is booked for: null while it is due, or due again. */
export interface NeedTime {
  recall: RecallRow;
  reservation: Reservation | null;
}

const withTime = (tx: AccountTransaction) =>
  tx
    .select({ recall: recalls, reservation: reservations })
    .from(recalls)
    .leftJoin(
      bookings,
      and(eq(bookings.accountId, recalls.accountId), eq(bookings.id, recalls.bookingId)),
    )
    .leftJoin(
      reservations,
      and(
        eq(reservations.accountId, bookings.accountId),
        eq(reservations.id, bookings.reservationId),
        eq(reservations.status, 'booked'),
      ),
    );

/** A patient's needs, the first due first (P-38). */
export function listNeeds(tx: AccountTransaction, patientId: string): Promise<NeedTime[]> {
  return withTime(tx)
    .where(eq(recalls.patientId, patientId))
    .orderBy(asc(recalls.week), asc(recalls.id));
}

/** A need as it is, without locking it; undefined when there is none. */
export async function findNeed(tx: AccountTransaction, id: string): Promise<NeedTime | undefined> {
  const [row] = await withTime(tx).where(eq(recalls.id, id));
  return row;
}

/** The same with the need locked, so that it is booked once. */
export async function lockNeed(tx: AccountTransaction, id: string): Promise<NeedTime | undefined> {
  // Locked by itself first: a join would go on with the time from before it waited.
  await tx.select({ id: recalls.id }).from(recalls).where(eq(recalls.id, id)).for('update');
  return findNeed(tx, id);
}

/** The need that a booking consumed; undefined when it consumed none. */
export async function findNeedOfBooking(
  tx: AccountTransaction,
  bookingId: string,
): Promise<RecallRow | undefined> {
  const [row] = await tx.select().from(recalls).where(eq(recalls.bookingId, bookingId));
  return row;
}

/** Marks a need as booked, and lets the next one follow the date (*move next recall*). */
export async function consumeNeed(
  tx: AccountTransaction,
  recall: RecallRow,
  rules: NeedRules,
  booked: { bookingId: string; date: string },
  now: Date,
): Promise<void> {
  await tx.update(recalls).set({ bookingId: booked.bookingId }).where(eq(recalls.id, recall.id));
  await placeFollower(tx, recall, rules, booked.date, now);
}

/** The need that follows one falls due by the date that this is booked for; one that is booked already stays. */
export async function placeFollower(
  tx: AccountTransaction,
  recall: RecallRow,
  rules: NeedRules,
  date: string,
  now: Date,
): Promise<void> {
  const week = nextWeekOf(date, recall, rules);
  if (week === undefined) return;
  const follower = await findFollower(tx, recall.id);
  if (follower) {
    if (follower.reservation) return;
    await tx.update(recalls).set({ week }).where(eq(recalls.id, follower.recall.id));
    return;
  }
  const { accountId, patientId, minutes, templateId, clinicianId, intervalMonths } = recall;
  await tx.insert(recalls).values({
    accountId,
    id: crypto.randomUUID(),
    patientId,
    week,
    minutes,
    templateId,
    clinicianId,
    intervalMonths,
    followsId: recall.id,
    createdAt: now,
  });
}

/** Makes the need of a cancelled booking due again, and takes back the one that followed unless that is booked itself. */
export async function restoreNeed(tx: AccountTransaction, bookingId: string): Promise<void> {
  const recall = await findNeedOfBooking(tx, bookingId);
  if (!recall) return;
  await tx.update(recalls).set({ bookingId: null }).where(eq(recalls.id, recall.id));
  const follower = await findFollower(tx, recall.id);
  if (follower && !follower.reservation) {
    await tx.delete(recalls).where(eq(recalls.id, follower.recall.id));
  }
}

/** The need that follows one, locked; undefined when none does. */
export async function findFollower(
  tx: AccountTransaction,
  id: string,
): Promise<NeedTime | undefined> {
  const [row] = await withTime(tx).where(eq(recalls.followsId, id));
  return row && (await lockNeed(tx, row.recall.id));
}

/** Stores a need; of one that is known, its booking stays. */
export async function putRecall(
  tx: AccountTransaction,
  row: Pick<
    RecallRow,
    | 'accountId'
    | 'id'
    | 'patientId'
    | 'week'
    | 'minutes'
    | 'templateId'
    | 'clinicianId'
    | 'intervalMonths'
  >,
  now: Date,
): Promise<void> {
  const { accountId: _accountId, id: _id, ...set } = row;
  await tx
    .insert(recalls)
    .values({ ...row, createdAt: now })
    .onConflictDoUpdate({ target: [recalls.accountId, recalls.id], set });
}

/** Deletes a need; false when there is none. */
export async function deleteRecall(tx: AccountTransaction, id: string): Promise<boolean> {
  const gone = await tx.delete(recalls).where(eq(recalls.id, id)).returning({ id: recalls.id });
  return gone.length > 0;
}
