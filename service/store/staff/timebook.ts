import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { StaffRange, TimebookInput } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { cancelTime, releaseHoldsOf } from '../appointments.js';
import type { BookedTime } from '../bookings.js';
import { findBooking, updateBooking } from '../bookings.js';
import type { PatientRow } from '../patients.js';
import { restoreNeed, type RecallRow } from '../recalls.js';
import {
  expireInTheWay,
  insertReservation,
  updateReservation,
  type Reservation,
} from '../reservations.js';
import { bookings, bookingTemplates, patients, recalls, reservations } from '../schema/index.js';
import { takingStatuses } from '../timebook.js';

/** A row of the timebook with who comes; instants as `Date`. */
export type TimebookRow = Awaited<ReturnType<typeof listTimebook>>[number];

/** Everything in the timebook between two instants, by start: holds live at `now` and what was cancelled included. */
export function listTimebook(
  tx: AccountTransaction,
  from: Date,
  to: Date,
  range: Pick<StaffRange, 'clinician' | 'clinic'> & { clinicians?: readonly string[] | undefined },
  now: Date,
  id?: string,
) {
  const { clinician, clinicians, clinic } = range;
  return (
    tx
      .select({
        reservation: reservations,
        booking: bookings,
        patient: {
          id: patients.id,
          firstName: patients.firstName,
          lastName: patients.lastName,
          birthDate: patients.birthDate,
          mobile: patients.mobile,
        },
        template: {
          // One that is never null comes first: Drizzle takes an object whose first column is null for a row that is not there.
          recallCard: bookingTemplates.recallCard,
          timebookText: bookingTemplates.timebookText,
        },
        need: { id: recalls.id, week: recalls.week },
      })
      .from(reservations)
      .leftJoin(bookings, eq(bookings.reservationId, reservations.id))
      .leftJoin(patients, eq(patients.id, bookings.patientId))
      .leftJoin(bookingTemplates, eq(bookingTemplates.id, reservations.templateId))
      // The one that it was made for, as long as it has not been due again since.
      .leftJoin(
        recalls,
        and(eq(recalls.id, reservations.recallId), eq(recalls.bookingId, bookings.id)),
      )
      .where(
        and(
          inArray(reservations.status, ['held', 'pending', 'booked', 'cancelled']),
          or(isNull(reservations.expiresAt), gt(reservations.expiresAt, now)),
          gte(reservations.startsAt, from),
          lt(reservations.startsAt, to),
          clinician ? eq(reservations.clinicianId, clinician) : undefined,
          clinicians && inArray(reservations.clinicianId, [...clinicians]),
          clinic ? eq(reservations.clinicId, clinic) : undefined,
          id ? eq(reservations.id, id) : undefined,
        ),
      )
      .orderBy(asc(reservations.startsAt), asc(reservations.id))
  );
}

/** What a booking by hand has beside what staff typed. */
export interface ByHand {
  accountId: string;
  id: string;
  registeredBy: string;
  patient: PatientRow | undefined;
  need: RecallRow | undefined;
  /** Of which it takes one; null: it needs none. */
  resources: string[] | null;
}

/** Books by hand; false when somebody has the time, or every resource that it needs. */
export async function insertByHand(
  tx: AccountTransaction,
  input: TimebookInput,
  { accountId, id, registeredBy, patient, need, resources }: ByHand,
  now: Date,
): Promise<boolean> {
  const startsAt = new Date(input.start);
  const endsAt = new Date(startsAt.getTime() + input.minutes * 60_000);
  const way = { clinicianId: input.clinician, resourceIds: resources ?? [], startsAt, endsAt };
  await expireInTheWay(tx, way, now);
  let row: Reservation | undefined;
  for (const resourceId of resources ?? [null]) {
    row ??= await insertReservation(tx, {
      accountId,
      id,
      clinicianId: input.clinician,
      clinicId: input.clinic,
      templateId: input.template ?? null,
      resourceId,
      partyId: id,
      recallId: need?.id ?? null,
      startsAt,
      endsAt,
      status: 'booked',
      anonymous: false,
      createdAt: now,
    });
  }
  if (!row) return false;
  await tx.insert(bookings).values({
    accountId,
    id,
    reservationId: id,
    patientId: patient?.id ?? null,
    // Name and addresses for messages, from the record (M-01).
    firstName: patient?.firstName ?? null,
    lastName: patient?.lastName ?? null,
    mobile: patient?.mobile ?? null,
    email: patient?.email ?? null,
    text: input.text ?? null,
    campaignCode: input.campaignCode || null,
    recallCard: input.recallCard ?? null,
    registeredBy,
    registeredAt: now,
    confirmedAt: now,
    confirmedBy: 'staff',
  });
  return true;
}

