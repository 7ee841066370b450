import type { SQL } from 'drizzle-orm';
import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { withTime } from '../bookings.js';
import type { AccountTransaction } from '../database.js';
import { bookings, patients, recalls, reservations } from '../schema/index.js';

/** Which patients of the register: each part narrows them. */
export interface RecipientFilter {
  clinic?: string | undefined;
  clinician?: string | undefined;
  /** Of the last visit; half-open. */
  visitFrom?: Date | undefined;
  visitUntil?: Date | undefined;
  /** First dates of the month in which they are due, and of the next one. */
  recall?: { from: string; until: string } | undefined;
  /** Born after the first and up to the second of these dates. */
  bornAfter?: string | undefined;
  bornUntil?: string | undefined;
  /** The patient after whom the page begins. */
  after?: { id: string; firstName: string; lastName: string } | undefined;
}

/** Conditions on a row of patients, within their account so that an index finds them. */
const ofPatient = (table: typeof bookings | typeof recalls) =>
  and(eq(table.accountId, patients.accountId), eq(table.patientId, patients.id));

/** The latest appointment of a patient that has begun. */
const lastVisit = (now: Date) =>
  sql<string | null>`(
    SELECT max(${reservations.startsAt}) FROM ${bookings}
    JOIN ${reservations} ON ${withTime}
    WHERE ${ofPatient(bookings)} AND ${reservations.status} = 'booked' AND ${reservations.startsAt} <= ${now.toISOString()}::timestamptz
  )`;

/** Patients by last name, first name and id, with their last visit and the first week in which they are due. */
export async function findRecipients(
  tx: AccountTransaction,
  filter: RecipientFilter,
  now: Date,
  limit: number,
) {
  const { visitFrom, visitUntil, recall, bornAfter, bornUntil, after } = filter;
  const visit = lastVisit(now);
  const isDue = and(
    ofPatient(recalls),
    isNull(recalls.bookingId),
    recall && and(gte(recalls.week, recall.from), lt(recalls.week, recall.until)),
  );
  const rows = await tx
    .select({
      ...{ id: patients.id, firstName: patients.firstName, lastName: patients.lastName },
      ...{ birthDate: patients.birthDate, mobile: patients.mobile },
      lastVisit: visit,
      recallWeek: sql<string | null>`(SELECT min(${recalls.week}) FROM ${recalls} WHERE ${isDue})`,
    })
    .from(patients)
    .where(
      and(
        hasPlace(tx, filter),
        visitFrom && sql`${visit} >= ${visitFrom.toISOString()}::timestamptz`,
        visitUntil && sql`${visit} < ${visitUntil.toISOString()}::timestamptz`,
        recall && sql`EXISTS (SELECT FROM ${recalls} WHERE ${isDue})`,
        bornAfter === undefined ? undefined : sql`${patients.birthDate} > ${bornAfter}::date`,
        bornUntil === undefined ? undefined : sql`${patients.birthDate} <= ${bornUntil}::date`,
        after &&
          sql`(${patients.lastName}, ${patients.firstName}, ${patients.id}) > (${after.lastName}, ${after.firstName}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(patients.lastName), asc(patients.firstName), asc(patients.id))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    lastVisit: row.lastVisit === null ? null : new Date(row.lastVisit),
  }));
}

/** Whoever has or had an appointment at a clinic or with a clinician, or is called for a check-up with them. */
function hasPlace(tx: AccountTransaction, { clinic, clinician }: RecipientFilter): SQL | undefined {
  if (clinic === undefined && clinician === undefined) return undefined;
  const booked = tx
    .select({ id: bookings.patientId })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(
      and(
        eq(reservations.status, 'booked'),
        clinic === undefined ? undefined : eq(reservations.clinicId, clinic),
        clinician === undefined ? undefined : eq(reservations.clinicianId, clinician),
      ),
    );
  // A need knows no clinic.
  if (clinic !== undefined) return inArray(patients.id, booked);
  const due = tx
    .select({ id: recalls.patientId })
    .from(recalls)
    .where(and(eq(recalls.clinicianId, clinician!), isNull(recalls.bookingId)));
  return sql`(${inArray(patients.id, booked)} OR ${inArray(patients.id, due)})`;
}

/** Appointments that begin in a range, by time. */
export function findAppointmentsOn(
  tx: AccountTransaction,
  {
    from,
    until,
    clinic,
    clinician,
  }: { from: Date; until: Date; clinic?: string | undefined; clinician?: string | undefined },
  limit: number,
) {
  return tx
    .select({ booking: bookings, reservation: reservations })
    .from(reservations)
    .innerJoin(bookings, withTime)
    .where(
      and(
        eq(reservations.status, 'booked'),
        gte(reservations.startsAt, from),
        lt(reservations.startsAt, until),
        clinic === undefined ? undefined : eq(reservations.clinicId, clinic),
        clinician === undefined ? undefined : eq(reservations.clinicianId, clinician),
      ),
    )
    .orderBy(asc(reservations.startsAt), asc(reservations.clinicianId), asc(reservations.id))
    .limit(limit);
}
