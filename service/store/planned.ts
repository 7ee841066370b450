import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BookedTime } from './bookings.js';
import type { AccountTransaction } from './database.js';
import { accounts, outbox, patients } from './schema/index.js';

/** A message that was made with an appointment, as a plan needs it. */
export type PlannedRow = Pick<
  typeof outbox.$inferSelect,
  'id' | 'bookingId' | 'kind' | 'status' | 'tries' | 'reason' | 'expiresAt' | 'usualExpiry'
> & {
  /** Staff have written its text, or set its time. */
  isByHand: boolean;
};

/** What was planned for some appointments, whatever became of it. */
export function findPlanned(
  tx: AccountTransaction,
  bookingIds: readonly string[],
): Promise<PlannedRow[]> {
  return tx
    .select({
      id: outbox.id,
      bookingId: outbox.bookingId,
      kind: outbox.kind,
      status: outbox.status,
      tries: outbox.tries,
      reason: outbox.reason,
      expiresAt: outbox.expiresAt,
      usualExpiry: outbox.usualExpiry,
      isByHand: sql<boolean>`${outbox.textByHand} OR ${outbox.timeByHand}`,
    })
    .from(outbox)
    .where(
      and(
        // As one value, since there may be hundreds.
        sql`${outbox.bookingId} IN (SELECT value::uuid FROM json_array_elements_text(${JSON.stringify(bookingIds)}::json))`,
        eq(outbox.planned, true),
      ),
    );
}

/** Of whom to know what they have said about SMS. */
export interface Asked {
  id: string;
  patientId: string | null;
  mobile: string | null;
}

/** What patients and their numbers have said about SMS, by the id of what is asked about; all in one statement. */
export async function findSmsChoices(
  tx: AccountTransaction,
  asked: readonly Asked[],
): Promise<Map<string, { wish: boolean | null; isRefused: boolean }>> {
  const json = JSON.stringify(asked);
  // Of the account's one row, so that there is something to select from.
  const [row] = await tx
    .select({
      choices: sql<{ id: string; wish: boolean | null; isRefused: boolean }[]>`(
        SELECT json_agg(json_build_object(
          'id', asked.id,
          'wish', (SELECT p.sms_wish FROM patients p WHERE p.account_id = accounts.id AND p.id = asked."patientId"),
          'isRefused', EXISTS (SELECT FROM sms_refusals r WHERE r.account_id = accounts.id AND r.mobile = asked.mobile)
        )) FROM json_to_recordset(${json}::json) AS asked(id uuid, "patientId" uuid, mobile text))`,
    })
    .from(accounts);
  return new Map((row?.choices ?? []).map(({ id, ...choice }) => [id, choice]));
}

/** Takes back messages that a policy does not have any more. */
export async function takeBackPlanned(
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(outbox)
    .set({ status: 'A', reason: 'policy' })
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.status, 'V'), eq(outbox.tries, 0)));
}

/** Bookings with the patients' names and addresses from their records, where staff booked without entering them. */
export async function withRecords(
  tx: AccountTransaction,
  times: readonly BookedTime[],
): Promise<BookedTime[]> {
  const ids = times.flatMap(({ booking: { firstName, patientId } }) =>
    firstName === null && patientId !== null ? [patientId] : [],
  );
  if (ids.length === 0) return [...times];
  const { id, firstName, lastName, mobile, email } = patients;
  const rows = await tx
    .select({ id, firstName, lastName, mobile, email })
    .from(patients)
    .where(inArray(id, ids));
  const records = new Map(rows.map(({ id: patientId, ...record }) => [patientId, record]));
  return times.map((time) => ({
    ...time,
    booking: {
      ...time.booking,
      ...(time.booking.firstName === null && records.get(time.booking.patientId ?? '')),
    },
  }));
}
