import { and, eq, gt, inArray, isNotNull, lte, notExists, or, sql } from 'drizzle-orm';
import type { AccountRow } from './accounts.js';
import { findAccount } from './accounts.js';
import { withTime } from './bookings.js';
import { writeDataJournal } from './data-journal.js';
import type { AccountTransaction, Database } from './database.js';
import { inAccount } from './database.js';
import { addCounts, countsOf } from './message-counts.js';
import {
  bookings,
  messageRuns,
  outbox,
  patientChanges,
  patients,
  recalls,
  reservations,
  sessions,
  smsReceived,
} from './schema/index.js';

/** How many rows of a kind one transaction forgets, so that nobody waits for it noticeably. */
const batchSize = 500;

const day = 86_400_000;

/** The instant so many months before `now`. */
function monthsBefore(now: number, months: number): Date {
  const date = new Date(now);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  // A month that is too short would run over into the next one.
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0);
  return date;
}

/** Forgets what an account keeps no longer by its own policy (N-08) at `now`, epoch milliseconds, and notes down how much. */
export async function forgetByPolicy(db: Database, accountId: string, now: number): Promise<void> {
  for (let isMore = true; isMore;) {
    isMore = await inAccount(db, accountId, async (tx) => {
      const account = await findAccount(tx);
      if (!account) return false;
      const counts = await forgetSome(tx, account, now);
      const forgotten = Object.entries(counts).filter(([, count]) => count > 0);
      if (forgotten.length === 0) return false;
      await writeDataJournal(tx, {
        accountId,
        at: new Date(now),
        actor: 'service',
        actorName: null,
        kind: 'expired',
        patientId: null,
        counts: Object.fromEntries(forgotten),
      });
      return forgotten.some(([, count]) => count === batchSize);
    });
  }
}

async function forgetSome(
  tx: AccountTransaction,
  account: AccountRow,
  now: number,
): Promise<Record<string, number>> {
  const { messageDays, appointmentMonths, contactMonths } = account.settings.retention;
  const messagesBefore = new Date(now - messageDays * day);
  // Nothing of a run that is through is personal: it is not counted.
  await tx.delete(messageRuns).where(lte(messageRuns.endedAt, messagesBefore));
  return {
    messages: await forgetMessages(tx, account, messagesBefore),
    received: await forgetReceived(tx, messagesBefore),
    changes: await forgetChanges(tx, messagesBefore),
    appointments: await forgetAppointments(tx, monthsBefore(now, appointmentMonths)),
    contacts: await forgetContacts(tx, monthsBefore(now, contactMonths), new Date(now)),
  };
}

/** Messages that are through: what still waits is left. How many there were is kept, and nothing of whom they went to. */
async function forgetMessages(
  tx: AccountTransaction,
  account: AccountRow,
  before: Date,
): Promise<number> {
  const old = tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        inArray(outbox.status, ['S', 'SB', 'F', 'A', 'U']),
        lte(outbox.createdAt, before),
        // A reminder may be made months before it leaves.
        lte(sql`coalesce(${outbox.sentAt}, ${outbox.sendAt})`, before),
      ),
    )
    .limit(batchSize);
  const { kind, channel, status, delivery, answeredAt, sendAt, clinicId } = outbox;
  const gone = await tx
    .delete(outbox)
    .where(inArray(outbox.id, old))
    .returning({ kind, channel, status, delivery, answeredAt, sendAt, clinicId });
  await addCounts(tx, countsOf(gone, account));
  return gone.length;
}

/** SMS that came in. */
async function forgetReceived(tx: AccountTransaction, before: Date): Promise<number> {
  const old = tx
    .select({ id: smsReceived.id })
    .from(smsReceived)
    .where(lte(smsReceived.createdAt, before))
    .limit(batchSize);
  const gone = await tx
    .delete(smsReceived)
    .where(inArray(smsReceived.id, old))
    .returning({ id: smsReceived.id });
  return gone.length;
}

/** Changes of details that the clinic has decided on. */
async function forgetChanges(tx: AccountTransaction, before: Date): Promise<number> {
  const old = tx
    .select({ id: patientChanges.id })
    .from(patientChanges)
    .where(lte(patientChanges.decidedAt, before))
    .limit(batchSize);
  const gone = await tx
    .delete(patientChanges)
    .where(inArray(patientChanges.id, old))
    .returning({ id: patientChanges.id });
  return gone.length;
}

/** Appointments that ended before an instant, with their times and the needs that they were for. */
async function forgetAppointments(tx: AccountTransaction, before: Date): Promise<number> {
  const old = await tx
    .select({ id: reservations.id, bookingId: bookings.id })
    .from(reservations)
    .leftJoin(bookings, withTime)
    .where(
      and(
        inArray(reservations.status, ['booked', 'cancelled']),
        lte(reservations.startsAt, before),
        lte(reservations.endsAt, before),
      ),
    )
    .limit(batchSize);
  if (old.length === 0) return 0;
  const bookingIds = old.flatMap(({ bookingId }) => bookingId ?? []);
  if (bookingIds.length > 0) {
    await tx.delete(recalls).where(inArray(recalls.bookingId, bookingIds));
  }
  // Counted as deleted: another process may have been first.
  const ids = old.map(({ id }) => id);
  const gone = await tx
    .delete(reservations)
    .where(inArray(reservations.id, ids))
    .returning({ id: reservations.id });
  return gone.length;
}

/** Addresses of patients without an appointment since an instant, who are not logged in and are not called for a check-up. */
async function forgetContacts(tx: AccountTransaction, before: Date, now: Date): Promise<number> {
  const ofPatient = (column: typeof bookings.patientId | typeof recalls.patientId) =>
    eq(column, patients.id);
  const old = tx
    .select({ id: patients.id })
    .from(patients)
    .where(
      and(
        lte(patients.createdAt, before),
        or(
          isNotNull(patients.mobile),
          isNotNull(patients.email),
          isNotNull(patients.address1),
          isNotNull(patients.address2),
          isNotNull(patients.postalCode),
        ),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(bookings)
            .innerJoin(
              reservations,
              and(
                eq(reservations.accountId, bookings.accountId),
                eq(reservations.id, bookings.reservationId),
              ),
            )
            .where(and(ofPatient(bookings.patientId), gt(reservations.startsAt, before))),
        ),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(recalls)
            .where(and(ofPatient(recalls.patientId), gt(recalls.createdAt, before))),
        ),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(sessions)
            .where(and(eq(sessions.patientId, patients.id), gt(sessions.endsAt, now))),
        ),
      ),
    )
    .limit(batchSize);
  const forgotten = await tx
    .update(patients)
    .set({
      mobile: null,
      email: null,
      address1: null,
      address2: null,
      postalCode: null,
      mobileTrusted: false,
    })
    .where(inArray(patients.id, old))
    .returning({ id: patients.id });
  return forgotten.length;
}
