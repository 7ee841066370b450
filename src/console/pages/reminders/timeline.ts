import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language, Reminders, ReminderTimeline } from '../../../contract/index.js';
import { compareInstants } from '../../../domain/instants.js';
import { addDays, weekday } from '../../../domain/civil-date.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import { formatInstant, toClockTime, toInstant } from '../../../domain/clock-time.js';
import type { StaffError } from '../../api/staff-error.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { Latest } from '../../state/latest.js';
import { clinicTime } from '../../words/dates.js';
import { languageName } from '../../words/language-name.js';
import { exceptionWords } from './exception-words.js';
import type { ReminderWorld } from './reminder-source.js';
import { remindersWords } from './reminders-words.js';
import { timelineWords } from './timeline-words.js';

/** What the answer depends on. */
const asked = new Set([
  'policy',
  'world',
  'date',
  'clock',
  'clinic',
  'clinician',
  'patientLanguage',
]);
/** An ordinary length, minutes. */
const length = 30;

/** A Wednesday, as in the manual, at least a week ahead, so that nothing would be late. */
const someWednesday = (today: CivilDate): CivilDate =>
  addDays(today, 7 + ((10 - weekday(today)) % 7));

/** When each message leaves for an appointment that somebody thinks of, with settings that are not saved yet (M-16). */
export class ReminderTimelineElement extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      :host {
        display: block;
        margin-block-end: 40px;
      }

      .when {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: 12px;
        margin-block: 12px 20px;
      }

      .when label {
        font-weight: 400;
      }

      ol {
        display: grid;
        gap: 20px;
        margin: 0;
        padding-inline-start: 20px;
        border-inline-start: 2px solid var(--_line);
        list-style: none;
      }

      li {
        position: relative;
      }

      li::before {
        position: absolute;
        inset-block-start: 0.4em;
        inset-inline-start: -27px;
        inline-size: 12px;
        block-size: 12px;
        border: 2px solid var(--_accent-border);
        border-radius: 50%;
        background: var(--_paper);
        content: '';
      }

      li.start::before {
        background: var(--_accent-border);
      }

      li.left-out {
        color: var(--_ink-quiet);
      }

      li.left-out .at {
        text-decoration: line-through;
      }

      .at {
        display: block;
        font-weight: 600;
      }

      .why {
        display: block;
        color: var(--_ink-quiet);
        font-size: var(--_small);
        font-style: italic;
      }
    `,
  ];

  /** With what is not saved yet. */
  @property({ attribute: false }) policy: Reminders | undefined;
  @property({ attribute: false }) world: ReminderWorld | undefined;
  @state() private date = '';
  @state() private clock = '12:45';
  @state() private clinic = '';
  @state() private clinician = '';
  @state() private patientLanguage: Language | '' = '';
  readonly #answer = new Latest<ReminderTimeline>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { world, policy } = this;
    if (!world || !policy || !this.console || this.reasonWithout('settings')) return;
    if (!this.date) this.date = someWednesday(toClockTime(Date.now(), world.timeZone).date);
    if ([...changed.keys()].some((name) => asked.has(String(name)))) {
      this.#ask(policy);
    }
  }

  get #start(): string {
    const [hours = 0, minutes = 0] = this.clock.split(':').map(Number);
    const { timeZone } = this.world!;
    return formatInstant(toInstant(this.date, hours * 60 + minutes, timeZone), timeZone);
  }

  #ask(policy: Reminders): void {
    const { api } = this.console!;
    const body = {
      ...{ policy, start: this.#start, minutes: length },
      ...(this.clinic ? { clinic: this.clinic } : {}),
      ...(this.clinician ? { clinician: this.clinician } : {}),
      ...(this.patientLanguage ? { language: this.patientLanguage } : {}),
    };
    this.#answer.ask(async (signal) => {
      const { data } = await api.call('reminderTimeline', { body, signal });
      return data;
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(timelineWords);
    const reason = this.reasonWithout('settings');
    return html`<section aria-labelledby="timeline">
      <h2 id="timeline">${words.title}</h2>
      <p class="hint">${words.lead}</p>
      ${reason ? html`<p class="reason">${reason}</p>` : html`${this.#renderQuestion()} ${this.#renderAnswer()}`}
    </section>`;
  }

  #renderQuestion(): TemplateResult {
    const words = this.words(timelineWords);
    const { clinics = [], clinicians = [], languages = [] } = this.world ?? {};
    const about = this.words(exceptionWords);
    const items = (all: readonly { id: string; name: string }[]) =>
      all.map(({ id, name }) => ({ value: id, label: name }));
    return html`<div class="when">
      <div>
        <label for="date">${words.date}</label>
        <input
          class="control"
          id="date"
          type="date"
          .value=${this.date}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            if (value) this.date = value;
          }}
        />
      </div>
      <div>
        <label for="time">${words.time}</label>
        <input
          class="control"
          id="time"
          type="time"
          .value=${this.clock}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            if (value) this.clock = value;
          }}
        />
      </div>
      ${this.#renderChoice(about.clinician, items(clinicians), (value) => (this.clinician = value))}
      ${clinics.length > 1 ? this.#renderChoice(about.clinic, items(clinics), (value) => (this.clinic = value)) : nothing}
      ${
        languages.length > 1
          ? this.#renderChoice(
              about.language,
              languages.map((value) => ({ value, label: languageName(value, this.language) })),
              (value) => (this.patientLanguage = value as Language | ''),
            )
          : nothing
      }
    </div>`;
  }

  #renderChoice(
    label: string,
    options: readonly { value: string; label: string }[],
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<div>
      <label
        >${label}
        <select
          class="control"
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
        >
          <option value="">${this.words(exceptionWords).any}</option>
          ${options.map((option) => html`<option value=${option.value}>${option.label}</option>`)}
        </select></label
      >
    </div>`;
  }

  #renderAnswer(): TemplateResult {
    const words = this.words(timelineWords);
    const { value, failure } = this.#answer;
    if (failure) return html`<p class="notice" role="status">${this.#failureOf(failure)}</p>`;
    if (!value) return html`<p class="hint" role="status">${this.shell.loading}</p>`;
    if (value.items.length === 0) return html`<p role="status">${words.nothing}</p>`;
    const start = this.#start;
    const steps = [
      ...value.items.map((item) => ({ at: item.sendsAt, item })),
      { at: start, item: undefined },
    ].sort((one, other) => compareInstants(one.at, other.at));
    return html`<ol role="list" aria-live="polite">
      ${steps.map(({ at, item }) => this.#renderStep(at, item))}
    </ol>`;
  }

  #failureOf(failure: StaffError): string {
    const words = this.words(timelineWords);
    return failure.code === 'invalid' ? words.wrong : this.failureText(failure);
  }

  #renderStep(at: string, item: ReminderTimeline['items'][number] | undefined): TemplateResult {
    const words = this.words(timelineWords);
    const time = clinicTime(at, this.language);
    if (!item) return html`<li class="start"><span class="at">${time}</span>${words.start}</li>`;
    const why = words[item.outcome];
    return html`<li class=${item.outcome}>
      <span class="at">${time}</span>${this.words(remindersWords)[item.type]}
      ${why ? html`<span class="why">${why}</span>` : nothing}
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-reminder-timeline': ReminderTimelineElement;
  }
}
