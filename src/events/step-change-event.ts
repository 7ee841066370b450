import type { Part } from '../domain/selection.js';

/** Another step is shown. */
export class OpusStepChangeEvent extends Event {
  static readonly type = 'opus-step-change';
  constructor(readonly step: Part) {
    super(OpusStepChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-step-change': OpusStepChangeEvent;
  }
}
