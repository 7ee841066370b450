import type { LitElement, ReactiveController } from 'lit';

type Target = HTMLElement & Partial<Pick<LitElement, 'updateComplete'>> & { focusHeading?(): void };

/** Focuses an element's heading, where it has a method for that, else the element. */
function focusHeadingOf(target: Target): void {
  if (target.focusHeading) target.focusHeading();
  else target.focus();
}

/** Focuses an element once it has rendered. */
export async function focusRendered(target: Target | null): Promise<void> {
  await target?.updateComplete;
  if (target) focusHeadingOf(target);
}

/** Focuses what matches `selector` inside an element, once the element and the match have rendered. */
export async function focusInside(host: LitElement, selector: string): Promise<void> {
  await host.updateComplete;
  await focusRendered(host.renderRoot.querySelector<Target>(selector));
}

/** Moves focus to the view that an action of the patient brought, and holds the text of the live region. */
export class FocusController implements ReactiveController {
  /** What a screen reader is told. */
  announced = '';
  #ids: readonly string[] = [];
  #focus: (target: HTMLElement) => void = focusHeadingOf;

  constructor(protected readonly host: LitElement) {
    host.addController(this);
  }

  /** Focuses the first of these ids that is rendered, with the next update or a later one that renders it. */
  moveFocus(...ids: string[]): void {
    this.#ids = ids;
    this.#focus = focusHeadingOf;
    this.host.requestUpdate();
  }

  /** As `moveFocus`, where the element itself knows what inside it gets focus. */
  moveFocusInto(id: string, focus: (target: HTMLElement) => void): void {
    this.moveFocus(id);
    this.#focus = focus;
  }

  announce(text: string): void {
    this.announced = text;
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#ids.length > 0) void this.#move();
  }

  /** What is announced once focus has moved to an id. */
  protected announcementFor(_id: string): string {
    return '';
  }

  async #move(): Promise<void> {
    const { renderRoot } = this.host;
    const target = this.#ids
      .map((id) => renderRoot.querySelector<Target>(`#${id}`))
      .find((each) => each !== null);
    // Not loaded yet: the update that follows its definition tries again.
    if (!target || (target.localName.includes('-') && !customElements.get(target.localName)))
      return;
    this.#ids = [];
    await target.updateComplete;
    this.#focus(target);
    this.announce(this.announcementFor(target.id));
  }
}
