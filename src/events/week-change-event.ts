/** The patient goes to another week of the calendar. `week` is its Monday, `YYYY-MM-DD`. Stays inside the widget. */
export class OpusWeekChangeEvent extends Event {
  static readonly type = 'opus-week-change';
  constructor(readonly week: string) {
    super(OpusWeekChangeEvent.type, { bubbles: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-week-change': OpusWeekChangeEvent;
  }
}
