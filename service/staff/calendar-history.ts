import { invalid, ProblemError } from '../context/problem.js';
import { createCalendar } from '../core/day.js';
import type { CalendarRow } from '../store/staff/calendar.js';
import { lockRowsOf } from '../store/staff/calendar.js';
import { findLaterEntry, type HistoryRow } from '../store/staff/history.js';
import { wasBookedSince } from '../store/staff/timebook.js';
import type { StaffWork } from './actor.js';
import { calendarTables, type CalendarKind } from './calendar-rows.js';
import { note, placesOf } from './history-notes.js';
import { replaceRows, requirePublish } from './replace-rows.js';

/** Of larger changes the history keeps how many and where only, so they cannot be undone: a year of a chain is 30,000 rows. */
const mostKept = 5000;

/** What was placed, changed or deleted at once. */
export interface CalendarChange {
  kind: CalendarKind;
  before: readonly CalendarRow[];
  after: readonly CalendarRow[];
}

type Kept = Omit<CalendarRow, 'accountId'>;

/** Writes a change of the calendar into the history, in its transaction (C-04). Returns its number. */
export async function noteCalendar(
  work: StaffWork,
  { kind, before, after }: CalendarChange,
  undoes?: number,
): Promise<number> {
  const isKept = before.length + after.length <= mostKept;
  const kept = (rows: readonly CalendarRow[]) =>
    isKept && rows.length > 0 ? { rows: rows.map(({ accountId: _, ...row }) => row) } : null;
  const rows = after.length > 0 ? after : before;
  const places = rows.map(({ clinicId, clinicianId, date }) => ({
    ...{ clinic: clinicId, clinician: clinicianId },
    ...{ from: date, to: date },
  }));
  return note(work, {
    ...{ action: undoes !== undefined ? 'undone' : after.length > 0 ? 'stored' : 'removed', kind },
    ...{ before: kept(before), after: kept(after) },
    count: rows.length,
    place: placesOf(places),
    ...(undoes === undefined ? {} : { undoesId: undoes }),
  });
}

/** Whether an entry is one of the calendar. */
export const isCalendarEntry = ({ kind }: HistoryRow): boolean => kind in calendarTables;

/**
 * Takes a change of the calendar back. Throws `invalid` where its rows are no longer as it left them (`changed-since`) or a patient
 * has booked in them since (`booked-since`), and `not-allowed` where the caller may not publish. Returns the new entry's number.
 */
export async function undoCalendar(work: StaffWork, entry: HistoryRow): Promise<number> {
  const kind = entry.kind as CalendarKind;
  const before = rowsOf(work, entry.before);
  const after = rowsOf(work, entry.after);
  requirePublish(work, [...before, ...after]);
  const present = await lockRowsOf(work.tx, calendarTables[kind], [...before, ...after]);
  if (!isAsLeft(present, after)) {
    const later = await findLaterEntry(work.tx, entry);
    throw new ProblemError('invalid', {
      fields: [{ path: 'id', code: 'changed-since' }],
      ...(later === undefined ? {} : { entry: String(later) }),
    });
  }
  const day = createCalendar(work.account.timeZone);
  const stretches = after.map((row) => ({
    clinician: row.clinicianId,
    start: new Date(day(row.date).instantOf(row.fromMinutes)),
    end: new Date(day(row.date).instantOf(row.toMinutes)),
  }));
  if (await wasBookedSince(work.tx, stretches, entry.at)) {
    throw invalid({ path: 'id', code: 'booked-since' });
  }
  await replaceRows(work, kind, after, before);
  return noteCalendar(work, { kind, before: after, after: before }, entry.id);
}

function rowsOf({ account }: StaffWork, kept: HistoryRow['before']): CalendarRow[] {
  const { rows = [] } = (kept ?? {}) as { rows?: Kept[] };
  return rows.map((row) => ({ ...row, accountId: account.id }) as CalendarRow);
}

/** Whether of all rows of a change those are there that it left, and unchanged. */
function isAsLeft(present: readonly CalendarRow[], after: readonly CalendarRow[]): boolean {
  const asText = (row: CalendarRow) => JSON.stringify(Object.entries(row).sort());
  const left = new Set(after.map(asText));
  return present.length === after.length && present.every((row) => left.has(asText(row)));
}
