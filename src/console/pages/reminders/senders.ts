import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Market, RecordInput, SmsSenderInput } from '../../../contract/index.js';
import { readAll } from '../../catalogue/records.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { senderWords } from './sender-words.js';

interface Senders {
  readonly companies: readonly (RecordInput<'companies'> & { readonly id: string })[];
  readonly senders: readonly (SmsSenderInput & { readonly id: string })[];
}

const markets: readonly Market[] = ['NO', 'SE', 'FI', 'DK'];

/** Companies with who their SMS come from, and in which countries that is approved (M-14). */
export class SmsSenders extends LoadedPage {
  readonly #all = new Loaded<Senders>(this);

  protected override open(): void {
    const { api } = this.console!;
    void this.#all.load(async () => {
      const [companies, senders] = await Promise.all([
        readAll(api, 'companies'),
        readAll(api, 'sms-senders'),
      ]);
      return { companies, senders };
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(senderWords);
    return html`<p class="lead">${words.lead}</p>
      ${this.renderLoaded(this.#all, (all) => this.#renderCompanies(all))}`;
  }

  #renderCompanies({ companies, senders }: Senders): TemplateResult {
    const words = this.words(senderWords);
    if (companies.length === 0) return html`<p>${words.noCompanies}</p>`;
    return html`<ul class="items">
      ${companies.map(({ id, name }) => {
        const sender = senders.find((one) => one.id === id);
        const from = [sender?.name, sender?.number].filter(Boolean).join(', ');
        const states = markets.flatMap((market) => {
          const state = sender?.approvals?.[market];
          return state ? [`${words[market]}: ${words[state].toLowerCase()}`] : [];
        });
        return html`<li class="item">
          <a href=${toHash({ page: 'reminders', parts: ['senders', id] })}>${name}</a>
          <span class="hint"
            >${from || words.standard}${states.length > 0 ? html`<br />${states.join(', ')}` : nothing}</span
          >
        </li>`;
      })}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-senders': SmsSenders;
  }
}
