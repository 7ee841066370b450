import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { StaffApi } from '../api/staff-api.js';
import type { StaffError } from '../api/staff-error.js';
import { RecordPage } from '../parts/record-page.js';
import { asStaffError, RecordEditor } from '../state/record-editor.js';
import type { RecordSource } from '../state/record-editor.js';
import { fill } from '../words/in-language.js';
import { newRecordId } from './record-id.js';

/** Base of the editors of one record of a list, new or stored, which can be removed. */
export abstract class RemovableRecord<T extends { name: string }> extends RecordPage<T> {
  /** Id of the record; `new` for one that is added. */
  @property({ attribute: false }) record = '';
  /** Why removing it, or something else beside its form, has failed. */
  @state() protected failed: StaffError | undefined;
  @state() private isSure = false;
  protected override readonly editor = new RecordEditor<T>(this);
  /** What a new one begins with. */
  protected abstract get initial(): T;
  /** Why it can't be changed; undefined where it can. */
  protected abstract get reason(): string | undefined;
  /** Page and section of its list, as `go` takes them. */
  protected abstract get place(): readonly [page: string, ...parts: string[]];
  /** What is said of one that something else needs. */
  protected abstract get inUse(): string;
  /** `idOf` gives the id that it is stored under. */
  protected abstract source(api: StaffApi, idOf: (name: string) => string): RecordSource<T>;
  protected abstract removeOne(api: StaffApi, id: string): Promise<unknown>;
  #id = '';
  #saves = 0;

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
    this.failed = undefined;
    const { api } = this.console!;
    // The name is that of the first attempt to store it: another attempt must not make a second one.
    const source = this.source(api, (name) => (this.#id ||= newRecordId(name)));
    if (this.isNew) this.editor.begin(source, this.initial);
    else void this.editor.open(source);
  }

  /** Does what else there is to do once it is stored. */
  protected afterSave(): void {}

  /** Asks once, and says what becomes of it. */
  protected renderRemoval(label: string, sure: string): TemplateResult | typeof nothing {
    const { stored } = this.editor;
    const failed = this.failed
      ? html`<p class="notice problem" role="alert">${this.#failedText(this.failed)}</p>`
      : nothing;
    if (!stored || this.reason !== undefined) return html`${failed}`;
    const ask = () => (this.isSure = true);
    const keep = () => (this.isSure = false);
    const { name } = stored;
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
      ${failed}
    </div>`;
  }

  #failedText(failure: StaffError): string {
    const isUsed = failure.fields.some(({ code }) => code === 'in-use');
    return isUsed ? this.inUse : this.failureText(failure);
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
    this.console!.go(...this.place);
  };

  protected override updated(): void {
    if (this.editor.saves === this.#saves) return;
    this.#saves = this.editor.saves;
    this.#tell();
    this.afterSave();
    // What was new has an address now, and is open already.
    if (!this.isNew) return;
    this.isOpenAs(this.#id);
    this.console?.go(...this.place, ...this.path);
  }

  #tell(): void {
    this.dispatchEvent(new Event('opus-console-stored', { bubbles: true }));
  }
}
