import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Account, ChoiceStep, Slot } from '../../contract/index.js';
import { canChange } from '../../domain/booking-flow.js';
import { summarizeChoices, type ChoiceSummary } from '../../domain/choice-summary.js';
import type { Selection } from '../../domain/selection.js';
import { choiceOrder } from '../../domain/step-order.js';
import { OpusGoToEvent } from '../../events/go-to-event.js';
import { OpusSameTimeEvent } from '../../events/slot-chooser-events.js';
import { dateHeadingAt, slotTimeRange, timeAt } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import { accountContext, heldSlotContext, selectionContext } from '../../state/contexts.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { chevronIcon } from '../../theme/icons.js';
import { addressOf, renderPhone } from '../clinic-contact.js';
import { consumeContexts } from '../consume-contexts.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './choices.styles.js';

/**
 * "Your choices": what is chosen, each with a way to change it (P-04). Where the container around is narrower than
 * 480 px, a line that can be opened.
 * @element opus-choices
 * @summary Summary of what is chosen.
 * @csspart heading - "Your choices".
 */
export class Choices extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  readonly #words = new Localizer(this);

  /** The account and its catalogue; inside the widget it is provided. */
  @property({ attribute: false }) account?: Account;
  /** What is chosen so far; inside the widget it is provided. */
  @property({ attribute: false }) selection: Selection = {};
  /** The held slot, which settles clinician and clinic (P-21); inside the widget it is provided. */
  @property({ attribute: false }) heldSlot?: Slot;

  @state() private isOpen = false;

  constructor() {
    super();
    consumeContexts(this, {
      account: accountContext,
      selection: selectionContext,
      heldSlot: heldSlotContext,
    });
  }

  /** Several clinicians or clinics may be free at the chosen time, and the patient left open which (P-21). */
  get #isOneOfSeveral(): boolean {
    const { clinic, clinician, time } = this.selection;
    const isOpen = clinician?.kind === 'any' || (clinic !== undefined && clinic.kind !== 'one');
    return isOpen && time !== undefined && time.slots.length !== 1;
  }

  protected override render() {
    const { account, selection } = this;
    const heading = this.#words.term('yourChoices');
    // The code may arrive before its words.
    if (!account || !heading) return nothing;
    const chosen = summarizeChoices(account, selection, this.heldSlot);
    const steps = choiceOrder(account.settings).filter((step) => selection[step]);
    return html`<section
      aria-labelledby="heading"
      class=${steps.length === 0 ? 'empty' : this.isOpen ? 'open' : ''}
    >
      <h2 id="heading" part="heading">
        <span class="title">${heading}</span>
        ${steps.length > 0 ? this.#renderLine(account, chosen) : nothing}
      </h2>
      ${
        steps.length > 0
          ? html`<dl id="rows">${steps.map((step) => this.#renderRow(account, step, chosen))}</dl>`
          : html`<p class="quiet">${this.#words.term('noChoices')}</p>`
      }
    </section>`;
  }

  /** The one line that is shown where there is little room. */
  #renderLine(account: Account, chosen: ChoiceSummary) {
    const when = this.#when(account, chosen);
    return html`<button
      class="line"
      type="button"
      aria-expanded=${this.isOpen ? 'true' : 'false'}
      aria-controls="rows"
      @click=${this.#handleToggle}
    >
      <span>
        <span class="what">${this.#summaryOf(chosen)}</span>
        ${when ? html`<span class="quiet">${when.date}, <span class="time">${when.time}</span></span>` : nothing}
      </span>
      ${chevronIcon}
    </button>`;
  }

  #renderRow(account: Account, step: ChoiceStep, chosen: ChoiceSummary) {
    const name = this.#words.term(stepKeys[step]);
    return html`<div class="row">
      <dt class="visually-hidden">${name}</dt>
      <dd>${this.#renderValue(account, step, chosen)}</dd>
      ${
        canChange(account, this.selection, step)
          ? html`<dd class="change">
              <button
                class="link"
                type="button"
                aria-label=${this.#words.term('changeWhat', name)}
                @click=${() => this.dispatchEvent(new OpusGoToEvent(step))}
              >
                ${this.#words.term('change')}
              </button>
            </dd>`
          : nothing
      }
    </div>`;
  }

  #renderValue(account: Account, step: ChoiceStep, chosen: ChoiceSummary) {
    const lang = account.textLanguage;
    switch (step) {
      case 'clinic': {
        const { clinic } = chosen;
        if (!clinic) return html`<strong>${this.#clinicName(chosen)}</strong>`;
        return html`<strong>${clinic.name}</strong>
          ${addressOf(clinic).map((line) => html`<span class="quiet">${line}</span>`)}
          ${renderPhone(clinic.phone)}`;
      }
      case 'treatment': {
        const { treatment } = chosen;
        return treatment
          ? html`<strong lang=${lang}>${treatment.name}</strong>
              <span class="quiet">${this.#words.term('minutes', treatment.minutes)}</span>`
          : nothing;
      }
      case 'clinician': {
        const { clinician, title } = chosen;
        return html`<strong>${clinician?.name ?? this.#words.term('anyClinician')}</strong>
          ${title ? html`<span class="quiet" lang=${lang}>${title}</span>` : nothing}
          ${
            // Keeps room for the clinician's title.
            !clinician && this.selection.time ? html`<span>&nbsp;</span>` : nothing
          }
          ${this.#isOneOfSeveral ? this.#renderSameTime() : nothing}`;
      }
      case 'time': {
        const when = this.#when(account, chosen);
        return when ? html`<strong>${when.date}</strong> <span>${when.time}</span>` : nothing;
      }
    }
  }

  #renderSameTime() {
    return html`<span class=${this.heldSlot ? '' : 'waiting'}
      ><button
        class="link"
        type="button"
        @click=${() => this.dispatchEvent(new OpusSameTimeEvent())}
      >
        ${this.#words.term('sameTime')}
      </button></span
    >`;
  }

  #clinicName({ clinic, group }: ChoiceSummary): string {
    if (clinic) return clinic.name;
    return group ? this.#words.term('anyInGroup', group.name) : this.#words.term('anyClinic');
  }

  /** "Undersøkelse hos Lise Negård", or the part of it that is settled. */
  #summaryOf(chosen: ChoiceSummary): string {
    const { clinic, clinician, treatment } = chosen;
    if (treatment && clinician) {
      return this.#words.term('treatmentWith', treatment.name, clinician.name);
    }
    if (treatment && clinic) return this.#words.term('treatmentAt', treatment.name, clinic.name);
    return treatment?.name ?? clinician?.name ?? this.#clinicName(chosen);
  }

  #when({ timeZone }: Account, { start, minutes }: ChoiceSummary) {
    if (!start) return undefined;
    const language = this.#words.lang();
    return {
      date: dateHeadingAt(language, start, timeZone),
      time: minutes
        ? slotTimeRange(language, { start, minutes }, timeZone)
        : timeAt(language, start, timeZone),
    };
  }

  #handleToggle() {
    this.isOpen = !this.isOpen;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-choices': Choices;
  }
}
