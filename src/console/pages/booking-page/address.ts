import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import type { Subdomain } from '../../../contract/index.js';
import { toSiteName } from '../../../contract/index.js';
import { textField } from '../../parts/fields.js';
import { NameCheck } from '../../state/name-check.js';
import { RecordEditor } from '../../state/record-editor.js';
import { subdomainSource } from '../../state/record-sources.js';
import { date } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { addressWords } from './address-words.js';
import type { Draft } from './preview-fetch.js';
import { BookingPageSection } from './section.js';

/** The name of the booking page, and what becomes of the former one (S-03). */
export class BookingPageAddress extends BookingPageSection<Subdomain> {
  static override styles: CSSResultGroup = [
    BookingPageSection.styles,
    css`
      .fields {
        margin-block: 20px 8px;
      }

      .whole {
        overflow-wrap: anywhere;
      }

      .state {
        min-block-size: 1.5em;
      }

      .state.no {
        color: var(--_error);
      }

      .effects {
        display: grid;
        gap: 8px;
        margin-block: 12px 0;
      }

      .former {
        margin: 0;
        padding-inline-start: 20px;
      }
    `,
  ];

  protected override readonly editor = new RecordEditor<Subdomain>(this);
  readonly #check = new NameCheck(this);

  protected override open(): void {
    void this.editor.open(subdomainSource(this.console!.api));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { draft, stored } = this.editor;
    if (!this.console || !draft || !stored) return;
    if (draft.name === stored.name) this.#check.clear();
    else this.#check.check(this.console.api, draft.name);
  }

  protected override toDraft(): Draft {
    return {};
  }

  protected override get recordName(): string {
    return this.words(addressWords).title;
  }

  protected override nameOf(): string {
    return this.words(addressWords).name;
  }

  protected override renderRecord(draft: Subdomain): TemplateResult {
    const words = this.words(addressWords);
    return html`<section class="section" aria-labelledby="address">
      <h2 id="address">${this.recordName}</h2>
      <p class="hint">${words.lead}</p>
      <div class="fields">
        ${textField({
          ...this.field('name', words.name, { hint: words.nameHint, reason: this.reason }),
          maxLength: 63,
        })}
        ${this.#renderState(draft)}
      </div>
      ${this.#renderChange(draft)} ${this.#renderFormer(draft)}
    </section>`;
  }

  /** Whether the name that was typed is free, said aloud too; what saving refused stands at the field. */
  #renderState(draft: Subdomain): TemplateResult {
    const words = this.words(addressWords);
    const { state } = this.#check;
    const isRefused = this.editor.problemOf('name') !== undefined;
    const text = state === undefined || isRefused ? '' : words[state];
    const isGood = state === 'free' || state === 'yours' || state === 'asking';
    return html`<p class="state ${isGood ? '' : 'no'}" role="status">
      ${fill(text, { name: toSiteName(draft.name) })}
    </p>`;
  }

  /** What saving does: to the new address and to the former one. */
  #renderChange(draft: Subdomain): TemplateResult | typeof nothing {
    const words = this.words(addressWords);
    const { stored } = this.editor;
    const name = toSiteName(draft.name);
    if (!stored || !draft.address) return nothing;
    if (name === stored.name || !name) {
      return html`<p class="whole">
        ${words.present} <a href=${this.#at(stored.name)}>${this.#at(stored.name)}</a>
      </p>`;
    }
    return html`<p class="whole">${words.future} <strong>${this.#at(name)}</strong></p>
      <ul class="hint effects">
        <li>${fill(words.leads, { address: this.#at(stored.name) })}</li>
        <li>${words.follows}</li>
        <li>${words.eid}</li>
      </ul>`;
  }

  #renderFormer({ former }: Subdomain): TemplateResult | typeof nothing {
    if (former.length === 0) return nothing;
    const words = this.words(addressWords);
    return html`<h3>${words.former}</h3>
      <ul class="former">
        ${former.map(
          ({ name, until }) =>
            html`<li class="whole">
              ${fill(words.formerUntil, { address: this.#at(name), date: date(until, this.language) })}
            </li>`,
        )}
      </ul>`;
  }

  /** The address of the page with a name; the name alone where the service does not know. */
  #at(name: string): string {
    return this.editor.stored?.address?.replace('{name}', name) ?? name;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-page-address': BookingPageAddress;
  }
}
