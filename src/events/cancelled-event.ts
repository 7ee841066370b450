/** An appointment was cancelled (P-37). Clinic and clinician are the account's own ids; nothing about the patient. */
export class OpusCancelledEvent extends Event {
  static readonly type = 'opus-cancelled';
  constructor(
    readonly clinic: string,
    readonly clinician: string,
  ) {
    super(OpusCancelledEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-cancelled': OpusCancelledEvent;
  }
}
