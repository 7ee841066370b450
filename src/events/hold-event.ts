/** A time is held for the patient, or no longer. */
export class OpusHoldEvent extends Event {
  static readonly type = 'opus-hold';
  constructor(
    readonly isHeld: boolean,
    /** Seconds, while held. */
    readonly expiresIn: number | undefined,
  ) {
    super(OpusHoldEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-hold': OpusHoldEvent;
  }
}
