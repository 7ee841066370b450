import { ProblemError } from '../../context/problem.js';
import type { RecordValue } from '../../core/record-diff.js';
import { changedPaths, partOf } from '../../core/record-diff.js';
import { findAccount } from '../../store/accounts.js';
import { lockName } from '../../store/reservations.js';
import { lockAccount } from '../../store/staff/account.js';
import type { StaffWork } from '../actor.js';
import { requireRight } from '../actor.js';
import { toConstraintProblem } from '../constraint-problems.js';
import { hashesIn, keepImages, withNamedImages } from '../history-images.js';
import { note } from '../history-notes.js';
import type { RecordName } from './registry.js';
import { kindOf } from './registry.js';
import type { Condition } from './version.js';
import { checkCondition, recordVersion } from './version.js';

/** A change of one record. */
export interface RecordChange {
  name: RecordName;
  /** Empty for what an account has one of. */
  id: string;
  condition?: Condition;
  /** What is put or patched, or made of what is there now; undefined removes the record. */
  input: unknown;
  /** The entry that this change takes back, and the import that it belongs to. */
  undoes?: number;
  importId?: string;
}

/** What came of a change. */
export interface ChangedRecord {
  /** Undefined once it is removed. */
  value: RecordValue | undefined;
  version: string | undefined;
  /** Number of the entry; undefined where nothing is other than before. */
  entry: number | undefined;
}

/**
 * The work with a record locked, so that what is read now stays until the transaction ends. The account's row is read anew: it may
 * have changed before the lock.
 */
export async function withLock(work: StaffWork, name: RecordName, id: string): Promise<StaffWork> {
  const { tx } = work;
  const { lock } = kindOf(name);
  if (lock) {
    // By name first, since a row that is not there yet cannot be locked.
    await lockName(tx, 'record', name, id.toLowerCase());
    await lock(work, id);
    return work;
  }
  await lockAccount(tx);
  const account = await findAccount(tx);
  if (!account) throw new ProblemError('not-found');
  return { ...work, account };
}

/**
 * Changes one record and notes it down (C-03, C-04): lock, right, version, the change itself, history. Throws `version-conflict`,
 * `not-allowed` and whatever the kind throws.
 */
export async function changeRecord(given: StaffWork, change: RecordChange): Promise<ChangedRecord> {
  const { name, id, condition = {}, input } = change;
  const kind = kindOf(name);
  const work = await withLock(given, name, id);
  const before = await kind.read(work, id);
  if (input === undefined && !before) throw new ProblemError('not-found');
  requirePlaces(work, name, id, before);
  await checkCondition(work, name, id, before, condition);
  const former = kind.compared ? await kind.compared(work, id) : before;
  try {
    if (input === undefined) await kind.remove!(work, id);
    else await kind.store(work, id, input as never);
  } catch (error) {
    throw toConstraintProblem(error, input === undefined) ?? error;
  }
  // The account's row is the record, or its catalogue has changed.
  const account = kind.lock ? work.account : ((await findAccount(work.tx)) ?? work.account);
  const now = { ...work, account };
  const after = input === undefined ? undefined : await kind.read(now, id);
  requirePlaces(work, name, id, after);
  const present = kind.compared ? await kind.compared(now, id) : after;
  const entry = await noteChange(work, change, former, present);
  const version = after && (await recordVersion(now, name, id, after));
  return { value: after, version, entry };
}

/** Throws `not-allowed` where a record belongs to a clinic at which the caller may not change it (C-01). */
function requirePlaces(
  work: StaffWork,
  name: RecordName,
  id: string,
  value: RecordValue | undefined,
): void {
  const { right, placesOf } = kindOf(name);
  if (!value) return;
  const places = placesOf?.(id, value) ?? [];
  if (places === 'anywhere') return;
  if (places.length === 0) requireRight(work, right, 'everywhere');
  for (const place of places) requireRight(work, right, place);
}

async function noteChange(
  work: StaffWork,
  { name, id, input, undoes, importId }: RecordChange,
  before: RecordValue | undefined,
  after: RecordValue | undefined,
): Promise<number | undefined> {
  const { keepsValues, secrets = [] } = kindOf(name);
  const [former, present] = [
    before && (await withNamedImages(before)),
    after && (await withNamedImages(after)),
  ];
  const given = secrets.filter(
    (secret) => (input as RecordValue | undefined)?.[secret] !== undefined,
  );
  const fields = [...changedPaths(former?.value, present?.value), ...given];
  if (fields.length === 0) return undefined;
  // What is new or gone is kept whole; of what has changed, the part that has.
  const part = (value: RecordValue | undefined) =>
    value &&
    (former && present
      ? partOf(
          value,
          fields.filter((path) => !given.includes(path)),
        )
      : value);
  const kept = keepsValues
    ? { before: part(former?.value) ?? null, after: part(present?.value) ?? null }
    : {};
  const hashes = [
    ...new Set([...hashesIn(kept.before ?? undefined), ...hashesIn(kept.after ?? undefined)]),
  ];
  await keepImages(work, hashes, new Map([...(former?.images ?? []), ...(present?.images ?? [])]));
  const title = keepsValues ? (after ?? before)?.name : undefined;
  return note(work, {
    action: undoes !== undefined ? 'undone' : after ? 'stored' : 'removed',
    kind: name,
    recordId: id || null,
    recordName: typeof title === 'string' ? title : null,
    fields,
    ...kept,
    images: hashes,
    undoesId: undoes ?? null,
    importId: importId ?? null,
  });
}
