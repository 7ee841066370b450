/** A time is booked. */
export class OpusBookedEvent extends Event {
  static readonly type = 'opus-booked';
  constructor(
    /** A clinic's id. */
    readonly clinic: string,
    /** A clinician's id. */
    readonly clinician: string,
  ) {
    super(OpusBookedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-booked': OpusBookedEvent;
  }
}
