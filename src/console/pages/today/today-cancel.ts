import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TimebookEntry } from '../../../contract/index.js';
import { dialogStyles } from '../../look/dialog-styles.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { clinicTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { todayWords } from './today-words.js';

/** Asks whether the appointment of somebody who has answered NO by SMS is to be cancelled, and does it. */
export class TodayCancel extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    dialogStyles,
    css`
      .tick {
        display: flex;
        gap: 12px;
        align-items: center;
        min-block-size: 44px;
      }

      .tick input {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        margin: 0;
        accent-color: var(--_accent);
      }
    `,
  ];

  @property({ attribute: false }) entry!: TimebookEntry;
  /** Of the patient. */
  @property({ attribute: false }) name = '';
  @state() private isTold = true;

  protected override open(): void {}

  protected override render(): TemplateResult {
    const words = this.words(todayWords);
    return html`<dialog
      aria-labelledby="title"
      @close=${() => this.dispatchEvent(new Event('opus-console-closed'))}
    >
      <h2 id="title">${fill(words.cancelTitle, { name: this.name })}</h2>
      <p>${clinicTime(this.entry.start, this.language)}</p>
      <p>${words.cancelNote}</p>
      <p>
        <label class="tick"
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
          ?disabled=${this.isBusy}
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
    const query = { message: this.isTold ? ('true' as const) : undefined };
    const isDone = await this.run(() =>
      this.console!.api.call('deleteFromTimebook', { id, version, query }),
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
