import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConsoleElement } from '../parts/console-element.js';
import type { Session, SessionState } from '../state/session.js';
import { fill } from '../words/in-language.js';
import { arrivalWords, signInWords } from '../words/sign-in-words.js';
import { roleWords } from '../words/shell-words.js';

/** Signing in (C-02): a code by e-mail, a chain's provider, a passkey, and in demo mode any person of the account. */
export class ConsoleSignIn extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      .ways,
      form {
        display: grid;
        gap: 20px;
      }

      .ways {
        margin-block-start: 20px;
      }

      .or {
        display: flex;
        align-items: center;
        gap: 16px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
      }

      .or::before,
      .or::after {
        flex: 1;
        block-size: 1px;
        background: var(--_line);
        content: '';
      }

      .button {
        inline-size: 100%;
      }

      .people {
        display: grid;
        gap: 8px;
      }

      .person {
        justify-content: space-between;
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) state!: SessionState;
  @property({ attribute: false }) accountName = '';
  #email = '';
  #step: string | undefined;

  protected override render(): TemplateResult {
    const { session, shell } = this;
    const { status, failure, arrivalProblem, isBusy, demoPeople } = this.state;
    return html`
      <h1>${fill(shell.signInTo, { account: this.accountName })}</h1>
      ${status === 'ended' ? html`<p class="lead">${shell.sessionEnded}</p>` : nothing}
      <div class="ways">
        ${
          arrivalProblem
            ? html`<p class="notice problem" role="alert">
                ${this.words(arrivalWords)[arrivalProblem]}
              </p>`
            : nothing
        }
        ${failure ? html`<p class="notice problem" role="alert">${this.failureText(failure)}</p>` : nothing}
        ${this.#renderStep()}
        <div class="or">${shell.or}</div>
        <button
          class="button"
          type="button"
          ?disabled=${isBusy}
          @click=${() => session.withPasskey()}
        >
          ${shell.withPasskey}
        </button>
        ${demoPeople.length > 0 ? this.#renderDemo() : nothing}
      </div>
    `;
  }

  /** What was focused is gone with its step. */
  protected override updated(): void {
    const { started, provider } = this.state;
    const step = started ? 'code' : provider ? 'provider' : 'email';
    if (this.#step !== undefined && step !== this.#step) {
      this.renderRoot.querySelector<HTMLElement>('#code, #provider, #email')?.focus();
    }
    this.#step = step;
  }

  #renderStep(): TemplateResult {
    const { started, provider } = this.state;
    if (started) return this.#renderCode();
    return provider ? this.#renderProvider(provider.name) : this.#renderEmail();
  }

  #renderEmail(): TemplateResult {
    const { shell } = this;
    const send = (event: SubmitEvent) => {
      event.preventDefault();
      this.#email = typed(event, 'email');
      void this.session.giveEmail(this.#email, this.language);
    };
    return html`<form @submit=${send}>
      <div>
        <label for="email">${shell.email}</label>
        <input
          class="control"
          id="email"
          name="email"
          type="email"
          required
          autocomplete="username webauthn"
          .value=${this.#email}
        />
      </div>
      <button class="button primary" ?disabled=${this.state.isBusy}>${shell.sendCode}</button>
    </form>`;
  }

  /** The chain's own way in; the code stays for whoever the provider does not know. */
  #renderProvider(name: string): TemplateResult {
    const { session, shell } = this;
    const words = this.words(signInWords);
    const { isBusy } = this.state;
    return html`<div class="ways">
      <p id="of-provider">${fill(words.ofProvider, { email: this.#email, name })}</p>
      <button
        class="button primary"
        id="provider"
        type="button"
        aria-describedby="of-provider"
        @click=${() => session.toProvider()}
      >
        ${fill(words.signInWith, { name })}
      </button>
      <button
        class="link"
        type="button"
        ?disabled=${isBusy}
        @click=${() => session.sendCode(this.#email, this.language)}
      >
        ${words.codeInstead}
      </button>
      <button class="link" type="button" @click=${() => session.forgetEmail()}>
        ${shell.otherAddress}
      </button>
    </div>`;
  }

  #renderCode(): TemplateResult {
    const { session, shell } = this;
    const { isBusy, failure } = this.state;
    const enter = (event: SubmitEvent) => {
      event.preventDefault();
      void session.enterCode(typed(event, 'code'));
    };
    return html`<form @submit=${enter}>
      <p role="status">${fill(shell.codeSent, { email: this.#email })}</p>
      <div>
        <label for="code">${shell.code}</label>
        <input
          class="control"
          id="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          required
          aria-invalid=${failure?.code === 'code-wrong' ? 'true' : 'false'}
        />
      </div>
      <button class="button primary" ?disabled=${isBusy}>${shell.signIn}</button>
      <button class="link" type="button" @click=${() => session.forgetEmail()}>
        ${shell.otherAddress}
      </button>
    </form>`;
  }

  #renderDemo(): TemplateResult {
    const { session, shell } = this;
    const { demoPeople, isBusy } = this.state;
    const roles = this.words(roleWords);
    return html`<div class="or">${shell.or}</div>
      <section aria-labelledby="demo">
        <h2 id="demo">${shell.demoPeople}</h2>
        <div class="people">
          ${demoPeople.map(
            (person) =>
              html`<button
                class="button person"
                type="button"
                ?disabled=${isBusy}
                @click=${() => session.asDemoPerson(person.id)}
              >
                <span>${person.name}</span>
                <span class="hint">${person.roles.map(({ role }) => roles[role]).join(', ')}</span>
              </button>`,
          )}
        </div>
      </section>`;
  }
}

/** What was typed into a field of a form. */
function typed(event: SubmitEvent, name: string): string {
  const field = (event.target as HTMLFormElement).elements.namedItem(name);
  return (field as HTMLInputElement).value.trim();
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sign-in': ConsoleSignIn;
  }
}
