import type { Choice } from '../domain/selection.js';

/** The patient chose something in a picker or the calendar. Stays inside the widget. */
export class OpusChooseEvent extends Event {
  static readonly type = 'opus-choose';
  constructor(readonly choice: Choice) {
    super(OpusChooseEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-choose': OpusChooseEvent;
  }
}
