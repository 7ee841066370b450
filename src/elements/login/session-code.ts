import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { BookingError } from '../../api/booking-error.js';
import type { Account } from '../../contract/index.js';
import { parsePhone, type PhoneReason } from '../../domain/phone.js';
import type { OpusCodeEvent } from '../../events/confirm-events.js';
import { OpusSessionConfirmedEvent } from '../../events/session-confirmed-event.js';
import { loginWords } from '../../locales/login-words.js';
import { Localizer } from '../../locales/localizer.js';
import { nonBreaking } from '../../locales/non-breaking.js';
import { problemWords } from '../../locales/problem-words.js';
import { accountContext, sessionContext } from '../../state/contexts.js';
import type { LoginFailure } from '../../state/session/login-attempt.js';
import type { SentCode, SessionController } from '../../state/session/session-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { renderActions } from '../action-row.js';
import { renderLink } from '../buttons.js';
import { consumeContexts } from '../consume-contexts.js';
import { renderDraftField } from '../draft-form.js';
import { focusInside } from '../focus-controller.js';
import { focusProblem } from '../focus-problem.js';
import { OpusElement } from '../opus-element.js';
import { codeErrorOf } from '../code-error.js';
import { loginErrorText } from './login-error.js';
import { styles } from './login.styles.js';

/**
 * The code that a move or cancellation needs when the session was opened without one (P-43). Shown before the call, or when
 * the service answered `code-required`; afterwards `session.current.needsCode` is false.
 * @element opus-session-code
 * @summary Confirm the session with a code.
 * @fires opus-session-confirmed - Confirmed, or given up (`isConfirmed` false); stays inside the widget.
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class SessionCode extends OpusElement {
  static override styles = [baseStyles, buttonStyles, busyLabelStyles, styles];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this, loginWords);

  /** The account; inside the widget it is provided. */
  @property({ attribute: false }) account?: Account;
  /** The session that is confirmed; inside the widget it is provided. */
  @property({ attribute: false }) session?: SessionController;

  @state() private busy?: 'code' | 'resend';
  @state() private failure?: LoginFailure;
  @state() private sent?: SentCode;
  @state() private reason?: PhoneReason;

  /** Not reactive: the field shows it, and Chromium fires `change` when the form is removed while rendering. */
  #mobile = '';

  @query('h2') private readonly heading!: HTMLElement | null;

  constructor() {
    super();
    consumeContexts(this, { account: accountContext, session: sessionContext });
  }

  /** Moves focus to the heading. */
  focusHeading(): void {
    this.heading?.focus();
  }

  protected override render() {
    const { account, session, sent } = this;
    if (!account || !session) return nothing;
    const { sms, email } = sent?.sentTo ?? {};
    return html`
      <h2 tabindex="-1" part="heading">${this.#words.term('codeHeading')}</h2>
      <p class="lead">
        ${
          sent
            ? this.#words.term('codeSent', sms && nonBreaking(sms), email)
            : this.#words.term('sessionCodeLead')
        }
      </p>
      <div class="content">
        ${this.#renderFailure(account)}
        ${sent ? this.#renderCode(sent) : this.#renderStart(account)}
      </div>
    `;
  }

  #renderStart({ market }: Account) {
    const { reason: code } = this;
    const error = code ? problemWords(this.#words, market, { field: 'mobile', code }) : '';
    return html`<form
      novalidate
      @input=${this.#handleInput}
      @change=${this.#handleInput}
      @submit=${this.#handleSend}
    >
      ${
        this.#needsMobile
          ? html`<p>${this.#words.term('sessionCodeMobile')}</p>
              <p class="quiet">${this.#words.term('requiredLegend')}</p>
              ${renderDraftField(this.#words, market, { name: 'mobile', value: this.#mobile, error })}`
          : nothing
      }
      ${renderActions(this.#cancelAction, {
        text: this.#words.term('sendSessionCode'),
        working: this.#words.term('resendingCode'),
        isBusy: this.busy === 'resend',
      })}
    </form>`;
  }

  #renderCode({ resendAt, until }: SentCode) {
    return html`<opus-code-form
      label=${this.#words.term('confirmSession')}
      working=${this.#words.term('confirmingTime')}
      .busy=${this.busy}
      error=${this.failure ? codeErrorOf(this.failure, this.#words) : ''}
      .resendAt=${resendAt}
      .until=${until}
      @opus-code=${({ code }: OpusCodeEvent) => void this.#handleCode(code)}
      @opus-resend=${() => void this.#send()}
      >${renderLink(this.#cancelAction.text, this.#cancelAction.handleClick)}</opus-code-form
    >`;
  }

  #renderFailure({ clinics }: Account) {
    const { failure } = this;
    if (!failure || failure.error.kind === 'invalid' || codeErrorOf(failure, this.#words)) {
      return nothing;
    }
    return html`<opus-notice
      tone="error"
      .text=${loginErrorText(failure, this.#words)}
      .phone=${clinics[0]?.phone}
    ></opus-notice>`;
  }

  get #cancelAction() {
    return { text: this.#words.term('cancel'), handleClick: () => this.#handleCancel() };
  }

  get #needsMobile(): boolean {
    const patient = this.session?.current?.patient;
    return patient !== undefined && !patient.mobile;
  }

  /** Normalized where it is valid. */
  get #typedMobile(): string {
    const result = this.account && parsePhone(this.account.market, this.#mobile);
    return result?.ok ? result.value.e164 : this.#mobile;
  }

  async #send(): Promise<void> {
    const mobile = this.#needsMobile ? this.#typedMobile : undefined;
    await this.#attempt('resend', async (session) => {
      const request = { lang: this.#words.lang(), ...(mobile && { mobile }) };
      this.sent = await session.sendCode(request);
    });
  }

  async #attempt(
    busy: 'code' | 'resend',
    work: (session: SessionController) => Promise<void>,
  ): Promise<void> {
    if (this.busy || !this.session) return;
    this.busy = busy;
    this.failure = undefined;
    try {
      await work(this.session);
    } catch (cause) {
      if (!(cause instanceof BookingError)) throw cause;
      this.failure = { error: cause, during: busy };
    } finally {
      this.busy = undefined;
    }
  }

  #handleInput(event: Event): void {
    event.stopPropagation();
    this.#mobile = (event.target as HTMLInputElement).value;
    this.reason = undefined;
  }

  async #handleSend(event: Event): Promise<void> {
    event.preventDefault();
    const parsed = this.account && parsePhone(this.account.market, this.#mobile);
    this.reason = this.#needsMobile && parsed && !parsed.ok ? parsed.reason : undefined;
    if (this.reason) {
      await focusProblem(this, this.#words, 'opus-phone-field');
      return;
    }
    await this.#send();
    if (this.sent) await focusInside(this, 'opus-code-form');
  }

  async #handleCode(code: string): Promise<void> {
    await this.#attempt('code', (session) => session.confirm(code));
    if (!this.failure) this.dispatchEvent(new OpusSessionConfirmedEvent(true));
  }

  #handleCancel(): void {
    this.dispatchEvent(new OpusSessionConfirmedEvent(false));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-session-code': SessionCode;
  }
}
