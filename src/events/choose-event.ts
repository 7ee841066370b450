import type { Choice } from '../domain/selection.js';

/** A picker's or calendar's answer: the patient chose something. Stays inside the widget. */
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
