import { and, desc, inArray, sql } from 'drizzle-orm';
import type { EntryReminder } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import { outbox } from '../schema/index.js';

const types: readonly EntryReminder['type'][] = ['reminder-1', 'reminder-2', 'reminder-3'];

/** What became of each reminder of some appointments, by their ids: of the one that waits, else of the last one (M-06); one query for all. */
export async function findReminders(
  tx: AccountTransaction,
  appointments: readonly string[],
): Promise<ReadonlyMap<string, EntryReminder[]>> {
  const found = new Map<string, EntryReminder[]>();
  if (appointments.length === 0) return found;
  // One value, however many they are: a statement takes 65,535 at most.
  const ids = JSON.stringify(appointments);
  const rows = await tx
    .selectDistinctOn([outbox.bookingId, outbox.kind], {
      appointment: outbox.bookingId,
      kind: outbox.kind,
      status: outbox.status,
      delivery: outbox.delivery,
    })
    .from(outbox)
    .where(
      and(
        sql`${outbox.bookingId} IN (SELECT value::uuid FROM json_array_elements_text(${ids}::json))`,
        inArray(outbox.kind, [...types]),
      ),
    )
    .orderBy(
      outbox.bookingId,
      outbox.kind,
      desc(sql`${outbox.status} IN ('V', 'FV')`),
      desc(outbox.createdAt),
      desc(outbox.id),
    );
  for (const { appointment, kind, status, delivery } of rows) {
    const type = types.find((one) => one === kind)!;
    const reminder = { type, status, ...(delivery && { delivery }) };
    const others = found.get(appointment!);
    if (others) others.push(reminder);
    else found.set(appointment!, [reminder]);
  }
  return found;
}
