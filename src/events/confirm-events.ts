import type { ContactCorrection } from '../contract/index.js';

/** The patient books what the review shows (P-30). Stays inside the widget. */
export class OpusBookEvent extends Event {
  static readonly type = 'opus-book';
  constructor() {
    super(OpusBookEvent.type, { bubbles: true });
  }
}

/** The patient entered a confirmation code of six digits (P-31). Never leaves the widget (N-02). */
export class OpusCodeEvent extends Event {
  static readonly type = 'opus-code';
  constructor(readonly code: string) {
    super(OpusCodeEvent.type, { bubbles: true });
  }
}

/** The patient requests another code (P-31). Stays inside the widget. */
export class OpusResendEvent extends Event {
  static readonly type = 'opus-resend';
  constructor() {
    super(OpusResendEvent.type, { bubbles: true });
  }
}

/** The patient corrected number or address, which are checked and normalized (P-31). Never leaves the widget. */
export class OpusContactEvent extends Event {
  static readonly type = 'opus-contact';
  constructor(readonly contact: ContactCorrection) {
    super(OpusContactEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-book': OpusBookEvent;
    'opus-code': OpusCodeEvent;
    'opus-resend': OpusResendEvent;
    'opus-contact': OpusContactEvent;
  }
}
