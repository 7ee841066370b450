import type { UndoneAnswer } from '../../src/contract/index.js';
import { ProblemError } from '../context/problem.js';
import { undoStack } from '../core/undo-stack.js';
import { findEntry, listHistory } from '../store/staff/history.js';
import type { StaffWork } from './actor.js';
import { undo } from './records/undo.js';

const kinds = ['working-time', 'preblocks', 'timebook'];

/** So many of one's changes can be undone one after the other. */
const depth = 200;

/**
 * Takes the caller's own last change of the timebook back, or does the last undone one again (C-07): not what others did meanwhile.
 * Needs no right but those that the change needs. Throws `not-found` where there is nothing, and whatever undoing throws.
 */
export async function undoOwn(work: StaffWork, way: 'undo' | 'redo'): Promise<UndoneAnswer> {
  const entries = await listHistory(work.tx, {
    person: work.actor.id ?? undefined,
    actorKind: work.actor.kind,
    kinds,
    limit: depth,
  });
  const { [way]: id } = undoStack(
    entries
      .reverse()
      .map((entry) => ({ id: entry.id, action: entry.action, undoes: entry.undoesId })),
  );
  if (id === undefined) throw new ProblemError('not-found');
  const made = (await findEntry(work.tx, await undo(work, id)))!;
  return {
    kind: made.kind as UndoneAnswer['kind'],
    count: made.count ?? 0,
    ...(made.place ? { place: made.place } : {}),
  };
}
