/** A line of the error summary was chosen: focus moves to the field of that name (P-29). Stays inside the widget. */
export class OpusFieldChooseEvent extends Event {
  static readonly type = 'opus-field-choose';
  constructor(readonly field: string) {
    super(OpusFieldChooseEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-field-choose': OpusFieldChooseEvent;
  }
}
