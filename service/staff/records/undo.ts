import { invalid, ProblemError } from '../../context/problem.js';
import type { RecordValue } from '../../core/record-diff.js';
import { changedPaths, partOf, withoutNulls, withPart } from '../../core/record-diff.js';
import type { HistoryRow } from '../../store/staff/history.js';
import { findEntry, findLaterEntry } from '../../store/staff/history.js';
import type { StaffWork } from '../actor.js';
import { isCalendarEntry, undoCalendar } from '../calendar-history.js';
import { isTimebookEntry, undoTimebook } from '../timebook-history.js';
import { changeRecord, withLock } from './change-record.js';
import type { RecordName } from './registry.js';
import { kindNamed, kindOf } from './registry.js';
import { withKeptImages, withNamedImages } from '../history-images.js';

/** Whether an entry is of a kind that can be undone. */
export function isUndoable(entry: HistoryRow): boolean {
  const { kind, before, after } = entry;
  if (before === null && after === null) return false;
  if (isCalendarEntry(entry) || isTimebookEntry(entry)) return true;
  const name = kindNamed(kind);
  if (name === undefined) return false;
  const { canUndo } = kindOf(name);
  return typeof canUndo === 'function' ? canUndo(entry) : canUndo;
}

/**
 * Takes a change back (C-04), where what it changed is still as it left it; other fields of the record keep what they have now.
 * Throws `invalid` with the fields that are otherwise and the later entry that stands on this one, `not-allowed` without the right
 * to change such a record, and whatever storing it throws. Returns the number of the new entry.
 */
export async function undo(given: StaffWork, entryId: number): Promise<number> {
  const entry = await findEntry(given.tx, entryId);
  if (!entry) throw new ProblemError('not-found');
  if (!isUndoable(entry)) throw invalid({ path: 'kind', code: 'no-undo' });
  if (isCalendarEntry(entry)) return undoCalendar(given, entry);
  if (isTimebookEntry(entry)) return undoTimebook(given, entry);
  const name = entry.kind as RecordName;
  const id = entry.recordId ?? '';
  const work = await withLock(given, name, id);
  const present = await kindOf(name).read(work, id);
  const named = present && (await withNamedImages(present)).value;
  const differing = differencesFrom(entry, named);
  if (differing.length > 0) {
    const later = await findLaterEntry(work.tx, entry);
    throw new ProblemError('invalid', {
      fields: differing.map((path) => ({ path, code: 'changed-since' })),
      ...(later === undefined ? {} : { entry: String(later) }),
    });
  }
  const input = entry.before === null ? undefined : await inputFor(work, name, entry, named);
  const changed = await changeRecord(work, { name, id, input, undoes: entry.id });
  if (changed.entry === undefined) throw invalid({ path: 'kind', code: 'no-undo' });
  return changed.entry;
}

/** Paths at which a record is no longer as an entry left it; `id` where it is there, or not there, against that. */
function differencesFrom(
  { before, after, fields }: HistoryRow,
  present: RecordValue | undefined,
): string[] {
  if (after === null) return present ? ['id'] : [];
  if (!present) return ['id'];
  // What was new has to be as it was altogether, or more than it would go.
  return before === null
    ? changedPaths(after, present)
    : changedPaths(partOf(after, fields), partOf(present, fields));
}

/** What has to be stored so that a record is again as it was before an entry. */
async function inputFor(
  work: StaffWork,
  name: RecordName,
  { before, after, fields }: HistoryRow,
  present: RecordValue | undefined,
): Promise<RecordValue> {
  const restored = after === null || !present ? before! : withPart(present, before!, fields);
  const whole = await withKeptImages(work, restored);
  const { toInput } = kindOf(name);
  return toInput ? toInput(whole, fields) : withoutNulls(whole);
}
