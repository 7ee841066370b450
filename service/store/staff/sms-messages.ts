import { and, desc, eq, getTableColumns, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { SentType } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { isOfNamed } from './find-patients.js';
import { bookings, outbox, patients, reservations, smsReceived } from '../schema/index.js';

/** Which messages of a box: each part narrows it. */
export interface BoxFilter {
  status?: string | undefined;
  type?: string | undefined;
  /** Digits that the number has, or an address. */
  address?: string | undefined;
  /** Words of the patient's name, or their beginnings, as they were typed. */
  name?: string | undefined;
  company?: string | undefined;
  clinician?: string | undefined;
  patient?: string | undefined;
  appointment?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  by?: 'made' | 'sends' | 'sent' | 'answered' | undefined;
  /** Made before this one: instant and id. */
  before?: { at: Date; id: string } | undefined;
  id?: string | undefined;
  /** Made by one run of a text to many. */
  run?: string | undefined;
  /** The whole number or address, not a part of it. */
  number?: string | undefined;
}

const who = {
  patient: { id: patients.id, firstName: patients.firstName, lastName: patients.lastName },
  appointment: {
    id: bookings.id,
    startsAt: reservations.startsAt,
    clinicId: reservations.clinicId,
    clinicianId: reservations.clinicianId,
  },
};

const { html: _html, calendar: _calendar, ...columns } = getTableColumns(outbox);

const is = (column: PgColumn, value: unknown) =>
  value === undefined ? undefined : eq(column, value);
const within = (column: PgColumn, { from, until }: BoxFilter) =>
  and(from && gte(column, from), until && lt(column, until));
const older = (created: PgColumn, id: PgColumn, before: BoxFilter['before']): SQL | undefined =>
  before &&
  sql`(${created}, ${id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)`;
/** Whether a number has some digits; an address is compared whole. */
const hasAddress = (column: PgColumn, address: string | undefined) => {
  if (address === undefined) return undefined;
  return address.includes('@') || address.startsWith('+')
    ? eq(column, address)
    : sql`position(${address} in ${column}) > 0`;
};

const sentBy = {
  made: outbox.createdAt,
  sends: outbox.sendAt,
  sent: outbox.sentAt,
  answered: outbox.answeredAt,
};

/** Messages that went out, wait, or were to go, newest first. */
export async function findSent(tx: AccountTransaction, filter: BoxFilter, limit: number) {
  const { status, type, address, name, company, clinician, patient, appointment } = filter;
  const isNamed = name === undefined ? undefined : await isOfNamed(tx, outbox.patientId, name);
  return tx
    .select({ message: columns, ...who })
    .from(outbox)
    .leftJoin(patients, eq(patients.id, outbox.patientId))
    .leftJoin(bookings, eq(bookings.id, outbox.bookingId))
    .leftJoin(reservations, eq(reservations.id, bookings.reservationId))
    .where(
      and(
        type === undefined ? inArray(outbox.kind, [...SentType.options]) : is(outbox.kind, type),
        is(outbox.status, status),
        hasAddress(outbox.recipient, address),
        isNamed,
        is(outbox.companyId, company),
        is(outbox.clinicianId, clinician),
        is(outbox.patientId, patient),
        is(outbox.bookingId, appointment),
        within(sentBy[filter.by ?? 'made'], filter),
        older(outbox.createdAt, outbox.id, filter.before),
        is(outbox.id, filter.id),
        is(outbox.runId, filter.run),
        is(outbox.recipient, filter.number),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit);
}

export type SentRow = Awaited<ReturnType<typeof findSent>>[number];

/** Messages that came in, newest first. */
export async function findReceived(tx: AccountTransaction, filter: BoxFilter, limit: number) {
  const { status, address, name, company, clinician, patient, appointment } = filter;
  const isNamed =
    name === undefined
      ? undefined
      : or(
          await isOfNamed(tx, smsReceived.patientId, name),
          // Companies write under a name.
          sql`position(lower(${name}) in lower(${smsReceived.sender})) > 0`,
        );
  const isSo =
    status === 'follow-up'
      ? eq(smsReceived.followUp, true)
      : status && eq(smsReceived.isRead, status === 'read');
  const at = filter.by === 'answered' ? smsReceived.receivedAt : smsReceived.createdAt;
  return tx
    .select({ message: smsReceived, ...who })
    .from(smsReceived)
    .leftJoin(patients, eq(patients.id, smsReceived.patientId))
    .leftJoin(bookings, eq(bookings.id, smsReceived.bookingId))
    .leftJoin(reservations, eq(reservations.id, bookings.reservationId))
    .where(
      and(
        isSo || undefined,
        hasAddress(smsReceived.sender, address),
        isNamed,
        is(smsReceived.companyId, company),
        is(smsReceived.clinicianId, clinician),
        is(smsReceived.patientId, patient),
        is(smsReceived.bookingId, appointment),
        within(at, filter),
        older(smsReceived.createdAt, smsReceived.id, filter.before),
        is(smsReceived.id, filter.id),
        is(smsReceived.sender, filter.number),
      ),
    )
    .orderBy(desc(smsReceived.createdAt), desc(smsReceived.id))
    .limit(limit);
}

export type ReceivedRow = Awaited<ReturnType<typeof findReceived>>[number];

/** Changes a message of the outbox. */
export async function changeSent(
  tx: AccountTransaction,
  id: string,
  change: Partial<typeof outbox.$inferInsert>,
): Promise<void> {
  await tx.update(outbox).set(change).where(eq(outbox.id, id));
}

/** Marks a message that came in; false where there is none. */
export async function markReceived(
  tx: AccountTransaction,
  id: string,
  mark: { isRead?: boolean; followUp?: boolean },
): Promise<boolean> {
  const rows = await tx
    .update(smsReceived)
    .set(mark)
    .where(eq(smsReceived.id, id))
    .returning({ id: smsReceived.id });
  return rows.length > 0;
}
