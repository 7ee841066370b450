import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { StaffApi } from '../api/staff-api.js';
import type { StaffError } from '../api/staff-error.js';
import { RecordPage } from '../parts/record-page.js';
import { asStaffError, RecordEditor } from '../state/record-editor.js';
import { toHash } from '../state/route.js';
import { fill } from '../words/in-language.js';
import { catalogueStyles } from './catalogue-styles.js';
import { catalogueWords } from './catalogue-words.js';
import { newRecordId } from './record-id.js';
import { readOne, removeOne, storeOne } from './records.js';
import type { CatalogueKind } from './records.js';

/** Base of the editors of the catalogue: one record, new or stored, and its removal. */
export abstract class CatalogueEditor<T extends { name: string }> extends RecordPage<T> {
  static override styles: CSSResultGroup = [RecordPage.styles, catalogueStyles];

  /** Id of the record; `new` for one that is added. */
  @property({ attribute: false }) record = '';
  /** Place of a new one: after the last. */
  @property({ attribute: false }) nextPosition = 0;
  @state() private isSure = false;
  @state() private removalFailure: StaffError | undefined;
  protected override readonly editor = new RecordEditor<T>(this);
  protected abstract readonly kind: CatalogueKind;
  /** Name of the page and of the section in addresses. */
  protected abstract readonly page: string;
  protected abstract readonly section: string;
  /** What a new one begins with. */
  protected abstract get initial(): T;
  /** Reads what there is to choose from. */
  protected loadChoices(_api: StaffApi): Promise<void> {
    return Promise.resolve();
  }
  #id = '';
  #saves = 0;

  /** Why it can't be changed; undefined where it can. */
  protected abstract get reason(): string | undefined;

  /** Id under which it is stored; empty until a new one is. */
  protected get recordId(): string {
    return this.#id;
  }

  /** What of the section's address is this record's. */
  protected get path(): readonly string[] {
    return [this.#id];
  }

  protected get isNew(): boolean {
    return this.record === 'new';
  }

  protected override get recordName(): string {
    return this.editor.draft?.name ?? '';
  }

  protected override get opens(): string {
    return this.record;
  }

  protected override open(): void {
    this.#id = this.isNew ? '' : this.record;
    this.isSure = false;
    const { api } = this.console!;
    const source = {
      read: async () => {
        const { data, version } = await readOne(api, this.kind, this.#id);
        return { data: data as unknown as T, version };
      },
      store: (draft: T, before: T, version: string | undefined) => {
        this.#id ||= newRecordId(draft.name);
        return this.store(api, this.#id, { draft, before, version });
      },
    };
    if (this.isNew) this.editor.begin(source, this.initial);
    else void this.editor.open(source);
    // Without them there is less to choose from; the record itself is shown.
    this.loadChoices(api).catch((error: unknown) => this.console?.failed(asStaffError(error)));
  }

  /** Stores the draft under an id. */
  protected store(
    api: StaffApi,
    id: string,
    { draft, version }: { draft: T; before: T; version: string | undefined },
  ): Promise<void> {
    return storeOne(api, this.kind, id, { data: draft, version });
  }

  /** Heading with the way back, and why nothing can be changed. */
  protected renderHead(back: string, newTitle: string): TemplateResult {
    const { stored } = this.editor;
    return html`<p class="back">
        <a href=${toHash({ page: this.page, parts: [this.section] })}>‹ ${back}</a>
      </p>
      <h2>${stored?.name ?? newTitle}</h2>
      ${
        this.reason === undefined
          ? nothing
          : html`<p class="notice section" id="fixed">${this.reason}</p>`
      }`;
  }

  /** Asks once, and says what becomes of it. */
  protected renderRemoval(label: string, sure: string): TemplateResult | typeof nothing {
    if (!this.editor.stored || this.reason !== undefined) return nothing;
    const ask = () => (this.isSure = true);
    const keep = () => (this.isSure = false);
    const name = this.editor.stored.name;
    return html`<div class="removal">
      ${
        this.isSure
          ? html`<p role="alert">${fill(sure, { name })}</p>
              <div class="row">
                <button class="button" type="button" @click=${this.#remove}>
                  ${this.shell.remove}
                </button>
                <button class="link" type="button" @click=${keep}>${this.shell.cancel}</button>
              </div>`
          : html`<button class="link" type="button" @click=${ask}>${label}</button>`
      }
      ${
        this.removalFailure
          ? html`<p class="notice problem" role="alert">
              ${this.#removalText(this.removalFailure)}
            </p>`
          : nothing
      }
    </div>`;
  }

  #removalText(failure: StaffError): string {
    const isUsed = failure.fields.some(({ code }) => code === 'in-use');
    return isUsed ? this.words(catalogueWords).inUse : this.failureText(failure);
  }

  readonly #remove = async () => {
    this.removalFailure = undefined;
    try {
      await removeOne(this.console!.api, this.kind, this.#id);
    } catch (error) {
      this.removalFailure = asStaffError(error);
      this.isSure = false;
      this.console!.failed(this.removalFailure);
      return;
    }
    this.editor.reset();
    this.#tell();
    this.console!.go(this.page, this.section);
  };

  protected override updated(): void {
    if (this.editor.saves === this.#saves) return;
    this.#saves = this.editor.saves;
    this.#tell();
    // What was new has an address now, and is open already.
    if (!this.isNew) return;
    this.isOpenAs(this.#id);
    this.console?.go(this.page, this.section, ...this.path);
  }

  #tell(): void {
    this.dispatchEvent(new Event('opus-console-stored', { bubbles: true }));
  }
}
