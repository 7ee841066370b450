import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ProviderAddresses, ProviderCheck, StaffRight } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { StaffError } from '../../api/staff-error.js';
import { newRecordId } from '../../catalogue/record-id.js';
import { textField } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import { asStaffError, RecordEditor } from '../../state/record-editor.js';
import type { RecordSource } from '../../state/record-editor.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { loginsWords, providerWords } from './logins-words.js';

/** What every provider has. */
interface Provider {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
}

type Outcome = ProviderCheck['outcome'] | 'checking';

/** Base of the editors of OpenID providers: address with a look at it, client, secret, and what to register there. */
export abstract class ProviderEditor<T extends Provider> extends RecordPage<T> {
  static override styles: CSSResultGroup = [
    RecordPage.styles,
    css`
      code {
        padding: 2px 6px;
        border-radius: 4px;
        background: var(--_accent-soft);
        overflow-wrap: anywhere;
      }

      .look {
        display: grid;
        gap: 12px;
        justify-items: start;
        margin-block-start: 12px;
      }

      .removal {
        margin-block-start: 40px;
      }

      .removal p {
        max-inline-size: 60ch;
        margin-block-end: 12px;
      }
    `,
  ];

  /** Id of the provider; `new` for one that is added. */
  @property({ attribute: false }) record = '';
  @state() private addresses: ProviderAddresses | undefined;
  @state() private outcome: Outcome | undefined;
  @state() private isSure = false;
  @state() private failed: StaffError | undefined;
  @state() private hasSecret = false;
  protected override readonly editor = new RecordEditor<T>(this);
  /** What somebody needs to change it. */
  protected abstract readonly right: StaffRight;
  /** Name of its list in addresses, and in what is registered at the provider. */
  protected abstract readonly list: keyof ProviderAddresses;
  protected abstract readonly checkCall: 'checkEidProvider' | 'checkSignInProvider';
  protected abstract get initial(): T;
  protected abstract source(api: StaffApi, idOf: (name: string) => string): RecordSource<T>;
  /** Whether the service has the secret of one. */
  protected abstract readHasSecret(api: StaffApi, id: string): Promise<boolean>;
  protected abstract removeOne(api: StaffApi, id: string): Promise<unknown>;
  protected abstract renderOwnFields(reason: string | undefined): TemplateResult;
  #id = '';
  #saves = 0;

  protected override get recordName(): string {
    return this.editor.draft?.name ?? '';
  }

  protected override nameOf(path: string): string {
    const words = this.words(providerWords);
    const name = { clientSecret: 'secret', nationalIdClaim: 'claim' }[path] ?? path;
    return name in words ? words[name as keyof typeof words] : path;
  }

  protected override get opens(): string {
    return this.record;
  }

  protected override open(): void {
    this.#id = this.record === 'new' ? '' : this.record;
    this.isSure = false;
    this.failed = undefined;
    const { api } = this.console!;
    // The name is that of the first attempt to store it: another attempt must not make a second one.
    const source = this.source(api, (name) => (this.#id ||= newRecordId(name)));
    if (this.record === 'new') this.editor.begin(source, this.initial);
    else void this.editor.open(source);
    void this.#learn(api);
  }

  /** Reads what is no part of the record; without it the record itself can still be changed. */
  async #learn(api: StaffApi): Promise<void> {
    try {
      this.addresses = (await api.call('providerAddresses')).data;
      this.hasSecret = this.#id !== '' && (await this.readHasSecret(api, this.#id));
    } catch (error) {
      this.console?.failed(asStaffError(error));
    }
  }

  protected override render(): TemplateResult {
    const words = this.words(loginsWords);
    const title = { patients: words.newPatients, staff: words.newStaff }[this.list];
    const back = toHash({ page: 'administration', parts: ['logins'] });
    return html`<p><a href=${back}>‹ ${words.back}</a></p>
      <h2>${this.editor.stored?.name ?? title}</h2>
      ${super.render()} ${this.#renderRemoval()}`;
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(providerWords);
    const reason = this.reasonWithout(this.right);
    return html`${reason === undefined ? nothing : html`<p class="notice section">${reason}</p>`}
      <div class="fields">
        ${textField({
          ...this.field('name', words.name, { hint: words.nameHint, reason }),
          ...{ required: true, maxLength: 100 },
        })}
        ${this.renderOwnFields(reason)}
        <div>
          ${textField({
            ...this.field('issuer', words.issuer, { hint: words.issuerHint, reason }),
            ...{ required: true, type: 'url', maxLength: 2000 },
          })}
          ${reason === undefined ? this.#renderLook() : nothing}
        </div>
        ${textField({
          ...this.field('clientId', words.clientId, { hint: words.clientIdHint, reason }),
          ...{ required: true, maxLength: 200 },
        })}
        ${textField({
          ...this.field('clientSecret', words.secret, { hint: this.#secretHint, reason }),
          ...{ type: 'password', maxLength: 500, whenEmpty: 'absent' },
          autocomplete: 'new-password',
        })}
        ${this.#renderAddress()}
      </div>`;
  }

  get #secretHint(): string {
    const words = this.words(providerWords);
    const { stored, draft } = this.editor;
    if (!this.hasSecret) return words.secretNone;
    const isSame = stored?.issuer === draft?.issuer && stored?.clientId === draft?.clientId;
    return isSame ? words.secretStored : words.secretLost;
  }

