import type { GridCursor } from './grid-cursor.js';
import { ChooseEvent, CommandEvent, DropEvent, OpenEvent } from './timebook-events.js';
import { itemsIn } from './timebook-model.js';
import type { Column, Item, Stretch } from './timebook-model.js';

/** The calendars that keys work on. */
export interface KeyedGrid {
  readonly columns: readonly Column[];
  readonly cursor: GridCursor;
  /** Whether somebody may change an item. */
  readonly changeable: (item: Item) => boolean;
}

/** What came of a key: whether it was one of the calendars', and what somebody wants by it. */
export interface Pressed {
  readonly isTaken: boolean;
  readonly wish?: Event | undefined;
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const notTaken: Pressed = { isTaken: false };
const taken: Pressed = { isTaken: true };
const wishes = (wish: Event): Pressed => ({ isTaken: true, wish });

/** The stretch of the cursor; undefined where there are no calendars. */
export function cursorStretch({ columns, cursor }: KeyedGrid): Stretch | undefined {
  const column = columns[cursor.column];
  return column && { date: column.date, clinician: column.clinician, ...cursor.stretch };
}

/** What lies uppermost in a stretch of a column, of all that can be opened. */
export const upperItem = (column: Column, { from, to }: Pick<Stretch, 'from' | 'to'>) =>
  itemsIn(column, from, to).find(({ kind }) => kind === 'entry' || kind === 'preblock');

/** The keyboard does all that the mouse does (C-07): moves the cursor or what it carries, or says what somebody wants. */
export function pressKey(pressed: Key, grid: KeyedGrid): Pressed {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (ctrlKey || metaKey) {
    const letter = key.toLowerCase();
    if (letter !== 'z' && letter !== 'y') return notTaken;
    return wishes(new CommandEvent(letter === 'y' || shiftKey ? 'redo' : 'undo'));
  }
  if (altKey) return notTaken;
  if (grid.cursor.arrow(key, shiftKey)) return taken;
  return grid.cursor.carried ? pressWhileCarrying(key, grid) : pressAtCursor(key, grid);
}

function pressAtCursor(key: string, grid: KeyedGrid): Pressed {
  const { columns, cursor, changeable } = grid;
  const stretch = cursorStretch(grid);
  if (!stretch) return notTaken;
  const upper = upperItem(columns[cursor.column]!, stretch);
  const mayChange = upper !== undefined && changeable(upper);
  switch (key) {
    case 'Enter':
    case ' ':
      // A marked stretch asks what to do with it; a single line opens what lies there.
      return wishes(
        cursor.isExtended || !upper ? new ChooseEvent(stretch) : new OpenEvent(upper, stretch),
      );
    case 'Insert':
    case 'n':
      return wishes(new ChooseEvent(stretch));
    case 'm':
      if (mayChange) cursor.carry(upper);
      return taken;
    case 'Delete':
    case 'Backspace':
      return mayChange ? wishes(new CommandEvent('delete', upper)) : taken;
    case 'PageUp':
    case 'PageDown':
      return wishes(new CommandEvent(key === 'PageUp' ? 'before' : 'after'));
    case 'Escape':
      if (!cursor.isExtended) return notTaken;
      cursor.collapse();
      return taken;
    default:
      return notTaken;
  }
}

/** Enter puts down what is carried; Escape, and whoever leaves by Tab, let it lie where it was. */
function pressWhileCarrying(key: string, grid: KeyedGrid): Pressed {
  const { cursor } = grid;
  const carried = cursor.carried!;
  const stretch = cursorStretch(grid)!;
  const isDrop = key === 'Enter' || key === ' ';
  if (isDrop || key === 'Escape' || key === 'Tab') cursor.letGo();
  if (isDrop) return wishes(new DropEvent(carried, stretch));
  return key === 'Tab' ? notTaken : taken;
}
