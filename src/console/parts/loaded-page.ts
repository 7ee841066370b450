import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { property } from 'lit/decorators.js';
import type { StaffError } from '../api/staff-error.js';
import type { Loaded } from '../state/loaded.js';
import { asStaffError } from '../state/record-editor.js';
import { ConsoleElement } from './console-element.js';

/** Base of a page that shows what it reads, and does things to it one by one. */
export abstract class LoadedPage extends ConsoleElement {
  /** What of the page is open. */
  @property({ attribute: false }) parts: readonly string[] = [];
  /** Why the last deed failed. */
  @state() protected failure: StaffError | undefined;
  @state() protected isBusy = false;
  #isOpen = false;

  /** Reads what the page shows; called once, as soon as somebody is signed in. */
  protected abstract open(): void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#isOpen || !this.console) return;
    this.#isOpen = true;
    this.open();
  }

  /** Does something that calls the service; true when it went through. What failed is shown, nothing is lost. */
  protected async run(work: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await work();
      return true;
    } catch (error) {
      this.failure = asStaffError(error);
      this.console?.failed(this.failure);
      return false;
    } finally {
      this.isBusy = false;
    }
  }

  protected renderFailure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const problems = this.failure.fields.map(({ code }) => this.problemText(code));
    return html`<p class="notice problem" role="alert">
      ${[this.failureText(this.failure), ...new Set(problems)].join(' ')}
    </p>`;
  }

  /** What was read, or why there is nothing yet. */
  protected renderLoaded<T>(
    loaded: Loaded<T>,
    render: (value: T) => TemplateResult,
  ): TemplateResult {
    const { value, failure } = loaded;
    const problem = failure
      ? html`<div class="notice problem" role="alert">
          <p>${this.failureText(failure)}</p>
          <button class="link" type="button" @click=${() => loaded.reload()}>
            ${this.shell.retry}
          </button>
        </div>`
      : nothing;
    if (value !== undefined) return html`${problem}${render(value)}`;
    return failure
      ? html`${problem}`
      : html`<p class="hint" role="status">${this.shell.loading}</p>`;
  }
}
