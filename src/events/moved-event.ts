/** An appointment was moved to another time (P-36). Clinic and clinician are the account's own ids; nothing about the patient. */
export class OpusMovedEvent extends Event {
  static readonly type = 'opus-moved';
  constructor(
    readonly clinic: string,
    readonly clinician: string,
  ) {
    super(OpusMovedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-moved': OpusMovedEvent;
  }
}
