/** A failure is shown to the patient. */
export class OpusErrorEvent extends Event {
  static readonly type = 'opus-error';
  constructor(
    /** A `BookingErrorKind`. */
    readonly kind: string,
  ) {
    super(OpusErrorEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-error': OpusErrorEvent;
  }
}
