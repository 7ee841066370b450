import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Account, ChoiceStep } from '../contract/index.js';
import { canChange } from '../domain/booking-flow.js';
import type { Choice, Selection } from '../domain/selection.js';
import { choiceOrder } from '../domain/step-order.js';
import { OpusChooseEvent } from '../events/choose-event.js';
import { OpusGoToEvent } from '../events/go-to-event.js';
import { Localizer } from '../locales/localizer.js';
import { stepKeys } from '../locales/step-words.js';
import { accountContext, selectionContext } from '../state/contexts.js';
import { baseStyles } from '../theme/base-styles.js';
import { buttonStyles } from '../theme/button-styles.js';
import { cardStyles } from '../theme/card-styles.js';
import { ExportedParts } from '../theme/exported-parts.js';
import { chevronIcon, tickIcon } from '../theme/icons.js';
import { consumeContexts } from './consume-contexts.js';
import { OpusElement } from './opus-element.js';

interface Card {
  readonly choice: Choice;
  readonly isChosen: boolean;
  /** The card "any", which spans the others and stands above them. */
  readonly isAny?: boolean;
  readonly name: string;
  /** Language of `name` where it is the account's own text. */
  readonly lang?: string;
  /** Before the name: a picture. */
  readonly media?: TemplateResult;
  /** Under the name. */
  readonly facts?: unknown;
}

/**
 * Base of the three pickers: where their choices come from, the card, and the notice where there are none (P-17).
 * @csspart heading - a heading
 * @csspart card - one thing to choose
 * @csspart chosen - the card that is chosen
 * @csspart button - a button
 */
export abstract class Picker extends OpusElement {
  static override styles: CSSResultGroup = [baseStyles, buttonStyles, cardStyles];

  protected readonly exportedParts = new ExportedParts(this);
  protected readonly words = new Localizer(this);

  /** The account and its catalogue; inside the widget it is provided. */
  @property({ attribute: false }) account?: Account;
  /** What is chosen so far; inside the widget it is provided. */
  @property({ attribute: false }) selection: Selection = {};

  /** What each card shows besides, in a line of its own; null keeps the line. The widget gives the first free time. */
  @property({ attribute: false }) factOf?: ((choice: Choice) => unknown) | null;

  constructor() {
    super();
    consumeContexts(this, { account: accountContext, selection: selectionContext });
  }

  protected abstract readonly step: ChoiceStep;

  /** Moves focus to the step's heading, for when the step comes into view. */
  focusHeading(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  protected renderHeading(heading: string): TemplateResult {
    return html`<h2 tabindex="-1" part="heading">${heading}</h2>`;
  }

  protected renderCard({
    choice,
    isChosen,
    isAny,
    name,
    lang,
    media,
    facts,
  }: Card): TemplateResult {
    return html`<li
      class="card ${isChosen ? 'chosen' : ''} ${isAny ? 'any' : ''}"
      part=${isChosen ? 'card chosen' : 'card'}
    >
      ${media ?? nothing}
      <div class="about">
        <button
          class="choose"
          type="button"
          lang=${ifDefined(lang)}
          aria-pressed=${isChosen ? 'true' : 'false'}
          @click=${() => this.dispatchEvent(new OpusChooseEvent(choice))}
        >
          ${name}
        </button>
        ${facts ?? nothing}
        ${this.factOf === undefined ? nothing : html`<p class="facts first">${this.factOf?.(choice)}</p>`}
      </div>
      <span class="mark">${isChosen ? tickIcon : chevronIcon}</span>
    </li>`;
  }

  protected renderNothing(account: Account, heading: string): TemplateResult {
    const order = choiceOrder(account.settings);
    const earlier = order
      .slice(0, order.indexOf(this.step))
      .filter((step) => this.selection[step] && canChange(account, this.selection, step))
      .pop();
    return html`<opus-notice
      .heading=${heading}
      .text=${this.words.term('nothingToChoose', earlier !== undefined)}
      .phone=${this.phoneOf(account)}
      >${
        earlier
          ? html`<button
              class="button"
              part="button"
              type="button"
              @click=${() => this.dispatchEvent(new OpusGoToEvent(earlier))}
            >
              ${this.words.term('changeWhat', this.words.term(stepKeys[earlier]))}
            </button>`
          : nothing
      }</opus-notice
    >`;
  }

  /** The chosen clinic's number, or the only one there is. */
  protected phoneOf({ clinics }: Account): string | undefined {
    const { clinic } = this.selection;
    if (clinic?.kind === 'one') return clinics.find(({ id }) => id === clinic.id)?.phone;
    return clinics.length === 1 ? clinics[0]?.phone : undefined;
  }
}
