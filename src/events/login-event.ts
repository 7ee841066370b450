/** The patient is logged in (P-33). Public; says nothing of who they are, or how. */
export class OpusLoginEvent extends Event {
  static readonly type = 'opus-login';
  constructor() {
    super(OpusLoginEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-login': OpusLoginEvent;
  }
}
