import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { HistoryEntry } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { fieldOf } from '../../state/three-way.js';
import { dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { fieldName } from './history-fields.js';
import { readNames } from './history-names.js';
import type { Somebody } from './history-names.js';
import { historyStyles } from './history-styles.js';
import { valueText } from './history-values.js';
import type { ValueNames } from './history-values.js';
import { historyWords } from './history-words.js';
import { kindWords } from './kind-words.js';

interface Pages {
  readonly entries: readonly HistoryEntry[];
  readonly next: string | undefined;
}

/** What is looked for; empty: everything. Dates are those of the account, both included. */
interface Filter {
  readonly person: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** One record, with what it is called. */
  readonly record?: { readonly id: string; readonly name: string } | undefined;
}

/** What the service made up, such as the id of an appointment. */
const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const everything: Filter = { person: '', kind: '', from: '', to: '' };

/** Who changed what, and undo (C-04). */
export class HistorySection extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, historyStyles];

  readonly #history = new Loaded<Pages>(this);
  @state() private filter = everything;
  @state() private somebody: readonly Somebody[] = [];
  /** Entries whose values were looked at. */
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private names: ReadonlyMap<string, string> = new Map();

  protected override open(): void {
    void this.#history.load(() => this.#read());
    const { api, me } = this.console!;
    // Without them ids stand in their place.
    readNames(api, me).then(
      ({ names, somebody }) => Object.assign(this, { names, somebody }),
      () => undefined,
    );
  }

  async #read(before?: string): Promise<Pages> {
    const { person, kind, from, to, record } = this.filter;
    const query = {
      before,
      person: person || undefined,
      kind: kind || undefined,
      record: record?.id,
      from: from || undefined,
      to: to ? addDays(to, 1) : undefined,
    };
    const { data } = await this.console!.api.call('history', { query });
    return { entries: data.entries, next: data.next };
  }

  protected override render(): TemplateResult {
    const words = this.words(historyWords);
    return html`
      <p class="lead">${words.historyLead}</p>
      ${this.#renderFilter()} ${this.renderFailure()}
      ${this.renderLoaded(this.#history, (pages) => this.#renderEntries(pages))}
    `;
  }

  #look(part: Partial<Filter>): void {
    this.filter = { ...this.filter, ...part };
    void this.#history.reload();
  }

  #renderFilter(): TemplateResult {
    const words = this.words(historyWords);
    const { filter } = this;
    const kinds = Object.entries(this.words(kindWords)).map(([id, name]) => ({ id, name }));
    const choose = (
      field: 'person' | 'kind',
      label: string,
      options: readonly { id: string; name: string }[],
    ) =>
      html`<div>
        <label for=${field}>${label}</label>
        <select
          class="control"
          id=${field}
          @change=${({ target }: Event) => this.#look({ [field]: (target as HTMLSelectElement).value, record: undefined })}
        >
          <option value="" ?selected=${filter[field] === ''}>${words.all}</option>
          ${options.map(({ id, name }) => html`<option value=${id} ?selected=${id === filter[field]}>${name}</option>`)}
        </select>
      </div>`;
    const day = (field: 'from' | 'to', label: string) =>
      html`<div>
        <label for=${field}>${label}</label>
        <input
          class="control"
          id=${field}
          type="date"
          .value=${filter[field]}
          @change=${({ target }: Event) => this.#look({ [field]: (target as HTMLInputElement).value })}
        />
      </div>`;
    return html`<div class="filter" role="search">
        ${choose('person', words.who, this.somebody)} ${choose('kind', words.kind, kinds)}
        ${day('from', words.from)} ${day('to', words.to)}
      </div>
      ${
        filter === everything
          ? nothing
          : html`<p class="row filtered">
              ${filter.record ? html`<strong>${fill(words.onlyOf, { name: filter.record.name })}</strong>` : nothing}
              <button class="link" type="button" @click=${this.#lookAtAll}>${words.showAll}</button>
            </p>`
      }`;
  }

  readonly #lookAtAll = () => {
    this.filter = everything;
    void this.#history.reload();
  };

  #renderEntries({ entries, next }: Pages): TemplateResult {
    const words = this.words(historyWords);
    if (entries.length === 0) {
      const isAll = this.filter === everything;
      return html`<p class="hint">${isAll ? words.noHistory : words.noneFound}</p>`;
    }
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
    // A number that nobody can read is no name.
    const id = record !== undefined && !isUuid.test(record) ? record : undefined;
    const called = name ?? this.names.get(`${entry.kind} ${record ?? ''}`) ?? id;
    const what = [this.#nameOfKind(entry.kind), called].filter(Boolean).join(': ');
    const deed = { stored: words.stored, removed: words.removed, undone: words.undid }[action];
    return html`<li class="item">
      <span>
        <strong>${what}</strong>${count === undefined ? nothing : html` (${count})`}
        <span class="hint">${actor.name || words.host} ${deed}, ${when}</span>
      </span>
      <span class="row">
        ${this.#renderSame(entry, called, what)} ${this.#renderUndo(entry, what, when)}
      </span>
      ${entry.fields.length > 0 ? this.#renderFields(entry) : nothing}
    </li>`;
  }

  /** All changes of the same record. */
  #renderSame(
    { kind, record }: HistoryEntry,
    called: string | undefined,
    what: string,
  ): TemplateResult | typeof nothing {
    if (record === undefined || record === this.filter.record?.id) return nothing;
    const words = this.words(historyWords);
    return html`<button
      class="link"
      type="button"
      @click=${() => this.#look({ kind, record: { id: record, name: called ?? what } })}
    >
      ${called === undefined ? words.allOfThis : fill(words.allOf, { name: called })}
    </button>`;
  }

  get #valueNames(): ValueNames {
    return {
      words: (table) => this.words(table),
      language: this.language,
      nameOf: (kind, id) => this.names.get(`${kind} ${id}`),
    };
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

  /** What is in it is drawn once it is opened: of a hundred changes hardly anybody reads more than a few. */
  #renderFields(entry: HistoryEntry): TemplateResult {
    const { id, fields } = entry;
    const toggle = ({ target }: Event) => {
      if (!(target as HTMLDetailsElement).open || this.opened.has(id)) return;
      this.opened = new Set([...this.opened, id]);
    };
    return html`<details @toggle=${toggle}>
      <summary>${this.words(historyWords).details}: ${fields.length}</summary>
      ${this.opened.has(id) ? this.#renderValues(entry) : nothing}
    </details>`;
  }

  #renderValues({ kind, fields, before, after }: HistoryEntry): TemplateResult {
    const words = this.words(historyWords);
    const names = this.#valueNames;
    const shown = (record: Record<string, unknown> | undefined, path: string) =>
      valueText(kind, path, fieldOf(record, path), names);
    const hasValues = before !== undefined || after !== undefined;
    if (!hasValues) {
      return html`<p>${fields.map((path) => fieldName(kind, path, names) ?? path).join(', ')}</p>`;
    }
    return html`<dl>
      ${fields.map(
        (path) =>
          html`<div class="change">
            <dt>${fieldName(kind, path, names) ?? path}</dt>
            <dd>
              <span class="hint">${words.before}</span>
              <del>${shown(before, path)}</del>
            </dd>
            <dd>
              <span class="hint">${words.after}</span>
              <ins>${shown(after, path)}</ins>
            </dd>
          </div>`,
      )}
    </dl>`;
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

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-history': HistorySection;
  }
}
