import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CalendarCheckInput } from '../../../contract/index.js';
import { weekdayNames } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { asEnd } from './dialog-part.js';
import { likelyPreblock, usualRepetition, type Kind } from './new-beginning.js';
import { NewPart } from './new-part.js';
import { intervalOf, type Repetition } from './new-requests.js';
import { timebookWords } from './timebook-words.js';

/** Working time or a preblock on a stretch of somebody's day, once or repeated (A-01, A-02). */
export class NewPlacing extends NewPart {
  @property() kind: Exclude<Kind, 'appointment'> = 'working-time';
  @state() private recall = false;
  @state() private preblock = '';
  @state() private isRepeated = false;
  @state() private repetition!: Repetition;

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { settings, clinic, stretch } = this;
    this.preblock = likelyPreblock(settings, { clinic, clinician: stretch.clinician });
    this.repetition = usualRepetition(stretch.date);
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const fields = html`
      ${
        this.kind === 'preblock'
          ? html`<opus-console-preblock-choice
              .settings=${this.settings}
              .clinician=${this.stretch.clinician}
              .clinic=${this.clinic}
              .preblock=${this.preblock}
              .overrideReason=${this.overrideReason}
              @opus-preblock-chosen=${({ detail }: CustomEvent<string>) => (this.preblock = detail)}
            ></opus-console-preblock-choice>`
          : this.tick(words.recall, this.recall, (recall) => (this.recall = recall))
      }
      ${this.tick(words.repeat, this.isRepeated, (is) => (this.isRepeated = is))}
      ${this.isRepeated ? this.#renderRepeat() : nothing}
      <opus-console-calendar-check
        .settings=${this.settings}
        .about=${this.#checked}
      ></opus-console-calendar-check>
    `;
    return this.renderForm(fields, { button: words.place });
  }

  #renderRepeat(): TemplateResult {
    const words = this.words(timebookWords);
    const { days, every, until, exceptHolidays, except } = this.repetition;
    const set = (part: Partial<Repetition>) => (this.repetition = { ...this.repetition, ...part });
    const flip = (day: number, is: boolean) =>
      set({ days: is ? [...days, day].sort() : days.filter((one) => one !== day) });
    return html`<fieldset>
        <legend>${words.weekdays}</legend>
        <div class="days">
          ${weekdayNames(this.language).map((name, index) =>
            this.tick(name, days.includes(index + 1), (is) => flip(index + 1, is)),
          )}
        </div>
      </fieldset>
      <div class="pair">
        ${this.number(words.every, 'every', every, 52, (weeks) => set({ every: weeks }))}
        ${this.date(words.until, 'until', until, (date) => set({ until: date }))}
      </div>
      ${this.tick(words.exceptHolidays, exceptHolidays, (is) => set({ exceptHolidays: is }))}
      <opus-console-date-exceptions
        .first=${this.stretch.date}
        .last=${until}
        .dates=${except}
        @opus-dates-chosen=${({ detail }: CustomEvent<readonly string[]>) => set({ except: detail })}
      ></opus-console-date-exceptions>`;
  }

  /** What is looked at before it is placed; undefined as long as it is nothing that can be. */
  get #checked(): CalendarCheckInput | undefined {
    const { kind, clock, isRepeated, repetition } = this;
    if (this.reason !== undefined || !this.isWhole) return undefined;
    const isEmpty = isRepeated && (!repetition.until || repetition.days.length === 0);
    if (isEmpty || asEnd(clock.to) <= clock.from) return undefined;
    return {
      kind: kind === 'preblock' ? 'preblocks' : 'working-time',
      place: [intervalOf(this.where, isRepeated ? repetition : undefined)],
    };
  }

  protected override async send(): Promise<string> {
    const { api } = this.console!;
    const interval = intervalOf(this.where, this.isRepeated ? this.repetition : undefined);
    const { data } =
      this.kind === 'preblock'
        ? await api.call('placePreblocks', {
            body: { placements: [{ ...interval, preblock: this.preblock }] },
          })
        : await api.call('addWorkingTime', {
            body: { intervals: [{ ...interval, recall: this.recall }] },
          });
    return fill(this.words(timebookWords).placed, { count: data.count });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-new-placing': NewPlacing;
  }
}
