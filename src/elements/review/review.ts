import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Account, ChoiceStep, Slot } from '../../contract/index.js';
import { canChange } from '../../domain/booking-flow.js';
import { summarizeChoices } from '../../domain/choice-summary.js';
import { emptyDraft, type PatientDraft } from '../../domain/patient-draft.js';
import type { Part, Selection } from '../../domain/selection.js';
import { OpusBackEvent } from '../../events/back-event.js';
import {
  OpusBookEvent,
  OpusCodeEvent,
  OpusContactEvent,
  OpusResendEvent,
} from '../../events/confirm-events.js';
import { OpusGoToEvent } from '../../events/go-to-event.js';
import { dateHeadingAt, slotTimeRange } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import type { Pending } from '../../state/booking/booking-attempt.js';
import { browserToday } from '../../state/browser/browser-today.js';
import { accountContext, heldSlotContext, selectionContext } from '../../state/contexts.js';
import { actionStyles } from '../../theme/action-styles.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { renderActions } from '../action-row.js';
import { addressOf } from '../clinic-contact.js';
import { consumeContexts } from '../consume-contexts.js';
import { OpusElement } from '../opus-element.js';
import type { CodeError, ConfirmOperation } from './confirm-code.js';
import { reviewRows } from './review-rows.js';
import { styles } from './review.styles.js';

/**
 * All choices and details before booking, each with a button to change it (P-30); then, while a booking awaits it, the
 * confirmation code (P-31).
 * @element opus-review
 * @summary The confirm step: review, then code.
 * @slot - Above the review, such as a failed call.
 * @csspart heading - The step's heading.
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class Review extends OpusElement {
  static override styles = [baseStyles, buttonStyles, busyLabelStyles, actionStyles, styles];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this);

  /** The account and its catalogue; inside the widget it is provided. */
  @property({ attribute: false }) account?: Account;
  /** What is chosen; inside the widget it is provided. */
  @property({ attribute: false }) selection: Selection = {};
  /** The time that is held, with who and where; inside the widget it is provided. */
  @property({ attribute: false }) heldSlot?: Slot;
  /** The patient's form. The national ID is only shown masked. */
  @property({ attribute: false }) draft: PatientDraft = emptyDraft;
  /** The booking that awaits its code; moments are epoch milliseconds. */
  @property({ attribute: false }) pending?: Pending;
  /** What the patient waits for after pressing a button. */
  @property() busy?: ConfirmOperation;
  /** The failure with the code. */
  @property({ attribute: false }) codeError?: CodeError;

  @query('h2, opus-confirm-code') private readonly top!: HTMLElement | null;

  constructor() {
    super();
    consumeContexts(this, {
      account: accountContext,
      selection: selectionContext,
      heldSlot: heldSlotContext,
    });
  }

  /** Moves focus to the step's heading. */
  focusHeading(): void {
    this.top?.focus();
  }

  protected override render() {
    return this.pending ? this.#renderCode(this.pending) : this.#renderReview();
  }

  #renderCode(pending: Pending) {
    const when = this.#when;
    return html`<opus-confirm-code
      .account=${this.account}
      .draft=${this.draft}
      .pending=${pending}
      .busy=${this.busy}
      .error=${this.codeError}
      when=${when ? `${when.date}, ${when.time}` : ''}
      @opus-code=${(event: OpusCodeEvent) => this.dispatchEvent(new OpusCodeEvent(event.code))}
      @opus-resend=${() => this.dispatchEvent(new OpusResendEvent())}
      @opus-contact=${(event: OpusContactEvent) =>
        this.dispatchEvent(new OpusContactEvent(event.contact))}
      @opus-back=${this.#handleBack}
      ><slot></slot
    ></opus-confirm-code>`;
  }

  #renderReview() {
    const { account } = this;
    if (!account) return nothing;
    const isBusy = this.busy === 'book';
    const when = this.#when;
    return html`
      <h2 tabindex="-1" part="heading">${this.#words.term('reviewHeading')}</h2>
      <p class="lead">
        ${this.#words.term('reviewLead', account.settings.confirmation === 'code')}
      </p>
      <div class="content">
        <slot></slot>
        <div>
          ${
            when
              ? html`<div class="head">
                  <p class="when"><strong>${when.date}</strong> ${when.time}</p>
                  ${this.#renderChange('time')}
                </div>`
              : nothing
          }
          <dl>${this.#renderChoices(account)}</dl>
        </div>
        <div>
          <div class="head">
            <h3>${this.#words.term('detailsHeading')}</h3>
            ${this.#renderChange('details')}
          </div>
          <dl class="person">
            ${reviewRows(this.#words, account, this.draft, browserToday(account.timeZone)).map(
              ({ label, text }) =>
                html`<div class="row">
                  <dt>${label}</dt>
                  <dd translate="no">${text}</dd>
                </div>`,
            )}
          </dl>
        </div>
        ${renderActions(
          { text: this.#words.term('back'), handleClick: () => this.#handleBack() },
          {
            text: this.#words.term('bookTime'),
            working: this.#words.term('bookingTime'),
            isBusy,
            handleClick: () => this.#handleBook(),
          },
        )}
        <p class="visually-hidden" role="status">
          ${isBusy ? this.#words.term('bookingTime') : ''}
        </p>
      </div>
    `;
  }

  #renderChoices(account: Account) {
    const { clinic, clinician, title, treatment } = summarizeChoices(
      account,
      this.selection,
      this.#slotShown,
    );
    return [
      this.#renderChoice(
        'treatment',
        treatment?.name,
        treatment && this.#words.term('reviewMinutes', treatment.minutes),
      ),
      this.#renderChoice('clinician', clinician?.name, title),
      this.#renderChoice('clinic', clinic?.name, clinic && addressOf(clinic).join(', ')),
    ];
  }

  #renderChoice(step: ChoiceStep, name: string | undefined, fact: string | undefined) {
    if (!name) return nothing;
    return html`<div class="row">
      <dt>${this.#words.term(stepKeys[step])}</dt>
      <dd>${name}${fact ? html`<span class="quiet">${fact}</span>` : nothing}</dd>
      <dd class="change">${this.#renderChange(step)}</dd>
    </div>`;
  }

  #renderChange(part: Part) {
    const { account } = this;
    const isChoice = part !== 'details' && part !== 'confirm';
    if (!account || (isChoice && !canChange(account, this.selection, part))) return nothing;
    return html`<button
      class="link"
      type="button"
      aria-label=${this.#words.term('changeWhat', this.#words.term(stepKeys[part]))}
      @click=${() => this.dispatchEvent(new OpusGoToEvent(part))}
    >
      ${this.#words.term('change')}
    </button>`;
  }

  /** The held time, else the only one that is left at the chosen start. */
  get #slotShown(): Slot | undefined {
    const { time } = this.selection;
    return this.heldSlot ?? (time?.slots.length === 1 ? time.slots[0] : undefined);
  }

  get #when(): { date: string; time: string } | undefined {
    const { account } = this;
    const slot = this.#slotShown;
    if (!account || !slot) return undefined;
    const language = this.#words.lang();
    return {
      date: dateHeadingAt(language, slot.start, account.timeZone),
      time: slotTimeRange(language, slot, account.timeZone),
    };
  }

  #handleBack(): void {
    this.dispatchEvent(new OpusBackEvent());
  }

  #handleBook(): void {
    if (!this.busy) this.dispatchEvent(new OpusBookEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-review': Review;
  }
}
