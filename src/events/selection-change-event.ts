import type { ChoiceStep } from '../contract/index.js';

/** The choices changed. The element's `choices` has them in the form of its attributes. */
export class OpusSelectionChangeEvent extends Event {
  static readonly type = 'opus-selection-change';
  constructor(
    /** The steps that are chosen, in no order. */
    readonly chosen: readonly ChoiceStep[],
    /** A clinic's id, where one is chosen. */
    readonly clinic: string | undefined,
    /** A clinician's id, where one is chosen. */
    readonly clinician: string | undefined,
  ) {
    super(OpusSelectionChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-selection-change': OpusSelectionChangeEvent;
  }
}
