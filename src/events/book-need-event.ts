import type { Patient } from '../contract/index.js';

/** The patient consents, and wants the need booked; `patient` holds only what was missing (P-38). Stays inside the widget. */
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
