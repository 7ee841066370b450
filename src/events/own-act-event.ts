/** What a patient can do about one of their own appointments or needs. */
export type OwnAct =
  /** Look for a new time (P-36), ask to cancel (P-37), look for a time for a need (P-38). */
  | 'move'
  | 'cancel'
  | 'recall'
  /** Do it now. */
  | 'confirm'
  /** Leave it as it is; choose another time; go back to the list. */
  | 'keep'
  | 'other-time'
  | 'to-list'
  /** The held time is to be kept longer (P-24). */
  | 'extend'
  /** Book something new. */
  | 'book';

/** The patient does something about an own appointment. Stays inside the widget. */
export class OpusOwnActEvent extends Event {
  static readonly type = 'opus-own-act';
  constructor(
    readonly act: OwnAct,
    /** Id of the appointment or need, where there are several. */
    readonly id = '',
  ) {
    super(OpusOwnActEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-own-act': OpusOwnActEvent;
  }
}
