import type { SQL } from 'drizzle-orm';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { withTime } from './bookings.js';
import type { AccountTransaction } from './database.js';
import type { PatientRow } from './patients.js';
import { bookings, outbox, reservations } from './schema/index.js';
import type { MessageKind } from './schema/index.js';

/** Ways to reach a patient by messages. */
export type Address = 'mobile' | 'email';

/**
 * Gives the appointments ahead of a patient the address on file: all that staff have booked, and those for which the patient gave what
 * was on file at that time, `before`. Another one was chosen for the appointment, and stays.
 */
export async function followFile(
  tx: AccountTransaction,
  { id, ...file }: Pick<PatientRow, 'id' | Address>,
  address: Address,
  before: string | null,
  now: Date,
): Promise<void> {
  const column = bookings[address];
  const ahead = tx
    .select({ id: bookings.id })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(
      and(
        eq(bookings.patientId, id),
        eq(reservations.status, 'booked'),
        gt(reservations.endsAt, now),
        sql`(${bookings.confirmedBy} = 'staff' OR ${before === null ? sql`false` : eq(column, before)})`,
        // Without a name of its own it has the addresses of the record already.
        sql`${bookings.firstName} IS NOT NULL`,
      ),
    );
  await tx
    .update(bookings)
    .set({ [address]: file[address] })
    .where(inArray(bookings.id, ahead));
}

/** What waits for a patient at an address, whatever it is about, and is not being sent at an instant; locked. */
export function waitingAt(
  tx: AccountTransaction,
  patientId: string,
  recipient: string,
  kinds: readonly MessageKind[],
  isIdle: SQL | undefined,
) {
  return tx
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.patientId, patientId),
        eq(outbox.recipient, recipient),
        inArray(outbox.kind, [...kinds]),
        isIdle,
      ),
    )
    .for('update');
}
