import { html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { loginWords } from '../../locales/login-words.js';
import { Localizer } from '../../locales/localizer.js';
import { CountdownController } from '../../state/browser/countdown-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { busyLabelStyles } from '../../theme/busy-label.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { ExportedParts } from '../../theme/exported-parts.js';
import { renderPrimary } from '../action-row.js';
import { CodeEntry, codeEntryStyles } from '../code-entry.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './login.styles.js';

/**
 * @element opus-code-form
 * @summary A code that came by SMS, and another one after a wait; part of `opus-login` and `opus-session-code`.
 * @slot - Other ways on, beside the one to a new code.
 */
export class CodeForm extends OpusElement {
  static override styles = [baseStyles, buttonStyles, busyLabelStyles, codeEntryStyles, styles];

  protected readonly exportedParts = new ExportedParts(this);
  readonly #words = new Localizer(this, loginWords);
  readonly #entry = new CodeEntry(this, this.#words, () => this.resendAt);
  /** Counts a single step, so that the form is rendered again when the code expires. */
  readonly #expiry = new CountdownController(this, () => this.until, 86_400_000);

  /** The button's text, and its text while the code is checked. */
  @property() label = '';
  @property() working = '';
  /** What the patient waits for after pressing a button. */
  @property() busy?: 'code' | 'resend';
  /** What is wrong with the code, in words. */
  @property() error = '';
  /** When another code can be requested, and when this one expires: epoch milliseconds. */
  @property({ attribute: false }) resendAt?: number;
  @property({ attribute: false }) until?: number;

  override focus(): void {
    this.#entry.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('resendAt') !== undefined) this.#entry.startAgain();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed.has('error') && this.error) || changed.get('resendAt')) this.focus();
  }

  protected override render() {
    const entry = this.#entry;
    return html`<form novalidate @input=${entry.handleInput} @submit=${entry.handleSubmit}>
        <opus-code-field
          name="code"
          label=${this.#words.term('codeLabel')}
          error=${this.#problem}
          .value=${entry.text}
        ></opus-code-field>
        ${renderPrimary({ text: this.label, working: this.working, isBusy: this.busy === 'code' })}
      </form>
      ${entry.renderAgain(html`<slot></slot>`)}
      <p class="visually-hidden" role="status">${this.#status}</p>`;
  }

  get #problem(): string {
    if (this.until !== undefined && !this.#expiry.left) return this.#words.term('loginCodeOver');
    return this.#entry.reason ? this.#entry.problem : this.error;
  }

  /** What a screen reader is told. */
  get #status(): string {
    if (this.busy === 'code') return this.working;
    if (this.busy === 'resend') return this.#words.term('resendingCode');
    return this.#entry.isSentAgain ? this.#words.term('codeSentAgain') : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-code-form': CodeForm;
  }
}
