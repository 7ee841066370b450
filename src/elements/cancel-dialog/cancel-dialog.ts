import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { OwnAppointment } from '../../contract/index.js';
import { OpusOwnActEvent } from '../../events/own-act-event.js';
import { whichAppointment } from '../../locales/appointment-dates.js';
import { appointmentWords } from '../../locales/appointment-words.js';
import { Localizer } from '../../locales/localizer.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabel, busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { showModal } from '../modal.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './cancel-dialog.styles.js';

/**
 * Asks for confirmation before an appointment is cancelled (P-37): a dialog that names it, the safe choice first.
 * Escape keeps the appointment; focus returns to where it was.
 * @element opus-cancel-dialog
 * @summary Asks before an appointment is cancelled.
 * @slot - A failed call.
 * @csspart dialog - The whole.
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class CancelDialog extends OpusElement {
  static override styles = [baseStyles, buttonStyles, busyLabelStyles, styles];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this, appointmentWords);
  /** The element that had focus before. */
  #focusedBefore: HTMLElement | undefined;

  @property({ attribute: false }) appointment?: OwnAppointment;
  /** IANA zone of the clinic. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';
  /** Today's date at the clinic. */
  @property() today = '';
  /** The cancellation runs. */
  @property({ type: Boolean }) busy = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#focusedBefore = deepestFocus();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog that is removed from the page does not return focus by itself.
    if (document.activeElement === document.body) this.#focusedBefore?.focus();
  }

  protected override updated(): void {
    // A second Escape closes the dialog even while the call runs: it is opened again when the call fails.
    if (this.dialog && !this.dialog.open && !this.busy) showModal(this.dialog);
  }

  protected override render() {
    const { appointment, busy } = this;
    const words = this.#words;
    if (!appointment) return nothing;
    const work = words.term('cancellingNow');
    return html`<dialog
      part="dialog"
      aria-labelledby="heading which"
      aria-describedby="text"
      @cancel=${this.#handleEscape}
      @close=${this.#handleKeep}
    >
      <h2 id="heading" part="heading">${words.term('cancelHeading')}</h2>
      <p id="which">${whichAppointment(words, appointment, this.timeZone, this.today)}</p>
      <p id="text">${words.term('cancelText')}</p>
      <slot></slot>
      <div class="actions">
        <button
          class="button primary"
          part="button primary"
          type="button"
          aria-disabled=${busy ? 'true' : 'false'}
          @click=${this.#handleKeep}
        >
          ${words.term('keepAppointment')}
        </button>
        <button
          class="button"
          part="button"
          type="button"
          aria-disabled=${busy ? 'true' : 'false'}
          @click=${this.#handleConfirm}
        >
          ${busyLabel(words.term('cancelNow'), work, busy)}
        </button>
      </div>
      <p class="visually-hidden" role="status">${busy ? work : ''}</p>
    </dialog>`;
  }

  #handleEscape(event: Event): void {
    // A call that runs cannot be taken back.
    if (this.busy) event.preventDefault();
  }

  #handleKeep(): void {
    if (!this.busy) this.dispatchEvent(new OpusOwnActEvent('keep'));
  }

  #handleConfirm(): void {
    if (!this.busy) this.dispatchEvent(new OpusOwnActEvent('confirm'));
  }
}

/** The element that has focus, inside shadow roots too. */
function deepestFocus(): HTMLElement | undefined {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) {
    ({ activeElement } = activeElement.shadowRoot);
  }
  return activeElement instanceof HTMLElement && activeElement !== document.body
    ? activeElement
    : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-cancel-dialog': CancelDialog;
  }
}
