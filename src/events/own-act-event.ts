/** What a patient can do with one of their appointments or recalls. */
export type OwnAct =
  /** Choose a new time (P-36), open the cancel dialog (P-37), choose a time for a recall (P-38). */
  | 'move'
  | 'cancel'
  | 'recall'
  /** Be told when an earlier time opens (P-48). */
  | 'alert'
  /** Confirm the move or cancellation. */
  | 'confirm'
  /** Keep the appointment; choose another time; go back to the list. */
  | 'keep'
  | 'other-time'
  | 'to-list'
  /** Hold the time longer (P-24). */
  | 'extend'
  /** Book something new. */
  | 'book';

/** The patient acts on one of their appointments or recalls. Stays inside the widget. */
export class OpusOwnActEvent extends Event {
  static readonly type = 'opus-own-act';
  constructor(
    readonly act: OwnAct,
    /** Id of the appointment or recall, where there are several. */
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
