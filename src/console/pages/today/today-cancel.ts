import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TimebookCheck, TimebookEntry } from '../../../contract/index.js';
import { choiceStyles } from '../../look/choice-styles.js';
import { dialogStyles } from '../../look/dialog-styles.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { clinicTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { timeCheckWords } from '../timebook/time-check-words.js';
import { mayOverrideAt } from '../timebook/timebook-rights.js';
import { todayWords } from './today-words.js';

/** Asks whether the appointment of somebody who has answered NO by SMS is to be cancelled, and does it. */
export class TodayCancel extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, choiceStyles, dialogStyles];

  @property({ attribute: false }) entry!: TimebookEntry;
  /** Of the patient. */
  @property({ attribute: false }) name = '';
  @state() private isTold = true;
  readonly #check = new Loaded<TimebookCheck>(this);

  protected override open(): void {
    const { id } = this.entry;
    const { api } = this.console!;
    void this.#check.load(async () => (await api.call('checkTimebook', { body: { id } })).data);
  }

  /** The patient could not cancel any more; staff with the right can, and it stands in the history (A-06). */
  get #isLate(): boolean {
    return this.#check.value?.cancelClashes.includes('deadline-passed') ?? false;
  }

  protected override render(): TemplateResult {
    const words = this.words(todayWords);
    const me = this.console?.me;
    const isKept = this.#isLate && me !== undefined && !mayOverrideAt(me, this.entry);
    const reason = isKept ? this.missing('override') : undefined;
    return html`<dialog
      class="question"
      aria-labelledby="title"
      @close=${() => this.dispatchEvent(new Event('opus-console-closed'))}
    >
      <h2 id="title">${fill(words.cancelTitle, { name: this.name })}</h2>
      <p>${clinicTime(this.entry.start, this.language)}</p>
      <p>${words.cancelNote}</p>
      ${this.#isLate ? html`<p>${this.words(timeCheckWords)['deadline-passed']}</p>` : nothing}
      ${reason ? html`<p class="reason">${reason}</p>` : nothing}
      <p>
        <label class="choice"
          ><input
            type="checkbox"
            .checked=${this.isTold}
            @change=${(event: Event) => (this.isTold = (event.target as HTMLInputElement).checked)}
          />
          ${words.tellPatient}</label
        >
      </p>
      ${this.renderFailure()}
      <p class="row">
        <button
          class="button primary"
          type="button"
          ?disabled=${this.isBusy || this.#check.isLoading || reason !== undefined}
          @click=${this.#cancel}
        >
          ${words.cancelNow}
        </button>
        <button class="button" type="button" @click=${() => this.#close()}>${words.keep}</button>
      </p>
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  readonly #cancel = async (): Promise<void> => {
    const { id, version } = this.entry;
    const query = {
      message: this.isTold ? ('true' as const) : undefined,
      override: this.#isLate ? ('deadline-passed' as const) : undefined,
    };
    const isDone = await this.run(() =>
      this.console!.api.call('deleteFromTimebook', { id, version: `"${version}"`, query }),
    );
    if (!isDone) return;
    this.console!.say(this.words(todayWords).cancelled);
    this.dispatchEvent(new Event('opus-console-cancelled'));
    this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-today-cancel': TodayCancel;
  }
}
