/** The widget shows the booking, logging in, or the patient's own appointments. Public; says nothing of the patient. */
export class OpusViewChangeEvent extends Event {
  static readonly type = 'opus-view-change';
  constructor(readonly view: 'booking' | 'login' | 'appointments') {
    super(OpusViewChangeEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-view-change': OpusViewChangeEvent;
  }
}
