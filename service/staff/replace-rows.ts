import type { CalendarRow } from '../store/staff/calendar.js';
import { deleteRows, insertRows } from '../store/staff/calendar.js';
import type { StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { calendarTables, type CalendarKind } from './calendar-rows.js';

/** Puts rows in the place of others, all at once, so that a row may come to lie where another one of them was. */
export async function replaceRows(
  { tx }: StaffWork,
  kind: CalendarKind,
  before: readonly CalendarRow[],
  after: readonly CalendarRow[],
): Promise<void> {
  const table = calendarTables[kind];
  if (before.length > 0)
    await deleteRows(
      tx,
      table,
      before.map(({ id }) => id),
    );
  await insertRows(tx, table, after);
}

/** Throws `not-allowed` where the caller may not publish at each of some rows. */
export function requirePublish(work: StaffWork, rows: readonly CalendarRow[]): void {
  const places = new Map(rows.map((row) => [`${row.clinicianId} ${row.clinicId}`, row]));
  for (const row of places.values()) {
    requireRight(work, 'publish', { clinic: row.clinicId, clinician: row.clinicianId });
  }
}
