import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SmsGateway, SmsGatewayInput, SmsSendingInput } from '../../../contract/index.js';
import { textField } from '../../parts/fields.js';
import type { TextSetup } from '../../parts/fields.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { sendingWords } from './sending-words.js';

type Sending = NonNullable<SmsGateway['sending']>;
type FieldName = keyof SmsSendingInput;

/** Where SMS are handed over has been stored. */
export class SendingStoredEvent extends Event {
  static readonly type = 'opus-console-sending-stored';

  constructor() {
    super(SendingStoredEvent.type, { bubbles: true, composed: true });
  }
}

/** Whether an account's SMS leave by its own gateway, and as whom (M-13). A password is written and never read. */
export class SmsSending extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      h2 {
        margin-block: 40px 8px;
      }

      section > p {
        margin-block: 0 12px;
      }

      form {
        margin-block-start: 20px;
      }

      p + .row {
        margin-block-start: 12px;
      }
    `,
  ];

  @property({ attribute: false }) format: SmsGatewayInput['format'] = 'own';
  @property({ attribute: false }) sending: Sending | null = null;
  /** What is being written; undefined: nothing. */
  @state() private draft: SmsSendingInput | undefined;

  protected override open(): void {
    // The page around has read it.
  }

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.draft !== undefined;
  }

  protected override render(): TemplateResult {
    const words = this.words(sendingWords);
    return html`<section aria-labelledby="sending">
      <h2 id="sending">${words.title}</h2>
      <p>${this.sending ? words.byOwn : words.byService}</p>
      ${this.sending && this.format !== 'own' ? html`<p class="hint">${words.lost}</p>` : nothing}
      ${this.draft ? this.#renderForm(this.draft) : this.#renderActs()}
    </section>`;
  }

  #renderActs(): TemplateResult {
    const words = this.words(sendingWords);
    const { hasPassword: _known, ...stored } = this.sending ?? {};
    return html`<div class="row">
        <button
          class="button"
          type="button"
          ?disabled=${this.isBusy}
          @click=${() => (this.draft = stored)}
        >
          ${this.sending ? words.change : words.useOwn}
        </button>
        ${
          this.sending
            ? html`<button
                class="link"
                type="button"
                ?disabled=${this.isBusy}
                @click=${() => this.#store(null)}
              >
                ${words.useService}
              </button>`
            : nothing
        }
      </div>
      ${this.renderFailure()}`;
  }

  #renderForm(draft: SmsSendingInput): TemplateResult {
    const words = this.words(sendingWords);
    const { format } = this;
    const password = this.sending?.hasPassword ? words.passwordKept : words.passwordHint;
    const save = (event: SubmitEvent) => {
      event.preventDefault();
      void this.#store(draft);
    };
    return html`<form class="fields" novalidate @submit=${save}>
      ${format === 'own' ? this.#field('url', words.url, { hint: words.urlHint, type: 'url' }) : nothing}
      ${format === '46elks' ? this.#field('user', words.elksUser) : nothing}
      ${format === 'twilio' ? this.#field('user', words.twilioUser) : nothing}
      ${format === 'twilio' ? nothing : this.#field('password', words.password, { hint: password, type: 'password' })}
      ${format === 'twilio' ? this.#field('messagingService', words.messagingService, { hint: words.messagingServiceHint }) : nothing}
      ${this.#field('from', words.from, { hint: words.fromHint })} ${this.renderFailure()}
      <div class="row">
        <button class="button primary" ?disabled=${this.isBusy}>${this.shell.save}</button>
        <button class="link" type="button" @click=${() => this.#close()}>
          ${this.shell.cancel}
        </button>
      </div>
    </form>`;
  }

  #field(
    name: FieldName,
    label: string,
    more: Pick<TextSetup, 'hint' | 'type'> = {},
  ): TemplateResult {
    return textField({
      form: {
        valueOf: () => this.draft?.[name],
        set: (_path, value) => (this.draft = { ...this.draft, [name]: value }),
        problemOf: () => this.failure?.fields.find(({ path }) => path === `sending.${name}`)?.code,
      },
      ...{ path: name, label, whenEmpty: 'absent', problemText: (code) => this.problemText(code) },
      ...more,
    });
  }

  #close(): void {
    this.draft = undefined;
    this.failure = undefined;
  }

  async #store(sending: SmsSendingInput | null): Promise<void> {
    const body = { format: this.format, sending };
    if (!(await this.run(() => this.console!.api.call('changeSmsGateway', { body })))) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.#close();
    this.console!.say(this.words(sendingWords).stored);
    this.dispatchEvent(new SendingStoredEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-sending': SmsSending;
  }
}
