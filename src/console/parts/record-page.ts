import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import type { RecordEditor } from '../state/record-editor.js';
import { fill } from '../words/in-language.js';
import { ConsoleElement } from './console-element.js';
import type { FieldSetup } from './fields.js';

/**
 * Base of a page that edits one record: reading, what went wrong, what another person has changed meanwhile, and the bar that
 * saves.
 */
export abstract class RecordPage<T extends object> extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      .save-bar {
        position: sticky;
        z-index: 1;
        inset-block-end: 0;
        margin-block-start: 32px;
        padding-block: 16px;
        border-block-start: 1px solid var(--_line);
        background: var(--_paper);
      }

      .conflict {
        margin-block-start: 12px;
      }

      .conflict dt {
        font-weight: 600;
      }
    `,
  ];

  protected abstract readonly editor: RecordEditor<T>;
  /** What is edited, in words: `the settings`. */
  protected abstract get recordName(): string;
  protected abstract renderRecord(draft: T): TemplateResult;
  /** Reads what is edited: as soon as somebody is signed in, and anew for each other id. */
  protected abstract open(): void;
  #opened: string | undefined;

  /** Id of what is edited, where there are several. */
  protected get opens(): string {
    return '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.console || this.#opened === this.opens) return;
    this.#opened = this.opens;
    this.open();
  }

  /** What was new has an id now, and is open already. */
  protected isOpenAs(id: string): void {
    this.#opened = id;
  }

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.editor.isChanged;
  }

  /** Label and more of one field, bound to the record. */
  protected field(
    path: string,
    label: string,
    more: Partial<Pick<FieldSetup, 'hint' | 'reason'>> = {},
  ): FieldSetup {
    return {
      form: this.editor,
      path,
      label,
      ...more,
      problemText: (code) => this.problemText(code),
    };
  }

  protected override render(): TemplateResult {
    const { status, draft } = this.editor;
    if (status === 'loading') return html`<p class="hint" role="status">${this.shell.loading}</p>`;
    if (!draft) return this.renderFailure();
    return html`<form novalidate @submit=${this.#submit}>
      ${this.renderRecord(draft)} ${this.renderSaveBar()}
    </form>`;
  }

  protected renderFailure(): TemplateResult {
    const { failure } = this.editor;
    if (!failure) return html``;
    return html`<div class="notice problem" role="alert">
      <p>${this.failureText(failure)}</p>
      <button class="link" type="button" @click=${() => this.editor.retry()}>
        ${this.shell.retry}
      </button>
    </div>`;
  }

  protected renderSaveBar(): TemplateResult {
    const { status, failure, isChanged, conflicts, saves } = this.editor;
    const isSaving = status === 'saving';
    const message =
      failure?.code === 'version-conflict'
        ? fill(this.shell.changedMeanwhile, { name: this.recordName })
        : failure && this.failureText(failure);
    return html`<div class="save-bar">
      ${message ? html`<p class="notice problem" role="alert">${message}</p>` : nothing}
      ${conflicts.map((conflict) => this.#renderConflict(conflict))}
      <div class="row">
        <button class="button primary" ?disabled=${!isChanged || isSaving || conflicts.length > 0}>
          ${isSaving ? this.shell.saving : this.shell.save}
        </button>
        ${
          isChanged
            ? html`<button class="link" type="button" @click=${() => this.editor.reset()}>
                ${this.shell.discard}
              </button>`
            : nothing
        }
        <span class="hint" role="status">
          ${isChanged ? this.shell.unsaved : saves > 0 ? this.shell.saved : ''}
        </span>
      </div>
    </div>`;
  }

  #renderConflict({ path, mine, theirs }: RecordEditor<T>['conflicts'][number]): TemplateResult {
    const choose = (value: unknown) => () => this.editor.choose(path, value);
    return html`<fieldset class="conflict">
      <legend>${this.nameOf(path)}: ${this.shell.chooseVersion}</legend>
      <div class="row">
        <button class="button" type="button" @click=${choose(mine)}>
          ${this.shell.mine}: ${this.shown(mine, path)}
        </button>
        <button class="button" type="button" @click=${choose(theirs)}>
          ${this.shell.theirs}: ${this.shown(theirs, path)}
        </button>
      </div>
    </fieldset>`;
  }

  /** Whether what is to be saved may be: asked where saving does more than people see at once. */
  protected mayStore(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** Label of a field by its path, for conflicts. */
  protected nameOf(path: string): string {
    return path;
  }

  /** Value of a field in words, for conflicts. */
  protected shown(value: unknown, _path: string): string {
    if (value === undefined || value === null || value === '') return this.shell.empty;
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(await this.mayStore())) return;
    const isStored = await this.editor.save();
    const { failure } = this.editor;
    if (isStored) this.console?.say(this.shell.saved);
    else if (failure) this.console?.failed(failure);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}
