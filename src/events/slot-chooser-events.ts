import type { Slot } from '../contract/index.js';

/** The patient wants to see who else is free at the chosen time (P-21). Stays inside the widget. */
export class OpusSameTimeEvent extends Event {
  static readonly type = 'opus-same-time';
  constructor() {
    super(OpusSameTimeEvent.type, { bubbles: true });
  }
}

/** One of several slots at the chosen time, or none when the patient leaves it at that (P-21). Stays inside the widget. */
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
