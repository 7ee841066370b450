import { html } from 'lit';
import { property, query } from 'lit/decorators.js';
import { OpusKeepEvent } from '../../events/keep-event.js';
import { Localizer } from '../../locales/localizer.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { keepEscape } from '../modal.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './hold-warning.styles.js';

/**
 * The hold ends soon, and the patient seems to be away (P-24, WCAG 2.2.1). It stands above the page, wherever that
 * is scrolled to, and blocks nothing. Focus moves to its button only from inside the booking or from nowhere, and back
 * again afterwards; otherwise it is only announced.
 * @element opus-hold-warning
 * @summary Asks whether to keep the held time.
 * @fires opus-keep - The patient asks to hold the time longer.
 * @csspart warning - The whole.
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class HoldWarning extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  readonly #words = new Localizer(this);
  /** The element that focus was taken from. */
  #focusedBefore: HTMLElement | undefined;

  /** Clock time of the end, in words, such as "10:42". */
  @property() until = '';

  @query('button') private readonly button!: HTMLElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#focusedBefore = this.#focusToTake();
    this.popover = 'manual';
    // Browsers without popovers show it fixed at the bottom.
    this.showPopover?.();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Focus was inside: it returns to where the patient was.
    if (document.activeElement === document.body) {
      this.#focusedBefore?.focus({ preventScroll: true });
    }
  }

  protected override firstUpdated(): void {
    if (this.#focusedBefore) this.button?.focus();
  }

  protected override render() {
    return html`<div
      class="box"
      part="warning"
      role=${this.#focusedBefore ? 'alertdialog' : 'alert'}
      aria-labelledby="heading"
      aria-describedby="text"
      @keydown=${this.#handleKeydown}
    >
      <div class="about">
        <h2 id="heading" part="heading">${this.#words.term('stillThere')}</h2>
        <p id="text">${this.#words.term('heldUntil', this.until)}</p>
      </div>
      <button class="button primary" part="button primary" type="button" @click=${this.#handleKeep}>
        ${this.#words.term('keepTime')}
      </button>
    </div>`;
  }

  /** The element that has focus, unless that is somewhere else on the page. */
  #focusToTake(): HTMLElement | undefined {
    const root = this.getRootNode();
    let active = root instanceof ShadowRoot ? root.activeElement : null;
    if (document.activeElement === document.body) active = document.body;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLElement ? active : undefined;
  }

  #handleKeep(): void {
    this.dispatchEvent(new OpusKeepEvent());
  }

  /** Escape closes it too: whoever presses a key is still there. */
  #handleKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    keepEscape(event);
    this.#handleKeep();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-hold-warning': HoldWarning;
  }
}