  #renderLook(): TemplateResult {
    const words = this.words(providerWords);
    const { outcome } = this;
    const isChecking = outcome === 'checking';
    const isWrong = outcome !== undefined && !isChecking && outcome !== 'fine';
    return html`<div class="look">
      <button class="button" type="button" ?disabled=${isChecking} @click=${this.#look}>
        ${isChecking ? words.checking : words.check}
      </button>
      <div role="status">
        ${
          outcome === undefined || isChecking
            ? nothing
            : html`<p class="notice ${isWrong ? 'problem' : ''}">${words[outcome]}</p>`
        }
      </div>
    </div>`;
  }

  readonly #look = async () => {
    const issuer = this.editor.draft?.issuer ?? '';
    this.outcome = 'checking';
    this.failed = undefined;
    try {
      const { data } = await this.console!.api.call(this.checkCall, { body: { issuer } });
      this.outcome = data.outcome;
    } catch (error) {
      this.outcome = undefined;
      const failure = asStaffError(error);
      if (failure.code === 'invalid') this.editor.refuse(failure);
      else this.failed = failure;
      this.console!.failed(failure);
    }
  };

  #renderAddress(): TemplateResult | typeof nothing {
    if (!this.addresses) return nothing;
    const words = this.words(providerWords);
    const address = this.addresses[this.list];
    const copy = async () => {
      await navigator.clipboard.writeText(address);
      this.console?.say(words.copied);
    };
    return html`<div>
      <strong id="address">${words.address}</strong>
      <p class="row">
        <code>${address}</code>
        <button class="link" type="button" aria-describedby="address" @click=${copy}>
          ${words.copy}
        </button>
      </p>
    </div>`;
  }

  #renderRemoval(): TemplateResult | typeof nothing {
    const words = this.words(providerWords);
    const { stored } = this.editor;
    const failed = this.failed
      ? html`<p class="notice problem" role="alert">${this.#failedText(this.failed)}</p>`
      : nothing;
    if (!stored || this.reasonWithout(this.right) !== undefined) return failed;
    const sure = { patients: words.removeSurePatients, staff: words.removeSureStaff }[this.list];
    const { name } = stored;
    return html`<div class="removal">
      ${
        this.isSure
          ? html`<p role="alert">${fill(sure, { name })}</p>
              <div class="row">
                <button class="button" type="button" @click=${this.#remove}>
                  ${this.shell.remove}
                </button>
                <button class="link" type="button" @click=${() => (this.isSure = false)}>
                  ${this.shell.cancel}
                </button>
              </div>`
          : html`<button class="link" type="button" @click=${() => (this.isSure = true)}>
              ${fill(words.remove, { name })}
            </button>`
      }
      ${failed}
    </div>`;
  }

  #failedText(failure: StaffError): string {
    const isUsed = failure.fields.some(({ code }) => code === 'in-use');
    return isUsed ? this.words(providerWords).stillOffered : this.failureText(failure);
  }

  readonly #remove = async () => {
    this.failed = undefined;
    try {
      await this.removeOne(this.console!.api, this.#id);
    } catch (error) {
      this.failed = asStaffError(error);
      this.isSure = false;
      this.console!.failed(this.failed);
      return;
    }
    this.editor.reset();
    this.#tell();
    this.console!.go('administration', 'logins');
  };

  protected override updated(): void {
    if (this.editor.saves === this.#saves) return;
    this.#saves = this.editor.saves;
    this.#tell();
    void this.#learn(this.console!.api);
    // What was new has an address now, and is open already.
    if (this.record !== 'new') return;
    this.isOpenAs(this.#id);
    this.console?.go('administration', 'logins', this.list, this.#id);
  }

  #tell(): void {
    this.dispatchEvent(new Event('opus-console-stored', { bubbles: true }));
  }
}
