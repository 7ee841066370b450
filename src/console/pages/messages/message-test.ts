import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MessageTextInput } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { alertIcon } from '../../../theme/icons.js';
import { fill } from '../../words/in-language.js';
import { messagesWords } from './messages-words.js';

/** Sends the draft to the person who writes it (S-06). */
export class MessageTest extends LoadedPage {
  @property({ attribute: false }) message = '';
  @property({ attribute: false }) channel: 'sms' | 'email' = 'sms';
  @property({ attribute: false }) draft: MessageTextInput | undefined;
  @state() private mobile = '';
  @state() private sentTo = '';

  protected override open(): void {}

  protected override render(): TemplateResult {
    const words = this.words(messagesWords);
    const isSms = this.channel === 'sms';
    const reason = this.reasonWithout('settings');
    const email = this.console?.me.email ?? '';
    return html`<form novalidate @submit=${this.#send}>
      <h2>${words.test}</h2>
      <div class="fields">
        <p class="hint" id="hint">
          ${isSms ? words.testSmsHint : fill(words.testEmailHint, { email })}
        </p>
        ${isSms ? this.#renderMobile() : nothing} ${this.#renderProblem()}
        <div class="row">
          <button class="button" ?disabled=${this.isBusy || reason !== undefined}>
            ${words.sendTest}
          </button>
        </div>
        ${reason ? html`<p class="reason">${reason}</p>` : nothing}
        <p role="status">${this.sentTo ? fill(words.testSent, { to: this.sentTo }) : ''}</p>
      </div>
    </form>`;
  }

  #renderMobile(): TemplateResult {
    const problem = this.failure?.fields.find(({ path }) => path === 'mobile');
    return html`<div class="field">
      <label for="mobile">${this.words(messagesWords).mobile}</label>
      <input
        class="control"
        id="mobile"
        type="tel"
        autocomplete="tel"
        aria-describedby=${problem ? 'hint problem' : 'hint'}
        aria-invalid=${problem ? 'true' : 'false'}
        .value=${this.mobile}
        @input=${(event: Event) => (this.mobile = (event.target as HTMLInputElement).value)}
      />
      ${
        problem
          ? html`<div class="error" id="problem">
              ${alertIcon}${this.problemText(problem.code)}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** What is wrong with the text itself is said beside it. */
  #renderProblem(): TemplateResult | typeof nothing {
    const isMobile = this.failure?.fields.some(({ path }) => path === 'mobile') ?? false;
    return isMobile ? nothing : this.renderFailure();
  }

  readonly #send = async (event: SubmitEvent) => {
    event.preventDefault();
    const { draft, message: id } = this;
    if (!draft) return;
    this.sentTo = '';
    const isSms = this.channel === 'sms';
    const isSent = await this.run(async () => {
      const body = { ...draft, ...(isSms ? { mobile: this.mobile } : {}) };
      const { data } = await this.console!.api.call('testMessageText', { id, body });
      this.sentTo = data.to;
    });
    if (!isSent && isSms) this.renderRoot.querySelector<HTMLElement>('#mobile')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-message-test': MessageTest;
  }
}
