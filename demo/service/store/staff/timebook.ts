import { and, asc, eq, gt, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import type { StaffRange, TimebookInput } from '../../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { expireInTheWay, insertReservation } from '../reservations.js';
import { bookings, bookingTemplates, patients, reservations } from '../schema/index.js';

/** A row of the timebook with who comes; instants as `Date`. */
export type TimebookRow = Awaited<ReturnType<typeof listTimebook>>[number];

/** Everything in the timebook between two instants, by start: holds live at `now` and what was cancelled included. */
export function listTimebook(
  tx: AccountTransaction,
  from: Date,
  to: Date,
  { clinician, clinic }: Pick<StaffRange, 'clinician' | 'clinic'>,
  now: Date,
  id?: string,
) {
  return tx
    .select({
      reservation: reservations,
      booking: bookings,
      patient: {
        id: patients.id,
        firstName: patients.firstName,
        lastName: patients.lastName,
        birthDate: patients.birthDate,
      },
      templateText: bookingTemplates.timebookText,
    })
    .from(reservations)
    .leftJoin(bookings, eq(bookings.reservationId, reservations.id))
    .leftJoin(patients, eq(patients.id, bookings.patientId))
    .leftJoin(bookingTemplates, eq(bookingTemplates.id, reservations.templateId))
    .where(
      and(
        inArray(reservations.status, ['held', 'pending', 'booked', 'cancelled']),
        or(isNull(reservations.expiresAt), gt(reservations.expiresAt, now)),
        gte(reservations.startsAt, from),
        lt(reservations.startsAt, to),
        clinician ? eq(reservations.clinicianId, clinician) : undefined,
        clinic ? eq(reservations.clinicId, clinic) : undefined,
        id ? eq(reservations.id, id) : undefined,
      ),
    )
    .orderBy(asc(reservations.startsAt), asc(reservations.id));
}

/** Books by hand; false when somebody has the time. */
export async function insertByHand(
  tx: AccountTransaction,
  accountId: string,
  input: TimebookInput,
  id: string,
  registeredBy: string,
  now: Date,
): Promise<boolean> {
  const startsAt = new Date(input.start);
  const endsAt = new Date(startsAt.getTime() + input.minutes * 60_000);
  await expireInTheWay(
    tx,
    { clinicianId: input.clinician, resourceIds: [], startsAt, endsAt },
    now,
  );
  const row = await insertReservation(tx, {
    accountId,
    id,
    clinicianId: input.clinician,
    clinicId: input.clinic,
    templateId: input.template ?? null,
    partyId: id,
    startsAt,
    endsAt,
    status: 'booked',
    anonymous: false,
    createdAt: now,
  });
  if (!row) return false;
  await tx.insert(bookings).values({
    accountId,
    id,
    reservationId: id,
    text: input.text ?? null,
    registeredBy,
    registeredAt: now,
    confirmedAt: now,
    confirmedBy: 'staff',
  });
  return true;
}

/** Cancels a booked time, which is free at once; false when there is none. */
export async function cancelByHand(
  tx: AccountTransaction,
  id: string,
  now: Date,
): Promise<boolean> {
  const gone = await tx
    .update(reservations)
    .set({ status: 'cancelled', cancelledAt: now })
    .where(and(eq(reservations.id, id), eq(reservations.status, 'booked')))
    .returning({ id: reservations.id });
  return gone.length > 0;
}
