import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { BookingErrorKind } from '../../api/booking-error.js';
import type { Account } from '../../contract/index.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import type { PatientDraft } from '../../domain/patient-draft.js';
import { OpusBackEvent } from '../../events/back-event.js';
import { OpusContactEvent } from '../../events/confirm-events.js';
import { timeAt } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { nonBreaking } from '../../locales/non-breaking.js';
import type { Pending } from '../../state/booking/booking-attempt.js';
import { CountdownController } from '../../state/browser/countdown-controller.js';
import { actionStyles } from '../../theme/action-styles.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { renderActions } from '../action-row.js';
import { renderLink } from '../buttons.js';
import { CodeEntry, codeEntryStyles } from '../code-entry.js';
import { focusInside } from '../focus-controller.js';
import { focusProblem } from '../focus-problem.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './confirm-code.styles.js';
import type { ContactCorrection } from './contact-correction.js';

/** A failure with a code; the page shows kinds that are not about the code. */
export interface CodeError {
  readonly kind: BookingErrorKind;
  readonly triesLeft?: number | undefined;
}

/** What the patient waits for after pressing a button. */
export type ConfirmOperation = 'book' | 'code' | 'resend' | 'contact';

const contactFields = ['mobile', 'email'] as const;

/**
 * The confirmation code (P-31): where it went, the code itself, another one after a wait, another number or address.
 * @element opus-confirm-code
 * @summary Second half of the confirm step.
 * @slot - Above the code, such as a failed call.
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class ConfirmCode extends OpusElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    busyLabelStyles,
    actionStyles,
    codeEntryStyles,
    styles,
  ];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this);
  readonly #entry = new CodeEntry(this, this.#words, () => this.pending?.resendAt);
  /** Counts a single step, so that the form is rendered again when the code expires. */
  readonly #expiry = new CountdownController(this, () => this.pending?.until, 86_400_000);

  @property({ attribute: false }) account?: Account;
  @property({ attribute: false }) draft: PatientDraft = emptyDraft;
  @property({ attribute: false }) pending?: Pending;
  @property() busy?: ConfirmOperation;
  @property({ attribute: false }) error?: CodeError;
  /** Day and time that are being confirmed, in words. */
  @property() when = '';

  /** Set while the number and address are being corrected. */
  @state() private correction?: ContactCorrection;
  /** The code of the correction could not be loaded. */
  @state() private isCorrectionMissing = false;

  @query('h2') private readonly heading!: HTMLElement | null;

  override focus(): void {
    this.heading?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('pending');
    if (before && this.pending && before.resendAt !== this.pending.resendAt) {
      this.correction = undefined;
      this.#entry.startAgain();
    }
  }

  protected override updated(changed: PropertyValues): void {
    // The element that had focus may be gone: the patient goes on in the first field.
    if (changed.has('correction')) {
      void focusInside(this, this.correction ? 'form [name]' : 'opus-code-field');
    } else if (
      (changed.has('error') && this.error?.kind === 'code-wrong') ||
      (changed.get('pending') && !this.correction)
    ) {
      void focusInside(this, 'opus-code-field');
    }
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  protected override render() {
    const { account, pending } = this;
    if (!account || !pending) return nothing;
    const { sms, email } = pending.booking.sentTo;
    return html`
      <h2 tabindex="-1" part="heading">${this.#words.term('codeHeading')}</h2>
      <p class="lead">
        ${this.#words.term('codeSent', sms && nonBreaking(sms), email)}
        ${this.#words.term('codeHelp')}
      </p>
      <div class="content">
        <slot></slot>
        ${
          this.correction?.render(
            this.busy === 'contact',
            this.#handleContact,
            this.#handleCancel,
          ) ?? this.#renderForm()
        }
        <p class="visually-hidden" role="status">${this.#status}</p>
      </div>
    `;
  }

  #renderForm() {
    const entry = this.#entry;
    return html`
      <form novalidate @input=${entry.handleInput} @submit=${entry.handleSubmit}>
        <opus-code-field
          name="code"
          label=${this.#words.term('codeLabel')}
          error=${this.#codeProblem}
          .value=${entry.text}
        ></opus-code-field>
        <p class="quiet">
          ${this.when ? html`${this.when}.` : nothing}
          ${this.#expiry.left ? this.#words.term('heldUntil', this.#until) : nothing}
        </p>
        ${renderActions(
          { text: this.#words.term('back'), handleClick: () => this.#handleBack() },
          {
            text: this.#words.term('confirmTime'),
            working: this.#words.term('confirmingTime'),
            isBusy: this.busy === 'code',
          },
        )}
      </form>
      ${entry.renderAgain(
        html`${renderLink(
          this.#words.term('changeContact', this.#contactFields.includes('mobile')),
          () => this.#handleCorrect(),
        )}${
          this.isCorrectionMissing
            ? html`<p class="quiet">${this.#words.term('unreachableHeading')}</p>`
            : nothing
        }`,
      )}
    `;
  }

  get #contactFields(): readonly ('mobile' | 'email')[] {
    return contactFields.filter((field) => this.account?.settings.fields[field]);
  }

  /** Clock time at the clinic until which the time is kept (P-22). */
  get #until(): string {
    const { account, pending } = this;
    return account && pending
      ? timeAt(this.#words.lang(), pending.booking.expiresAt, account.timeZone)
      : '';
  }

  get #codeProblem(): string {
    // Any action now leads to the review, where a new code can be requested.
    if (!this.#expiry.left) return this.#words.term('codeExpiredHeading');
    if (this.#entry.reason) return this.#entry.problem;
    switch (this.error?.kind) {
      case 'code-wrong':
        return this.#words.term('codeWrong', this.error.triesLeft);
      case 'code-expired':
        return this.#words.term('codeExpiredHeading');
      case 'too-many-tries':
        return this.#words.term('tooManyTriesHeading');
      case 'rate-limited':
        return this.#words.term('rateLimitedHeading');
      default:
        return '';
    }
  }

  /** What a screen reader is told. */
  get #status(): string {
    switch (this.busy) {
      case 'code':
        return this.#words.term('confirmingTime');
      case 'resend':
        return this.#words.term('resendingCode');
      case 'contact':
        return this.#words.term('savingContact');
      default:
        if (this.isCorrectionMissing) return this.#words.term('unreachableHeading');
        return this.#entry.isSentAgain ? this.#words.term('codeSentAgain') : '';
    }
  }

  #handleBack(): void {
    this.dispatchEvent(new OpusBackEvent());
  }

  async #handleCorrect(): Promise<void> {
    try {
      const { ContactCorrection } = await import('./contact-correction.js');
      const { draft } = this;
      const words = this.#words;
      const contactFields = this.#contactFields;
      this.isCorrectionMissing = false;
      this.correction = new ContactCorrection(this, words, draft, contactFields);
    } catch {
      this.isCorrectionMissing = true;
    }
  }

  readonly #handleCancel = (): void => {
    this.correction = undefined;
  };

  readonly #handleContact = (event: Event): void => {
    event.preventDefault();
    const { correction } = this;
    if (!correction || this.busy) return;
    const checked = correction.check();
    if ('wrong' in checked) void focusProblem(this, this.#words, checked.wrong);
    else this.dispatchEvent(new OpusContactEvent(checked.contact));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-confirm-code': ConfirmCode;
  }
}
