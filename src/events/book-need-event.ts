import type { Patient } from '../contract/index.js';

/** The patient consents and books a recall; `patient` holds only the details that were missing (P-38). Stays inside the widget. */
export class OpusBookNeedEvent extends Event {
  static readonly type = 'opus-book-need';
  constructor(readonly patient: Partial<Patient>) {
    super(OpusBookNeedEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-book-need': OpusBookNeedEvent;
  }
}
