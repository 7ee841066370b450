import type { Item, Stretch } from './timebook-model.js';

/** A stretch was chosen, by marking it or by a press: what to do with it is asked. */
export class ChooseEvent extends Event {
  static readonly type = 'opus-timebook-choose';
  constructor(readonly stretch: Stretch) {
    super(ChooseEvent.type, { bubbles: true, composed: true });
  }
}

/** Something in the calendar was pressed; `isMoved`: the stretch is where it is to be. */
export class OpenEvent extends Event {
  static readonly type = 'opus-timebook-open';
  constructor(
    readonly item: Item,
    readonly stretch: Stretch,
    readonly isMoved = false,
  ) {
    super(OpenEvent.type, { bubbles: true, composed: true });
  }
}

/** Something was moved or made longer. */
export class DropEvent extends Event {
  static readonly type = 'opus-timebook-drop';
  constructor(
    readonly item: Item,
    readonly stretch: Stretch,
  ) {
    super(DropEvent.type, { bubbles: true, composed: true });
  }
}

/** Something should be deleted, the page turned (-1, 1), or the last change undone or done again. */
export class CommandEvent extends Event {
  static readonly type = 'opus-timebook-command';
  constructor(
    readonly command: 'delete' | 'before' | 'after' | 'undo' | 'redo',
    readonly item?: Item,
  ) {
    super(CommandEvent.type, { bubbles: true, composed: true });
  }
}
