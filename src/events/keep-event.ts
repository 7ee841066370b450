/** The patient asks to hold the time longer (P-24). Stays inside the widget. */
export class OpusKeepEvent extends Event {
  static readonly type = 'opus-keep';
  constructor() {
    super(OpusKeepEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-keep': OpusKeepEvent;
  }
}
