/** The patient is logged in (P-33). Public; carries neither who they are nor how they logged in. */
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
