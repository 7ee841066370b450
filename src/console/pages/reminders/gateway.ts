import { compareInstants } from '../../../domain/instants.js';
import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SmsGateway, SmsGatewayInput } from '../../../contract/index.js';
import { alertIcon } from '../../../theme/icons.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { newSecret, withPassword } from '../../state/new-secret.js';
import { clinicTime } from '../../words/dates.js';
import { gatewayWords } from './gateway-words.js';

type Format = SmsGatewayInput['format'];
const formats: readonly Format[] = ['own', '46elks', 'twilio'];

/** How reports and answers come in: whose format, the secret that is shown once, and when the gateway called last (M-13). */
export class SmsGatewaySection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      code {
        padding: 2px 6px;
        border-radius: 4px;
        background: var(--_accent-soft);
        overflow-wrap: anywhere;
      }

      dl {
        display: grid;
        gap: 4px;
        max-inline-size: 720px;
        margin: 0 0 20px;
      }

      dt {
        font-weight: 600;
      }

      dd {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
        margin: 0 0 12px;
      }

      h2 {
        margin-block-start: 40px;
      }

      .fields p {
        margin-block: 0 12px;
      }

      .secret {
        margin-block: 20px;
      }

      .button + .hint {
        margin-block-start: 8px;
      }
    `,
  ];

  readonly #gateway = new Loaded<SmsGateway>(this);
  /** Chosen, and not stored yet. */
  @state() private chosen: Format | undefined;
  @state() private token = '';
  /** Made by the last save: shown until the page is left. */
  @state() private shownSecret = '';

  protected override open(): void {
    if (this.reasonWithout('settings')) return;
    const { api } = this.console!;
    void this.#gateway.load(async () => (await api.call('smsGateway')).data);
  }

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    const isSendingChanged = this.renderRoot.querySelector('opus-console-sms-sending')?.isChanged;
    return this.token !== '' || this.chosen !== undefined || Boolean(isSendingChanged);
  }

  protected override render(): TemplateResult {
    const words = this.words(gatewayWords);
    const reason = this.reasonWithout('settings');
    return html`<p class="lead">${words.lead}</p>
      ${reason ? html`<p class="notice">${reason}</p>` : this.renderLoaded(this.#gateway, (gateway) => this.#renderGateway(gateway))}`;
  }

  #renderGateway(gateway: SmsGateway): TemplateResult {
    const words = this.words(gatewayWords);
    const format = this.chosen ?? gateway.format;
    return html`
      <div class="fields">
        <div class="field">
          <label for="format">${words.format}</label>
          <select
            class="control"
            id="format"
            @change=${(event: Event) => this.#choose(gateway, (event.target as HTMLSelectElement).value)}
          >
            ${gateway.format === null ? html`<option value="" ?selected=${format === null}>${words.choose}</option>` : nothing}
            ${formats.map((one) => html`<option value=${one} ?selected=${one === format}>${words[one]}</option>`)}
          </select>
        </div>
        ${format ? this.#renderSecret(gateway, format) : nothing} ${this.renderFailure()}
      </div>
      ${format ? this.#renderAddresses(gateway, format) : nothing} ${this.#renderCalls(gateway)}
      ${format && format === gateway.format && gateway.hasSecret ? this.#renderSending(gateway, format) : nothing}
    `;
  }

  #renderSending({ sending }: SmsGateway, format: Format): TemplateResult {
    return html`<opus-console-sms-sending
      .format=${format}
      .sending=${sending}
      @opus-console-sending-stored=${() => void this.#gateway.reload()}
    ></opus-console-sms-sending>`;
  }

  #choose(gateway: SmsGateway, value: string): void {
    const format = formats.find((one) => one === value);
    this.chosen = format === gateway.format ? undefined : format;
    this.token = '';
    this.shownSecret = '';
  }

  #renderSecret({ format: stored, hasSecret }: SmsGateway, format: Format): TemplateResult {
    const words = this.words(gatewayWords);
    const isStored = stored === format && hasSecret;
    return html`<div>
      <p class="hint">${words[`${format}Help`]}</p>
      <p>${isStored ? words.hasSecret : words.noSecret}</p>
      ${this.shownSecret ? this.#renderShown(format) : nothing}
      ${format === 'twilio' ? this.#renderToken() : this.#renderNew(format, isStored)}
    </div>`;
  }

  #renderShown(format: Format): TemplateResult {
    const words = this.words(gatewayWords);
    return html`<div class="notice secret" role="status">
      <p><strong>${words.shownOnce}</strong></p>
      ${format === 'own' ? html`<p>${words.secret}: <code>${this.shownSecret}</code> ${this.#renderCopy(this.shownSecret, words.secret)}</p>` : nothing}
    </div>`;
  }

  #renderNew(format: Format, isStored: boolean): TemplateResult {
    const words = this.words(gatewayWords);
    const make = () => this.#store(format, newSecret(), true);
    return html`<button class="button" type="button" ?disabled=${this.isBusy} @click=${make}>
        ${words.newSecret}
      </button>
      ${isStored ? html`<p class="hint">${words.newSecretNote}</p>` : nothing}`;
  }

  #renderToken(): TemplateResult {
    const words = this.words(gatewayWords);
    const problem = this.failure?.fields.find(({ path }) => path === 'secret');
    const save = (event: SubmitEvent) => {
      event.preventDefault();
      void this.#store('twilio', this.token, false);
    };
    return html`<form class="fields" novalidate @submit=${save}>
      <div class="field">
        <label for="token">${words.authToken}</label>
        <div class="hint" id="token-hint">${words.authTokenHint}</div>
        <input
          class="control"
          id="token"
          type="password"
          autocomplete="off"
          aria-describedby=${problem ? 'token-hint token-problem' : 'token-hint'}
          aria-invalid=${problem ? 'true' : 'false'}
          .value=${this.token}
          @input=${(event: Event) => (this.token = (event.target as HTMLInputElement).value)}
        />
        ${problem ? html`<div class="error" id="token-problem">${alertIcon}${this.problemText(problem.code)}</div>` : nothing}
      </div>
      <div class="row">
        <button class="button primary" ?disabled=${this.isBusy || this.token === ''}>
          ${this.shell.save}
        </button>
      </div>
    </form>`;
  }

  #renderAddresses({ reports, incoming }: SmsGateway, format: Format): TemplateResult {
    const words = this.words(gatewayWords);
    const secret = format === '46elks' ? this.shownSecret : '';
    const address = (label: string, url: string) => {
      const shown = secret ? withPassword(url, secret) : url;
      return html`<dt>${label}</dt>
        <dd><code>${shown}</code> ${this.#renderCopy(shown, label)}</dd>`;
    };
    return html`<h2 id="addresses">${words.addresses}</h2>
      <dl aria-labelledby="addresses">
        ${address(words.reports, reports)} ${address(words.incoming, incoming)}
      </dl>`;
  }

  #renderCopy(text: string, what: string): TemplateResult {
    const words = this.words(gatewayWords);
    const copy = async () => {
      await navigator.clipboard.writeText(text);
      this.console?.say(words.copied);
    };
    return html`<button
      class="link"
      type="button"
      aria-label="${words.copy}: ${what}"
      @click=${copy}
    >
      ${words.copy}
    </button>`;
  }

  #renderCalls({ lastCallAt, lastRefusedAt, format }: SmsGateway): TemplateResult {
    if (format === null) return html``;
    const words = this.words(gatewayWords);
    const isRefusedLast =
      lastRefusedAt !== null &&
      (lastCallAt === null || compareInstants(lastRefusedAt, lastCallAt) > 0);
    return html`<dl>
        <dt>${words.lastCall}</dt>
        <dd>${lastCallAt ? clinicTime(lastCallAt, this.language) : words.never}</dd>
        ${
          lastRefusedAt
            ? html`<dt>${words.lastRefused}</dt>
                <dd>${clinicTime(lastRefusedAt, this.language)}</dd>`
            : nothing
        }
      </dl>
      ${isRefusedLast ? html`<p class="notice">${words.refusedNote}</p>` : nothing}`;
  }

  async #store(format: Format, secret: string, isShown: boolean): Promise<void> {
    const isStored = await this.run(() =>
      this.console!.api.call('changeSmsGateway', { body: { format, secret } }),
    );
    if (!isStored) {
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.chosen = undefined;
    this.token = '';
    this.shownSecret = isShown ? secret : '';
    this.console!.say(this.words(gatewayWords).stored);
    await this.#gateway.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-gateway': SmsGatewaySection;
  }
}
