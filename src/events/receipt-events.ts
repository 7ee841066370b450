/** The patient prints the receipt (P-32). Cancelable: then the page is not printed. Stays inside the widget. */
export class OpusPrintEvent extends Event {
  static readonly type = 'opus-print';
  constructor() {
    super(OpusPrintEvent.type, { bubbles: true, cancelable: true });
  }
}

/** The patient goes from the receipt back to the start (P-32). Stays inside the widget. */
export class OpusRestartEvent extends Event {
  static readonly type = 'opus-restart';
  constructor() {
    super(OpusRestartEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-print': OpusPrintEvent;
    'opus-restart': OpusRestartEvent;
  }
}
