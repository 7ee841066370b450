/** The patient confirmed the session with a code (P-43), or cancelled (`isConfirmed` false). Stays inside the widget. */
export class OpusSessionConfirmedEvent extends Event {
  static readonly type = 'opus-session-confirmed';
  constructor(readonly isConfirmed: boolean) {
    super(OpusSessionConfirmedEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-session-confirmed': OpusSessionConfirmedEvent;
  }
}
