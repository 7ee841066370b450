import type { Slot } from '../contract/index.js';

/** The patient asks who else is free at the chosen time (P-21). Stays inside the widget. */
export class OpusSameTimeEvent extends Event {
  static readonly type = 'opus-same-time';
  constructor() {
    super(OpusSameTimeEvent.type, { bubbles: true });
  }
}

/** The patient took one of several slots at the chosen time, or none (P-21). Stays inside the widget. */
export class OpusTakeSlotEvent extends Event {
  static readonly type = 'opus-take-slot';
  constructor(readonly slot: Slot | undefined) {
    super(OpusTakeSlotEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-same-time': OpusSameTimeEvent;
    'opus-take-slot': OpusTakeSlotEvent;
  }
}
