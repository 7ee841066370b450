import type { History, HistoryEntry, HistoryQuery } from '../../../src/contract/index.js';
import { formatInstant } from '../../../src/domain/clock-time.js';
import { checkDate } from '../../context/dates.js';
import { ProblemError } from '../../context/problem.js';
import { createCalendar } from '../../core/day.js';
import type { HistoryRow } from '../../store/staff/history.js';
import { findEntry, findUndoings, listHistory } from '../../store/staff/history.js';
import type { RecordPart } from '../../store/schema/index.js';
import type { StaffWork } from '../actor.js';
import { isCalendarEntry } from '../calendar-history.js';
import { isTimebookEntry } from '../timebook-history.js';
import { isUndoable } from './undo.js';

const pageSize = 100;

/** What was changed by whom, newest first (C-04); throws `invalid` for a date that there is not. */
export async function readHistory(work: StaffWork, query: HistoryQuery): Promise<History> {
  const { tx, account } = work;
  const day = createCalendar(account.timeZone);
  const instantOf = (path: 'from' | 'to') => {
    const date = query[path];
    if (date === undefined) return undefined;
    checkDate(path, date);
    return new Date(day(date).midnight);
  };
  const rows = await listHistory(tx, {
    before: query.before === undefined ? undefined : Number(query.before),
    kind: query.kind,
    person: query.person,
    record: query.record,
    from: instantOf('from'),
    to: instantOf('to'),
    limit: pageSize + 1,
  });
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    entries: await toEntries(work, page),
    ...(last ? { next: String(last.id) } : {}),
  };
}

/** One entry by its number; throws `not-found`. */
export async function readEntry(work: StaffWork, id: number): Promise<HistoryEntry> {
  const row = await findEntry(work.tx, id);
  const [entry] = row ? await toEntries(work, [row]) : [];
  if (!entry) throw new ProblemError('not-found');
  return entry;
}

async function toEntries(
  { tx, account }: StaffWork,
  rows: readonly HistoryRow[],
): Promise<HistoryEntry[]> {
  const undoings = await findUndoings(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toEntry(row, undoings.get(row.id), account.timeZone));
}

function toEntry(row: HistoryRow, undoneBy: number | undefined, timeZone: string): HistoryEntry {
  const { actorKind, actorId, actorName, recordId, recordName } = row;
  const { before, after } = shownOf(row);
  return {
    id: String(row.id),
    at: formatInstant(row.at.getTime(), timeZone),
    actor: { kind: actorKind, ...(actorId === null ? {} : { id: actorId }), name: actorName },
    action: row.action,
    kind: row.kind,
    ...(recordId === null ? {} : { record: recordId }),
    ...(recordName === null ? {} : { name: recordName }),
    fields: row.fields,
    ...(before === null ? {} : { before }),
    ...(after === null ? {} : { after }),
    ...(row.count === null ? {} : { count: row.count }),
    ...(row.place ? { place: row.place } : {}),
    ...(row.importId === null ? {} : { import: row.importId }),
    ...(row.undoesId === null ? {} : { undoes: String(row.undoesId) }),
    ...(undoneBy === undefined ? {} : { undoneBy: String(undoneBy) }),
    canUndo: isUndoable(row) && undoneBy === undefined,
  };
}

/** What is told of before and after. */
function shownOf(row: HistoryRow): Pick<HistoryRow, 'before' | 'after'> {
  // Thousands of rows, of which nobody reads how many and where from.
  if (isCalendarEntry(row)) return { before: null, after: null };
  if (!isTimebookEntry(row)) return row;
  // The id of a text says nothing, and the text may be about who comes: that it was changed stands in `fields`.
  const { before, after } = row;
  return { before: before && withoutText(before), after: after && withoutText(after) };
}

const withoutText = ({ text: _, ...rest }: RecordPart): RecordPart => rest;
