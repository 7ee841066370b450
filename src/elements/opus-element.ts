import { LitElement } from 'lit';
import { followTranslator } from '../locales/translated-texts.js';

/**
 * Base of every element: what keeps it and the page around it apart. It renders into a frame inside the shadow root.
 * The frame is what container queries ask, since a host with size containment would have no width in a parent that is as
 * wide as what is in it; and it has the text properties that the page must not pass on (`baseStyles`).
 */
export abstract class OpusElement extends LitElement {
  /** Notes what a translator of the browser puts in the place of texts. */
  readonly #observer = new MutationObserver(followTranslator);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this.shadowRoot!, { childList: true, subtree: true });
    // Inside another of the elements, that one has done it.
    if ((this.getRootNode() as ShadowRoot).host instanceof OpusElement) return;
    this.fitToPage();
  }

  /** Elements with an account override it, since they have the code already; a part that is used alone loads it. */
  protected fitToPage(): void {
    import('../theme/fit-page.js').then(
      ({ fitPage }) => fitPage(this),
      () => undefined,
    );
  }

  protected override performUpdate(): void {
    followTranslator(this.#observer.takeRecords());
    super.performUpdate();
    // What the element itself has rendered.
    this.#observer.takeRecords();
  }

  protected override createRenderRoot(): HTMLElement {
    const root = super.createRenderRoot() as ShadowRoot;
    const frame = document.createElement('div');
    frame.className = 'frame';
    root.append(frame);
    this.renderOptions.renderBefore = null;
    return frame;
  }
}