/**
 * Cancels a booked time, which is free at once, and makes its need due again. `id` is the booking's, or that of the
 * present time, which the timebook answered before. Returns booking and time; undefined when there is none.
 */
export async function cancelByHand(
  tx: AccountTransaction,
  id: string,
  now: Date,
): Promise<BookedTime | undefined> {
  const [booking] = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(or(eq(bookings.id, id), eq(bookings.reservationId, id)))
    // A booking by hand has the id of its first time, which is another's after a move.
    .orderBy(desc(eq(bookings.id, id)))
    .limit(1);
  const time = booking && (await findBooking(tx, booking.id));
  if (time?.reservation.status !== 'booked') return undefined;
  // It may have been moved before it was locked.
  if (time.booking.id !== id && time.reservation.id !== id) return undefined;
  await cancelTime(tx, time, now);
  await restoreNeed(tx, time.booking.id);
  return time;
}

/** Whether somebody who is no staff took one of some stretches after an instant. */
export async function wasBookedSince(
  tx: AccountTransaction,
  stretches: readonly { clinician: string; start: Date; end: Date }[],
  since: Date,
): Promise<boolean> {
  if (stretches.length === 0) return false;
  const found = await tx.execute(sql`
    SELECT 1 FROM ${reservations}
    LEFT JOIN ${bookings} ON ${bookings.reservationId} = ${reservations.id}
    JOIN json_to_recordset(${JSON.stringify(stretches)}::json) AS stretch(clinician text, start timestamptz, "end" timestamptz)
      ON stretch.clinician = ${reservations.clinicianId}
      AND ${reservations.startsAt} < stretch."end" AND ${reservations.endsAt} > stretch.start
    WHERE ${reservations.status} IN ${takingStatuses} AND ${reservations.createdAt} > ${since.toISOString()}::timestamptz
      AND coalesce(${bookings.confirmedBy}, '') <> 'staff'
    LIMIT 1`);
  return (found as { rows: unknown[] }).rows.length > 0;
}

/** How many live holds, pending and booked times touch some stretches at `now`. */
export async function countTakenIn(
  tx: AccountTransaction,
  stretches: readonly { clinician: string; start: Date; end: Date }[],
  now: Date,
): Promise<number> {
  if (stretches.length === 0) return 0;
  const found = await tx.execute(sql`
    SELECT count(DISTINCT ${reservations.id})::integer AS count FROM ${reservations}
    JOIN json_to_recordset(${JSON.stringify(stretches)}::json) AS stretch(clinician text, start timestamptz, "end" timestamptz)
      ON stretch.clinician = ${reservations.clinicianId}
      AND ${reservations.startsAt} < stretch."end" AND ${reservations.endsAt} > stretch.start
    WHERE ${reservations.status} IN ${takingStatuses}
      AND (${reservations.expiresAt} IS NULL OR ${reservations.expiresAt} > ${now.toISOString()}::timestamptz)`);
  return (found as { rows: { count: number }[] }).rows[0]!.count;
}

/** A time that an appointment is to have. */
export interface NewTime {
  accountId: string;
  clinicId: string;
  clinicianId: string;
  startsAt: Date;
  endsAt: Date;
  /** Of which it takes one; null: it needs none. */
  resourceIds: string[] | null;
}

/**
 * Gives an appointment another time, which may overlap the present one; the old one is free at once. One that was cancelled is booked
 * again. Undefined when somebody has the time, or every resource that it needs: the transaction has to be rolled back then.
 */
export async function takeInstead(
  tx: AccountTransaction,
  { booking, reservation: before }: BookedTime,
  { resourceIds, ...time }: NewTime,
  now: Date,
): Promise<BookedTime | undefined> {
  if (before.status === 'booked') {
    await updateReservation(tx, before.id, { status: 'released', expiresAt: now });
  }
  await releaseHoldsOf(tx, before.partyId);
  await expireInTheWay(tx, { ...time, resourceIds: resourceIds ?? [] }, now);
  let row: Reservation | undefined;
  for (const resourceId of resourceIds ?? [null]) {
    row ??= await insertReservation(tx, {
      ...time,
      id: crypto.randomUUID(),
      templateId: before.templateId,
      resourceId,
      partyId: before.partyId,
      recallId: before.recallId,
      status: 'booked',
      anonymous: before.anonymous,
      createdAt: now,
    });
  }
  if (!row) return undefined;
  const change = { reservationId: row.id, sequence: booking.sequence + 1 };
  return { booking: await updateBooking(tx, booking.id, change), reservation: row };
}
