import type { LitElement, ReactiveController } from 'lit';

type Target = HTMLElement & {
  focusHeading?: () => void;
  focusAppointment?: (id: string) => void;
  updateComplete?: Promise<unknown>;
};

/** Leads focus to what the patient's doing brought into view, and says what nothing in view says. */
export class PlaceFocus implements ReactiveController {
  /** What a screen reader is told. */
  announced = '';
  private requests: readonly string[] = [];
  /** The appointment that focus goes to, by id. */
  private wanted: string | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  /** Focus goes to the first of these that is there, with the next update or the one that brings it. */
  moveFocus(...ids: string[]): void {
    this.requests = ids.length > 0 ? ids : ['news', 'place'];
    this.announced = '';
    this.host.requestUpdate();
  }

  /** Focus goes to one appointment in the list. */
  leadToAppointment(id: string): void {
    this.moveFocus('place');
    this.wanted = id;
  }

  say(text: string): void {
    this.announced = text;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.requests.length > 0) void this.move();
  }

  private async move(): Promise<void> {
    const { renderRoot } = this.host;
    const target = this.requests
      .map((id) => renderRoot.querySelector<Target>(`#${id}`))
      .find((each) => each !== null);
    // Its code is still on its way: the update that brings it comes here again.
    if (!target || (target.localName.includes('-') && !customElements.get(target.localName)))
      return;
    this.requests = [];
    await target.updateComplete;
    const { wanted } = this;
    if (wanted !== undefined && target.focusAppointment) {
      this.wanted = undefined;
      target.focusAppointment(wanted);
    } else if (target.focusHeading) target.focusHeading();
    else target.focus();
  }
}
