/** What the history knows of a person's changes, oldest first. */
export interface Deed {
  id: number;
  action: 'stored' | 'removed' | 'undone';
  /** The entry that this one took back. */
  undoes: number | null;
}

/** Which entry to take back so that the last change is undone, or the last undone one done again. */
export interface UndoStack {
  undo: number | undefined;
  redo: number | undefined;
}

/**
 * Undo and redo of a person's changes (C-07), as an editor has them: whoever changes something after undoing can no longer redo. Taking
 * back an undoing is redoing, so both are one call of the history.
 */
export function undoStack(deeds: readonly Deed[]): UndoStack {
  // Each change by the entry that made it last: itself, or the redoing of it.
  let done: number[] = [];
  let undone: number[] = [];
  for (const { id, action, undoes } of deeds) {
    if (action !== 'undone' || undoes === null) {
      done.push(id);
      undone = [];
    } else if (undone.includes(undoes)) {
      undone = undone.filter((entry) => entry !== undoes);
      done.push(id);
    } else {
      done = done.filter((entry) => entry !== undoes);
      undone.push(id);
    }
  }
  return { undo: done.at(-1), redo: undone.at(-1) };
}
