import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { addDays } from '../../../domain/civil-date.js';
import { fill } from '../../words/in-language.js';
import { DialogPart } from './dialog-part.js';
import { timebookWords } from './timebook-words.js';

/** Copies a week to those that follow (A-01). */
export class CopyDialog extends DialogPart {
  /** Its Monday. */
  @property({ attribute: false }) monday = '';
  @property({ attribute: false }) clinicians: readonly string[] = [];
  @property({ attribute: false }) publishReason: string | undefined;
  @state() private weeks = 1;
  @state() private every = 1;
  @state() private exceptHolidays = true;

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    return html`<form @submit=${this.#submit}>
      <p class="hint">${words.copyHint}</p>
      <div class="pair">
        ${this.number(words.weeksAhead, 'weeks', this.weeks, 52, (weeks) => (this.weeks = weeks))}
        ${this.number(words.every, 'every', this.every, 8, (every) => (this.every = every))}
      </div>
      ${this.tick(words.exceptHolidays, this.exceptHolidays, (is) => (this.exceptHolidays = is))}
      ${this.publishReason ? html`<p class="reason">${this.publishReason}</p>` : ''}
      ${this.renderFailure()}
      <p class="row">
        <button
          class="button primary"
          type="submit"
          ?disabled=${this.isBusy || this.publishReason !== undefined}
        >
          ${words.copy}
        </button>
        <button class="link" type="button" @click=${this.close}>${words.close}</button>
      </p>
    </form>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { monday, weeks, every, exceptHolidays, clinicians } = this;
    const onto = [...Array(weeks).keys()]
      .map((week) => week + 1)
      .filter((week) => week % every === 0)
      .map((week) => addDays(monday, 7 * week));
    void this.run(async () => {
      const { data } = await this.console!.api.call('copyCalendar', {
        body: {
          ...{ from: monday, to: addDays(monday, 7), onto, what: ['working-time', 'preblocks'] },
          clinicians: [...clinicians],
          ...(exceptHolidays ? { exceptHolidays: true } : {}),
        },
      });
      const { workingTime: working, preblocks } = data;
      return fill(this.words(timebookWords).copied, { working, preblocks });
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-copy': CopyDialog;
  }
}
