import type { HistoryRow } from '../../store/staff/history.js';
import type { StaffRight } from '../../../src/contract/index.js';
import type { RecordValue } from '../../core/record-diff.js';
import type { Place, StaffWork } from '../actor.js';

/** A record with its id. */
export interface FoundRecord {
  id: string;
  value: RecordValue;
}

/** How a kind of record is read and changed; versions, history, undo, export and import are the same for all of them. */
export interface RecordKind {
  /** Right that changing one needs. */
  right: StaffRight;
  /** The record as a call answers it, images with their bytes; undefined: there is none. */
  read: (work: StaffWork, id: string) => Promise<RecordValue | undefined>;
  /** All of them in the account's order, as `read` answers each; absent: there is one, or too many to read at once. */
  all?: (work: StaffWork) => Promise<FoundRecord[]>;
  /** Stores one, or patches what there is one of; throws `invalid`. */
  store: (work: StaffWork, id: string, input: never) => Promise<void>;
  /** Throws `not-found`, and `invalid` where it is in use; absent: it is always there. */
  remove?: (work: StaffWork, id: string) => Promise<void>;
  /** Locks one before it is read; absent: settings and catalogue of the account are locked as a whole. */
  lock?: (work: StaffWork, id: string) => Promise<void>;
  /** Where it belongs, for rights that are given by clinic; absent: to the whole account. */
  placesOf?: (id: string, value: RecordValue) => readonly Place[] | 'anywhere';
  /** Whether the history keeps values, or only the names of fields, where values are patients'. */
  keepsValues: boolean;
  canUndo: boolean | ((entry: Pick<HistoryRow, 'before' | 'after' | 'fields'>) => boolean);
  /** What to store so that it becomes `value`, from which it differs at some paths; absent: that itself. */
  toInput?: (value: RecordValue, fields: readonly string[]) => RecordValue;
  /** Fields that go in and never out. */
  secrets?: readonly string[];
  /** What version and history compare, where callers with other rights see other values. */
  compared?: (work: StaffWork, id: string) => Promise<RecordValue | undefined>;
}
