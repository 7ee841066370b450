/** A dialog with the booking was opened by a button of the page; heard at that button. */
export class OpusOpenEvent extends Event {
  static readonly type = 'opus-open';
  constructor() {
    super(OpusOpenEvent.type, { bubbles: true, composed: true });
  }
}

/** The dialog with the booking was closed; heard at the button that had opened it. */
export class OpusCloseEvent extends Event {
  static readonly type = 'opus-close';
  constructor(
    /** Whether a time was booked while it was open. */
    readonly isBooked: boolean,
  ) {
    super(OpusCloseEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-open': OpusOpenEvent;
    'opus-close': OpusCloseEvent;
  }
}
