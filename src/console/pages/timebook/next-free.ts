import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { NextTimes } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { whyLink } from '../../parts/why-link.js';
import { Loaded } from '../../state/loaded.js';
import { dayName } from '../../words/dates.js';
import type { Stretch } from './timebook-model.js';
import type { TimebookSettings } from './timebook-source.js';
import { timebookWords } from './timebook-words.js';

export type NextTime = NextTimes['times'][number];

/** The next times that are long enough, of one clinician or of anybody (*Søk neste ledige time*). Fires `opus-time-chosen`. */
export class NextFree extends ConsoleElement {
  @property({ attribute: false }) settings!: TimebookSettings;
  /** From whose day on it looks. */
  @property({ attribute: false }) stretch!: Stretch;
  @property({ attribute: false }) minutes = 30;
  /** Id of the treatment; empty: none. */
  @property({ attribute: false }) template = '';
  readonly #found = new Loaded<readonly NextTime[]>(this);

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const { value, failure } = this.#found;
    const isOnline = this.settings.templates.some(
      ({ id, useInBooking }) => id === this.template && useInBooking,
    );
    return html`<p class="row">
        <button class="link" type="button" @click=${() => this.#find(this.stretch.clinician)}>
          ${words.nextFree}
        </button>
        <button class="link" type="button" @click=${() => this.#find(undefined)}>
          ${words.nextFreeAny}
        </button>
      </p>
      <div role="status">
        ${failure ? html`<p class="error">${this.failureText(failure)}</p>` : nothing}
        ${
          value?.length === 0
            ? html`<p class="hint">
                ${words.noNextFree}${isOnline ? html` ${this.#why}` : nothing}
              </p>`
            : nothing
        }
        <p class="row">${value?.map((time) => this.#renderTime(time))}</p>
      </div>`;
  }

  /** Asks why there is none that day, for the treatment and the clinician. */
  get #why(): TemplateResult {
    const { date, clinician } = this.stretch;
    return whyLink({ date, treatment: this.template, clinician }, this.language);
  }

  #renderTime(time: NextTime): TemplateResult {
    const { start, clinician } = time;
    const name = this.settings.clinicians.find(({ id }) => id === clinician)?.name ?? clinician;
    return html`<button class="button small" type="button" @click=${() => this.#choose(time)}>
      ${dayName(start.slice(0, 10), this.language)} ${start.slice(11, 16)}, ${name}
    </button>`;
  }

  #find(clinician: string | undefined): void {
    const query = {
      ...(this.template ? { template: this.template } : {}),
      ...{ minutes: String(this.minutes), clinician, from: this.stretch.date },
    };
    void this.#found.load(
      async () => (await this.console!.api.call('nextTimes', { query })).data.times,
    );
  }

  #choose(time: NextTime): void {
    this.#found.value = undefined;
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('opus-time-chosen', { detail: time }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-next-free': NextFree;
  }
}
