/** The patient confirmed their session with a code (P-43), or gave up (`isConfirmed` false). Stays inside the widget. */
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
