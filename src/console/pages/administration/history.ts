import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { HistoryEntry } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { fieldOf } from '../../state/three-way.js';
import { dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { historyWords } from './history-words.js';
import { kindWords } from './kind-words.js';

interface Pages {
  readonly entries: readonly HistoryEntry[];
  readonly next: string | undefined;
}

/** Who changed what, and undo (C-04). */
export class HistorySection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .filter {
        max-inline-size: 320px;
        margin-block-end: 24px;
      }

      .items {
        max-inline-size: 960px;
      }

      details {
        flex-basis: 100%;
      }

      summary {
        min-block-size: 24px;
        color: var(--_accent-text);
        cursor: pointer;
      }

      td {
        max-inline-size: 32ch;
        overflow-wrap: anywhere;
        font-size: var(--_small);
      }
    `,
  ];

  readonly #history = new Loaded<Pages>(this);
  @state() private kind: string | undefined;

  protected override open(): void {
    void this.#history.load(() => this.#read());
  }

  async #read(before?: string): Promise<Pages> {
    const query = { before, kind: this.kind };
    const { data } = await this.console!.api.call('history', { query });
    return { entries: data.entries, next: data.next };
  }

  protected override render(): TemplateResult {
    const words = this.words(historyWords);
    const kinds = this.words(kindWords);
    const choose = (event: Event) => {
      this.kind = (event.target as HTMLSelectElement).value || undefined;
      void this.#history.reload();
    };
    return html`
      <p class="lead">${words.historyLead}</p>
      <div class="filter">
        <label for="kind">${words.kind}</label>
        <select class="control" id="kind" @change=${choose}>
          <option value="">${words.allKinds}</option>
          ${Object.entries(kinds).map(
            ([kind, name]) =>
              html`<option value=${kind} ?selected=${kind === this.kind}>${name}</option>`,
          )}
        </select>
      </div>
      ${this.renderFailure()}
      ${this.renderLoaded(this.#history, (pages) => this.#renderEntries(pages))}
    `;
  }

  #renderEntries({ entries, next }: Pages): TemplateResult {
    const words = this.words(historyWords);
    if (entries.length === 0) return html`<p class="hint">${words.noHistory}</p>`;
    return html`<ul class="items">
        ${entries.map((entry) => this.#renderEntry(entry))}
      </ul>
      ${
        next === undefined
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.#older(next)}>
              ${words.older}
            </button>`
      }`;
  }

  #renderEntry(entry: HistoryEntry): TemplateResult {
    const words = this.words(historyWords);
    const { actor, at, action, name, record, count } = entry;
    const when = dateTime(at, this.language);
    const what = [this.#nameOfKind(entry.kind), name ?? record].filter(Boolean).join(': ');
    const deed = { stored: words.stored, removed: words.removed, undone: words.undid }[action];
    return html`<li class="item">
      <span>
        <strong>${what}</strong>${count === undefined ? nothing : html` (${count})`}
        <span class="hint">${actor.name || words.host} ${deed}, ${when}</span>
      </span>
      ${this.#renderUndo(entry, what, when)}
      ${entry.fields.length > 0 ? this.#renderFields(entry) : nothing}
    </li>`;
  }

  #nameOfKind(kind: string): string {
    const kinds = this.words(kindWords);
    return kind in kinds ? kinds[kind as keyof typeof kinds] : kind;
  }

  #renderUndo(entry: HistoryEntry, what: string, when: string): TemplateResult | typeof nothing {
    const words = this.words(historyWords);
    if (entry.undoneBy !== undefined) return html`<span class="hint">${words.undone}</span>`;
    if (!entry.canUndo) return nothing;
    return html`<button
      class="link"
      type="button"
      aria-label=${fill(words.undoEntry, { what, when })}
      ?disabled=${this.isBusy}
      @click=${() => this.#undo(entry.id)}
    >
      ${words.undo}
    </button>`;
  }

  #renderFields({ fields, before, after }: HistoryEntry): TemplateResult {
    const words = this.words(historyWords);
    const shown = (record: Record<string, unknown> | undefined, path: string) => {
      const value = fieldOf(record, path);
      if (value === undefined || value === null || value === '') return '–';
      return typeof value === 'string' ? value : JSON.stringify(value);
    };
    return html`<details>
      <summary>${words.details}: ${fields.length}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.field}</th>
            <th scope="col">${words.before}</th>
            <th scope="col">${words.after}</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map(
            (path) =>
              html`<tr>
                <td>${path}</td>
                <td>${shown(before, path)}</td>
                <td>${shown(after, path)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`;
  }

  #undo(id: string): Promise<boolean> {
    return this.run(async () => {
      await this.console!.api.call('undo', { id });
      this.console!.say(this.words(historyWords).undone);
      await this.#history.reload();
    });
  }

  #older(before: string): Promise<boolean> {
    return this.run(async () => {
      const { entries, next } = await this.#read(before);
      const known = this.#history.value?.entries ?? [];
      this.#history.value = { entries: [...known, ...entries], next };
    });
  }
}
