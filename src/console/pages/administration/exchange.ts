import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { AccountExport, ImportAnswer } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { exchangeWords } from './exchange-words.js';
import { kindWords } from './kind-words.js';

/** All settings as one file, and taking such a file in (S-08, C-12). */
export class ExchangeSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      table {
        max-inline-size: 720px;
      }
    `,
  ];

  /** A chosen file and what it would change. */
  @state() private chosen: { document: AccountExport; answer: ImportAnswer } | undefined;
  /** Why the chosen file is none that can be taken in. */
  @state() private refusal: 'notAnExport' | 'otherVersion' | undefined;
  @state() private isDone = false;

  protected override open(): void {}

  protected override render(): TemplateResult {
    const words = this.words(exchangeWords);
    return html`
      <section class="section">
        <p class="lead">${words.exportLead}</p>
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#download}>
          ${words.download}
        </button>
      </section>
      <section class="section" aria-labelledby="import">
        <h2 id="import">${words.importTitle}</h2>
        <p class="lead">${words.importLead}</p>
        <label class="button">
          ${words.chooseFile}
          <input
            class="visually-hidden"
            type="file"
            accept="application/json,.json"
            @change=${this.#choose}
          />
        </label>
        <div role="status">
          ${this.isDone ? html`<p class="notice">${words.takenIn}</p>` : nothing}
        </div>
        ${
          this.refusal
            ? html`<p class="notice problem" role="alert">${words[this.refusal]}</p>`
            : this.renderFailure()
        }
        ${this.chosen ? this.#renderDifferences(this.chosen.answer) : nothing}
      </section>
    `;
  }

  #renderDifferences({ differences }: ImportAnswer): TemplateResult {
    const words = this.words(exchangeWords);
    const kinds = this.words(kindWords);
    if (differences.length === 0) return html`<p class="notice">${words.noDifferences}</p>`;
    return html`<h3>${words.differences}</h3>
      <table>
        <tbody>
          ${differences.map(
            ({ kind, id, what, fields }) =>
              html`<tr>
                <th scope="row">
                  ${kind in kinds ? kinds[kind as keyof typeof kinds] : kind}${id ? `: ${id}` : ''}
                </th>
                <td>${words[what]}</td>
                <td class="hint">${fields.join(', ')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="row">
        <button
          class="button primary"
          type="button"
          ?disabled=${this.isBusy}
          @click=${this.#takeIn}
        >
          ${words.takeIn}
        </button>
        <button class="link" type="button" @click=${() => (this.chosen = undefined)}>
          ${this.shell.cancel}
        </button>
      </p>`;
  }

  readonly #download = () =>
    this.run(async () => {
      const { api } = this.console!;
      const { data } = await api.call('exportAccount');
      const file = new Blob([JSON.stringify(data, undefined, 2)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${api.account}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    });

  readonly #choose = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    this.chosen = undefined;
    this.isDone = false;
    const document = parse(await file.text());
    this.failure = undefined;
    this.refusal = document ? undefined : 'notAnExport';
    if (!document) return;
    await this.run(async () => {
      const { data } = await this.console!.api.call('importAccount', {
        body: { document, dryRun: true },
      });
      this.chosen = { document, answer: data };
    });
    if (this.#isOfOtherVersion) this.refusal = 'otherVersion';
  };

  get #isOfOtherVersion(): boolean {
    return this.failure?.fields.some(({ path }) => path === 'document.version') ?? false;
  }

  readonly #takeIn = () =>
    this.run(async () => {
      await this.console!.api.call('importAccount', { body: { document: this.chosen!.document } });
      this.chosen = undefined;
      this.isDone = true;
    });
}

/** A file's text as an export; undefined for what is none. Whether it is right in all its parts the service says. */
function parse(text: string): AccountExport | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isExport = typeof value === 'object' && value !== null && 'version' in value;
    return isExport ? (value as AccountExport) : undefined;
  } catch {
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-exchange': ExchangeSection;
  }
}
