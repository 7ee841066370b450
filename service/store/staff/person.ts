import { asc, eq, inArray, or } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { alertsAbout, eraseAlerts } from '../alerts.js';
import { textsOf } from '../appointment-texts.js';
import { withTime } from '../bookings.js';
import type { AccountTransaction } from '../database.js';
import type { PatientRow } from '../patients.js';
import {
  bookings,
  demoMessages,
  logins,
  outbox,
  patientChanges,
  patients,
  recalls,
  reservations,
  sessions,
  smsReceived,
  smsRefusals,
} from '../schema/index.js';

/** The bookings of a patient, and those that nobody has confirmed yet for the same national ID. */
function bookingsOf({ id, nationalIdLookup }: PatientRow, lookups: readonly string[]): SQL {
  const known = [...new Set([...lookups, nationalIdLookup])];
  return or(eq(bookings.patientId, id), inArray(bookings.nationalIdLookup, known))!;
}

/** Messages about a patient's appointments, and those with a code for a login or a session of theirs. */
function messagesOf(
  patientId: string,
  bookingIds: readonly string[],
  loginIds: readonly string[],
): SQL {
  return or(
    eq(outbox.patientId, patientId),
    inArray(outbox.bookingId, [...bookingIds]),
    inArray(outbox.loginId, [...loginIds]),
  )!;
}

/** All rows about a patient but for the record itself. Unconfirmed bookings are left out: strangers may have typed them. */
export async function rowsAboutPatient(
  tx: AccountTransaction,
  { id: patientId, mobile, email }: PatientRow,
) {
  const times = await tx
    .select({ booking: bookings, reservation: reservations })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(eq(bookings.patientId, patientId))
    .orderBy(asc(reservations.startsAt), asc(bookings.id));
  const open = await tx.select().from(sessions).where(eq(sessions.patientId, patientId));
  const messages = messagesOf(
    patientId,
    times.map(({ booking }) => booking.id),
    open.map(({ id }) => id),
  );
  return {
    times,
    texts: await textsOf(
      tx,
      times.map(({ booking }) => booking.id),
    ),
    alerts: await alertsAbout(
      tx,
      patientId,
      [mobile, email].filter((address) => address !== null),
    ),
    sessions: open,
    needs: await tx.select().from(recalls).where(eq(recalls.patientId, patientId)),
    changes: await tx.select().from(patientChanges).where(eq(patientChanges.patientId, patientId)),
    messages: await tx.select().from(outbox).where(messages).orderBy(asc(outbox.createdAt)),
    received: await tx
      .select()
      .from(smsReceived)
      .where(eq(smsReceived.patientId, patientId))
      .orderBy(asc(smsReceived.createdAt)),
  };
}

/** A booking as its erasure needs it. */
export interface TimeOfPatient {
  id: string;
  reservationId: string;
  mobile: string | null;
  email: string | null;
  /** Ahead of `now`, booked or waiting for its code. */
  isAhead: boolean;
}

/** All bookings of a patient at `now`: what is looked at is what is erased, whatever is booked meanwhile. */
export async function timesOfPatient(
  tx: AccountTransaction,
  patient: PatientRow,
  lookups: readonly string[],
  now: Date,
): Promise<TimeOfPatient[]> {
  const { status, startsAt, expiresAt } = reservations;
  const rows = await tx
    .select({
      id: bookings.id,
      reservationId: bookings.reservationId,
      mobile: bookings.mobile,
      email: bookings.email,
      time: { status, startsAt, expiresAt },
    })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(bookingsOf(patient, lookups));
  return rows.map(({ time, ...rest }) => ({
    ...rest,
    isAhead:
      time.startsAt > now &&
      (time.status === 'booked' || (time.status === 'pending' && time.expiresAt! > now)),
  }));
}

/** Deletes all that is held about a patient, with the times that were found; returns how many rows of each kind. */
export async function erasePatient(
  tx: AccountTransaction,
  patient: PatientRow,
  lookups: readonly string[],
  found: readonly TimeOfPatient[],
): Promise<Record<string, number>> {
  const { id, mobile, email } = patient;
  const begun = await tx
    .delete(logins)
    .where(inArray(logins.nationalIdLookup, [...lookups]))
    .returning({ id: logins.id });
  const ended = await tx
    .delete(sessions)
    .where(or(eq(sessions.patientId, id), inArray(sessions.nationalIdLookup, [...lookups])))
    .returning({ id: sessions.id });
  const messages = await tx
    .delete(outbox)
    .where(
      messagesOf(
        id,
        found.map((booking) => booking.id),
        [...begun, ...ended].map((one) => one.id),
      ),
    )
    .returning({ id: outbox.id });
  // The demo's inbox keeps what its transport got, by address alone.
  const addresses = [mobile, email, ...found.flatMap((one) => [one.mobile, one.email])];
  const known = addresses.filter((address) => address !== null);
  if (known.length > 0) {
    await tx.delete(demoMessages).where(inArray(demoMessages.recipient, known));
    await tx.delete(smsRefusals).where(inArray(smsRefusals.mobile, known));
  }
  const alerts = await eraseAlerts(tx, id, known);
  const received = await tx
    .delete(smsReceived)
    .where(or(eq(smsReceived.patientId, id), inArray(smsReceived.sender, known)))
    .returning({ id: smsReceived.id });
  const needs = await tx
    .delete(recalls)
    .where(eq(recalls.patientId, id))
    .returning({ id: recalls.id });
  // Bookings go with their times, changes with the record and their bookings.
  const times = found.map(({ reservationId }) => reservationId);
  if (times.length > 0) await tx.delete(reservations).where(inArray(reservations.id, times));
  await tx.delete(patients).where(eq(patients.id, id));
  return {
    patients: 1,
    appointments: times.length,
    messages: messages.length,
    received: received.length,
    needs: needs.length,
    sessions: ended.length,
    alerts,
  };
}
