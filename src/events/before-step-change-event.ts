import type { Part } from '../domain/selection.js';

/** The patient is about to go to another step; `preventDefault()` keeps them where they are. */
export class OpusBeforeStepChangeEvent extends Event {
  static readonly type = 'opus-before-step-change';
  constructor(
    readonly from: Part,
    readonly to: Part,
  ) {
    super(OpusBeforeStepChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-before-step-change': OpusBeforeStepChangeEvent;
  }
}
