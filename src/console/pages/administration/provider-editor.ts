import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { ProviderAddresses, ProviderCheck, StaffRight } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { RemovableRecord } from '../../catalogue/removable-record.js';
import { textField } from '../../parts/fields.js';
import { asStaffError } from '../../state/record-editor.js';
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
export abstract class ProviderEditor<T extends Provider> extends RemovableRecord<T> {
  static override styles: CSSResultGroup = [
    RemovableRecord.styles,
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

  @state() private addresses: ProviderAddresses | undefined;
  @state() private outcome: Outcome | undefined;
  @state() private hasSecret = false;
  /** What somebody needs to change it. */
  protected abstract readonly right: StaffRight;
  /** Name of its list in addresses, and in what is registered at the provider. */
  protected abstract readonly list: keyof ProviderAddresses;
  protected abstract readonly checkCall: 'checkEidProvider' | 'checkSignInProvider';
  /** Whether the service has the secret of one. */
  protected abstract readHasSecret(api: StaffApi, id: string): Promise<boolean>;
  protected abstract renderOwnFields(reason: string | undefined): TemplateResult;

  protected override get reason(): string | undefined {
    return this.reasonWithout(this.right);
  }

  protected override get place(): readonly [page: string, ...parts: string[]] {
    return ['administration', 'logins'];
  }

  protected override get path(): readonly string[] {
    return [this.list, this.recordId];
  }

  protected override get inUse(): string {
    return this.words(providerWords).stillOffered;
  }

  protected override nameOf(path: string): string {
    const words = this.words(providerWords);
    const name = { clientSecret: 'secret', nationalIdClaim: 'claim' }[path] ?? path;
    return name in words ? words[name as keyof typeof words] : path;
  }

  protected override open(): void {
    super.open();
    void this.#learn(this.console!.api);
  }

  protected override afterSave(): void {
    void this.#learn(this.console!.api);
  }

  /** Reads what is no part of the record; without it the record itself can still be changed. */
  async #learn(api: StaffApi): Promise<void> {
    try {
      this.addresses = (await api.call('providerAddresses')).data;
      this.hasSecret = this.recordId !== '' && (await this.readHasSecret(api, this.recordId));
    } catch (error) {
      this.console?.failed(asStaffError(error));
    }
  }

  protected override render(): TemplateResult {
    const words = this.words(loginsWords);
    const title = { patients: words.newPatients, staff: words.newStaff }[this.list];
    const back = toHash({ page: 'administration', parts: ['logins'] });
    const { remove, removeSurePatients, removeSureStaff } = this.words(providerWords);
    const sure = { patients: removeSurePatients, staff: removeSureStaff }[this.list];
    return html`<p><a href=${back}>‹ ${words.back}</a></p>
      <h2 class="record">${this.editor.stored?.name ?? title}</h2>
      ${super.render()}
      ${this.renderRemoval(fill(remove, { name: this.editor.stored?.name ?? '' }), sure)}`;
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(providerWords);
    const { reason } = this;
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
}
