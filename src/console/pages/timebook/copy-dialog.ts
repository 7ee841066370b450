import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CalendarCopy } from '../../../contract/index.js';
import { addDays, daysBetween } from '../../../domain/civil-date.js';
import { fill } from '../../words/in-language.js';
import { copyWords } from './copy-words.js';
import { DialogPart } from './dialog-part.js';
import { timebookWords } from './timebook-words.js';

/** Longest range that one copy takes, in days. */
const mostDays = 42;

/** Copies a week or another range to later weeks, or into the calendars of others (A-01). */
export class CopyDialog extends DialogPart {
  /** Of the week that is proposed. */
  @property({ attribute: false }) monday = '';
  @property({ attribute: false }) clinicians: readonly string[] = [];
  @property({ attribute: false }) publishReason: string | undefined;
  @state() private to: 'later' | 'others' = 'later';
  @state() private first: string | undefined;
  @state() private last: string | undefined;
  @state() private weeks = 1;
  @state() private every = 1;
  @state() private source: string | undefined;
  @state() private targets: readonly string[] = [];
  @state() private exceptHolidays = true;

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const copy = this.words(copyWords);
    const { from, until } = this.#range;
    return html`<form @submit=${this.#submit}>
      <p class="hint">${words.copyHint}</p>
      <div class="pair">
        ${this.date(copy.firstDay, 'first', from, (date) => (this.first = date))}
        ${this.date(copy.lastDay, 'last', addDays(until, -1), (date) => (this.last = date))}
      </div>
      ${this.choose(
        'to',
        copy.whereTo,
        [
          ['later', copy.toLater],
          ['others', copy.toOthers],
        ] as const,
        this.to,
        (to) => (this.to = to),
      )}
      ${this.to === 'later' ? this.#renderLater() : this.#renderOthers()}
      ${this.tick(words.exceptHolidays, this.exceptHolidays, (is) => (this.exceptHolidays = is))}
      <opus-console-calendar-check
        .settings=${this.settings}
        .about=${this.#copy && { kind: 'working-time' as const, copy: this.#copy }}
      ></opus-console-calendar-check>
      ${this.publishReason ? html`<p class="reason">${this.publishReason}</p>` : nothing}
      ${this.renderFailure()}
      <p class="row">
        <button
          class="button primary"
          type="submit"
          ?disabled=${this.isBusy || this.publishReason !== undefined || !this.#copy}
        >
          ${words.copy}
        </button>
        <button class="link" type="button" @click=${this.close}>${words.close}</button>
      </p>
    </form>`;
  }

  #renderLater(): TemplateResult {
    const words = this.words(timebookWords);
    return html`<div class="pair">
      ${this.number(words.weeksAhead, 'weeks', this.weeks, 52, (weeks) => (this.weeks = weeks))}
      ${this.number(words.every, 'every', this.every, 8, (every) => (this.every = every))}
    </div>`;
  }

  #renderOthers(): TemplateResult {
    const copy = this.words(copyWords);
    const { clinicians } = this.settings;
    const source = this.#source;
    const flip = (id: string, is: boolean) => {
      const others = this.targets.filter((one) => one !== id);
      this.targets = is ? [...others, id] : others;
    };
    return html`${this.select(copy.source, 'source', clinicians, source, (id) => {
        this.source = id;
        this.targets = this.targets.filter((one) => one !== id);
      })}
      <fieldset>
        <legend>${copy.targets}</legend>
        <div class="days">
          ${clinicians
            .filter(({ id }) => id !== source)
            .map(({ id, name }) =>
              this.tick(name, this.targets.includes(id), (is) => flip(id, is)),
            )}
        </div>
      </fieldset>`;
  }

  get #source(): string {
    return this.source ?? this.clinicians[0] ?? '';
  }

  /** From a date to the one after the last. */
  get #range(): { from: string; until: string } {
    const from = this.first ?? this.monday;
    const until = addDays(this.last ?? addDays(this.monday, 6), 1);
    return { from, until };
  }

  /** What is to be copied; undefined as long as it is nothing that can be. */
  get #copy(): CalendarCopy | undefined {
    const { from, until } = this.#range;
    const { weeks, every, clinicians, targets, exceptHolidays } = this;
    const days = from && this.last !== '' ? daysBetween(from, until) : 0;
    if (days < 1 || days > mostDays || this.publishReason !== undefined) return undefined;
    const what: CalendarCopy = {
      ...{ from, to: until, onto: [from], what: ['working-time', 'preblocks'] },
      ...(exceptHolidays ? { exceptHolidays: true } : {}),
    };
    if (this.to === 'others') {
      if (targets.length === 0) return undefined;
      return { ...what, clinician: this.#source, toClinicians: [...targets] };
    }
    // A range of several weeks comes again once it is over.
    const length = Math.ceil(days / 7);
    const onto = [...Array(Math.max(0, weeks)).keys()]
      .map((week) => week + 1)
      .filter((week) => week % Math.max(every, length) === 0)
      .map((week) => addDays(from, 7 * week));
    return onto.length === 0 ? undefined : { ...what, onto, clinicians: [...clinicians] };
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const body = this.#copy;
    if (!body) return;
    void this.run(async () => {
      const { data } = await this.console!.api.call('copyCalendar', { body });
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
