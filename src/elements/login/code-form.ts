import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkCode, readCode, type CodeReason } from '../../domain/confirmation-code.js';
import { OpusCodeEvent, OpusResendEvent } from '../../events/confirm-events.js';
import { loadLoginWords } from '../../locales/load-login-words.js';
import { Localizer } from '../../locales/localizer.js';
import { CountdownController } from '../../state/countdown-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabel, busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { tickIcon } from '../../theme/icons.js';
import { styles } from './login.styles.js';

/**
 * @element opus-code-form
 * @summary A code that came by SMS, and another one after a wait; part of `opus-login` and `opus-session-code`.
 * @slot - Other ways on, beside the one to a new code.
 */
export class CodeForm extends LitElement {
  static override styles = [baseStyles, buttonStyles, busyLabelStyles, styles];

  protected readonly exportedParts = new ExportedParts(this);
  private readonly words = new Localizer(this, loadLoginWords);
  private readonly resend = new CountdownController(this, () => this.resendAt);
  /** One step: it is rendered again when the code is over. */
  private readonly life = new CountdownController(this, () => this.until, 86_400_000);

  /** What the button says at rest and at work. */
  @property() label = '';
  @property() working = '';
  /** What the patient waits for after pressing a button. */
  @property() busy?: 'code' | 'resend';
  /** What is wrong with the code, in words. */
  @property() error = '';
  /** When another code can be asked for, and until when this one is good: epoch milliseconds. */
  @property({ attribute: false }) resendAt?: number;
  @property({ attribute: false }) until?: number;

  @state() private code = '';
  @state() private reason?: CodeReason;
  @state() private isSentAgain = false;

  /** Ends the wait for a code from an SMS. */
  private waiting = new AbortController();

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('opus-code-field')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.waitForSms();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.waiting.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('resendAt') === undefined) return;
    this.isSentAgain = true;
    this.reason = undefined;
    this.code = '';
    this.waiting.abort();
    void this.waitForSms();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed.has('error') && this.error) || changed.get('resendAt')) this.focus();
  }

  protected override render() {
    const isBusy = this.busy === 'code';
    return html`<form novalidate @input=${this.handleInput} @submit=${this.handleSubmit}>
        <opus-code-field
          name="code"
          label=${this.words.term('codeLabel')}
          error=${this.problem}
          .value=${this.code}
        ></opus-code-field>
        <button
          class="button primary"
          part="button primary"
          type="submit"
          aria-disabled=${isBusy ? 'true' : 'false'}
        >
          ${busyLabel(this.label, this.working, isBusy)}
        </button>
      </form>
      <div class="again">
        ${
          this.isSentAgain
            ? html`<p class="done">${tickIcon}<span>${this.words.term('codeSentAgain')}</span></p>`
            : nothing
        }
        <div class="ways">${this.renderResend()}<slot></slot></div>
      </div>
      <p class="visually-hidden" role="status">${this.status}</p>`;
  }

  private renderResend() {
    const { left } = this.resend;
    if (left) {
      const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      return html`<p class="quiet">${this.words.term('resendIn', time)}</p>`;
    }
    const isBusy = this.busy === 'resend';
    return html`<button
      class="link"
      type="button"
      aria-disabled=${isBusy ? 'true' : 'false'}
      @click=${this.handleResend}
    >
      ${busyLabel(this.words.term('resendCode'), this.words.term('resendingCode'), isBusy)}
    </button>`;
  }

  private get problem(): string {
    if (this.until !== undefined && !this.life.left) return this.words.term('loginCodeOver');
    return this.reason ? this.words.term('codeProblem', this.reason) : this.error;
  }

  /** What is going on, for those who do not see it. */
  private get status(): string {
    if (this.busy === 'code') return this.working;
    if (this.busy === 'resend') return this.words.term('resendingCode');
    return this.isSentAgain ? this.words.term('codeSentAgain') : '';
  }

  /** Where browsers can read the code from the SMS, they offer it; pressing the button stays the patient's. */
  private async waitForSms(): Promise<void> {
    if (!('OTPCredential' in window)) return;
    const { signal } = (this.waiting = new AbortController());
    const { readOneTimeCode } = await import('../../state/one-time-code.js');
    const code = signal.aborted ? undefined : await readOneTimeCode(signal);
    if (!code || signal.aborted) return;
    this.code = readCode(code);
    this.reason = undefined;
  }

  private handleInput(event: Event): void {
    event.stopPropagation();
    this.code = (event.target as HTMLInputElement).value;
    this.isSentAgain = false;
  }

  private handleSubmit(event: Event): void {
    event.preventDefault();
    if (this.busy) return;
    this.reason = checkCode(this.code);
    if (this.reason) this.focus();
    else this.dispatchEvent(new OpusCodeEvent(this.code));
  }

  private handleResend(): void {
    if (!this.busy) this.dispatchEvent(new OpusResendEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-code-form': CodeForm;
  }
}
