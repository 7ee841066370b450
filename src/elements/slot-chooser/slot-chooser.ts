import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Account, Slot } from '../../contract/index.js';
import { OpusTakeSlotEvent } from '../../events/slot-chooser-events.js';
import { dateHeadingAt, slotTimeRange } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { accountContext } from '../../state/contexts.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { cardStyles } from '../../theme/card-styles.js';
import { tickIcon } from '../../theme/icons.js';
import { consumeContexts } from '../consume-contexts.js';
import { showModal } from '../modal.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './slot-chooser.styles.js';

/**
 * A dialog with all free slots at one start, where the patient left clinician or clinic open (P-21).
 * @element opus-slot-chooser
 * @summary Choosing among slots at the same time.
 * @csspart dialog - The whole.
 * @csspart heading - a heading
 * @csspart card - one thing to choose
 * @csspart chosen - the card that is chosen
 * @csspart button - a button
 */
export class SlotChooser extends OpusElement {
  static override styles = [baseStyles, buttonStyles, cardStyles, styles];

  readonly #words = new Localizer(this);

  /** The account and its catalogue; inside the widget it is provided. */
  @property({ attribute: false }) account?: Account;
  /** Loads the slots that begin at the chosen time. */
  @property({ attribute: false }) load: () => Promise<readonly Slot[]> = () => Promise.resolve([]);
  /** The slot that is chosen now. */
  @property({ attribute: false }) value?: Slot;

  @state() private slots?: readonly Slot[];
  @state() private isBroken = false;

  @query('dialog') private readonly dialog?: HTMLDialogElement;

  constructor() {
    super();
    consumeContexts(this, { account: accountContext });
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    if (this.dialog) showModal(this.dialog);
    this.#bring();
  }

  protected override render() {
    const { slots, isBroken, value } = this;
    const { account } = this;
    return html`<dialog part="dialog" aria-labelledby="heading" @close=${this.#handleClose}>
      <h2 id="heading" part="heading">${this.#words.term('sameTimeHeading')}</h2>
      ${
        account && value
          ? html`<p class="when">
              ${dateHeadingAt(this.#words.lang(), value.start, account.timeZone)},
              ${slotTimeRange(this.#words.lang(), value, account.timeZone)}
            </p>`
          : nothing
      }
      <div role="status" aria-busy=${slots ? 'false' : 'true'}>
        ${isBroken ? this.#renderBroken() : slots && slots.length < 2 ? this.#words.term('sameTimeNone') : nothing}
      </div>
      <ul class="cards" role="list">
        ${slots?.map((slot) => this.#renderSlot(slot))}
      </ul>
      <form method="dialog">
        <button class="button" part="button">${this.#words.term('close')}</button>
      </form>
    </dialog>`;
  }

  #renderSlot(slot: Slot): TemplateResult {
    const { clinics = [], clinicians = [], offers = [], textLanguage = '' } = this.account ?? {};
    const isChosen = slot.clinician === this.value?.clinician && slot.clinic === this.value.clinic;
    const offer = offers.find(
      ({ clinic, clinician }) => clinic === slot.clinic && clinician === slot.clinician,
    );
    const title = offer?.title;
    return html`<li
      class="card ${isChosen ? 'chosen' : ''}"
      part=${isChosen ? 'card chosen' : 'card'}
    >
      <button
        class="choose"
        type="button"
        aria-pressed=${isChosen ? 'true' : 'false'}
        @click=${() => this.#answer(slot)}
      >
        ${clinicians.find(({ id }) => id === slot.clinician)?.name}
      </button>
      <p class="facts">
        ${title ? html`<span lang=${textLanguage}>${title}</span>, ` : nothing}
        ${clinics.find(({ id }) => id === slot.clinic)?.name}
      </p>
      ${isChosen ? html`<span class="mark">${tickIcon}</span>` : nothing}
    </li>`;
  }

  #renderBroken(): TemplateResult {
    return html`<p>${this.#words.term('unreachableHeading')}</p>
      <button class="button" part="button" type="button" @click=${this.#bring}>
        ${this.#words.term('tryAgain')}
      </button>`;
  }

  readonly #bring = (): void => {
    this.isBroken = false;
    this.load().then(
      (slots) => (this.slots = slots),
      () => (this.isBroken = true),
    );
  };

  #answer(slot: Slot): void {
    this.dialog?.close();
    this.dispatchEvent(new OpusTakeSlotEvent(slot));
  }

  #handleClose(): void {
    this.dispatchEvent(new OpusTakeSlotEvent(undefined));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-slot-chooser': SlotChooser;
  }
}
