/** The patient goes one step back (P-11). Stays inside the widget. */
export class OpusBackEvent extends Event {
  static readonly type = 'opus-back';
  constructor() {
    super(OpusBackEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-back': OpusBackEvent;
  }
}
