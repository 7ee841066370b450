/** The widget shows the booking, the login, or the patient's appointments. Public; carries nothing about the patient. */
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
