import type { Part } from '../domain/selection.js';

/** The patient goes to an earlier step from the step indicator, "your choices" or the review. Stays inside the widget. */
export class OpusGoToEvent extends Event {
  static readonly type = 'opus-go-to';
  constructor(readonly part: Part) {
    super(OpusGoToEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-go-to': OpusGoToEvent;
  }
}
