import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type {
  CalendarCheckInput,
  MessagePreviewInput,
  PatientsFound,
  TimebookCheckInput,
} from '../../../contract/index.js';
import { isEqual } from '../../../domain/is-equal.js';
import { maySomewhere } from '../../state/console-context.js';
import { dayName, weekdayNames } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { renderDetails, type Details } from './appointment-details.js';
import { appointmentWords } from './appointment-words.js';
import { asEnd, DialogPart } from './dialog-part.js';
import { renderHere } from './here-already.js';
import type { ChosenNeed } from './need-choice.js';
import { beginningOf, clockFor, type Kind } from './new-beginning.js';
import { bookingOf, intervalOf, type NewPlace, type Repetition } from './new-requests.js';
import type { NewPatient } from './new-patient.js';
import type { NextTime } from './next-free.js';
import { noOverrides, type ChosenOverrides, type TimeCheck } from './time-check.js';
import { OpenEvent } from './timebook-events.js';
import { toClock, toMinutes } from './timebook-model.js';
import type { Item, Stretch } from './timebook-model.js';
import { templatesOffered } from './templates-offered.js';
import { timebookWords } from './timebook-words.js';

type Patient = PatientsFound['patients'][number];

const noNeed: ChosenNeed = { need: undefined, moveNextRecall: undefined };

/** What to do with a stretch of somebody's day: work, publish, or book (C-07, C-10). */
export class NewDialog extends DialogPart {
  @property({ attribute: false }) stretch!: Stretch;
  /** What lies there already. */
  @property({ attribute: false }) here: readonly Item[] = [];
  /** What is proposed; else what is missing there. */
  @property({ attribute: false }) proposed: Kind | undefined;
  /** Why working time and preblocks can't be placed here; undefined where they can. */
  @property({ attribute: false }) publishReason: string | undefined;
  @property({ attribute: false }) bookReason: string | undefined;
  /** Why nothing can be passed over; undefined where it can. */
  @property({ attribute: false }) overrideReason: string | undefined;
  /** Another time than the one that was marked. */
  @state() private chosen = '';
  @state() private kind: Kind | undefined;
  @state() private clock: { from: string; to: string } | undefined;
  @state() private clinic = '';
  @state() private recall = false;
  @state() private preblock = '';
  @state() private isRepeated = false;
  @state() private repetition!: Repetition;
  @state() private template = '';
  /** Beyond what the list in force offers. */
  @state() private showsAll = false;
  @state() private resource = '';
  @state() private bookText = '';
  @state() private message = false;
  @state() private overrides: ChosenOverrides = noOverrides;
  @query('opus-console-time-check') private readonly check!: TimeCheck | null;
  @state() private patient: Patient | undefined;
  /** What was typed of somebody who is to be put on file; undefined: nobody is. */
  @state() private wanted: string | undefined;
  @query('opus-console-new-patient') private readonly newPatient!: NewPatient | null;
  @state() private need: ChosenNeed = noNeed;
  @state() private details: Details = { campaignCode: '', recallCard: false };

  protected override willUpdate(): void {
    if (this.clock) return;
    const { stretch, here, settings, proposed, publishReason } = this;
    const begun = beginningOf(stretch, here, settings, { proposed, mayPublish: !publishReason });
    this.clock = begun.clock;
    this.clinic = begun.clinic;
    this.preblock = begun.preblock;
    this.kind = begun.kind;
    this.repetition = begun.repetition;
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const kinds: readonly (readonly [Kind, string])[] = [
      ['working-time', words.working],
      ['preblock', words.preblock],
      ['appointment', words.appointment],
    ];
    const { kind } = this;
    const reason = kind === 'appointment' ? this.bookReason : this.publishReason;
    return html`
      ${renderHere(this.here, {
        words,
        settings: this.settings,
        open: (item) => this.dispatchEvent(new OpenEvent(item, this.stretch)),
      })}
      <form @submit=${this.#submit}>
        ${this.choose('kind', words.whatNew, kinds, kind!, (chosen) => this.#takeKind(chosen))}
        ${this.chosen ? html`<p><b>${this.chosen}, ${this.#clinicianName()}</b></p>` : nothing}
        <div class="pair">
          ${this.time(words.from, 'from', this.clock!.from, (from) => (this.clock = { ...this.clock!, from }))}
          ${this.time(words.to, 'to', this.clock!.to, (to) => (this.clock = { ...this.clock!, to }))}
        </div>
        ${
          this.#ownClinics().length > 1
            ? this.select(
                words.clinic,
                'clinic',
                this.#ownClinics(),
                this.clinic,
                (id) => (this.clinic = id),
              )
            : nothing
        }
        ${kind === 'appointment' ? this.#renderAppointment() : this.#renderPlaced()}
        ${reason ? html`<p class="reason">${reason}</p>` : nothing} ${this.renderFailure()}
        <p class="row">
          <button
            class="button primary"
            type="submit"
            ?disabled=${this.isBusy || reason !== undefined}
          >
            ${kind === 'appointment' ? words.book : words.place}
          </button>
          <button class="button" type="button" @click=${this.close}>${words.close}</button>
        </p>
      </form>
    `;
  }

  /** A time that nobody has typed follows what is to lie there. */
  #takeKind(kind: Kind): void {
    const { stretch, settings } = this;
    const isUntouched = isEqual(this.clock, clockFor(this.kind!, stretch, settings));
    this.kind = kind;
    if (isUntouched) this.clock = clockFor(kind, stretch, settings);
  }

  #clinicianName(): string {
    const { clinician } = this.stretch;
    return this.settings.clinicians.find(({ id }) => id === clinician)?.name ?? clinician;
  }

  #ownClinics() {
    const own = this.settings.clinicians.find(({ id }) => id === this.stretch.clinician)?.clinics;
    const ids = new Set(own?.map(({ clinic }) => clinic));
    return this.settings.clinics.filter(({ id }) => ids.has(id));
  }

  #renderPlaced(): TemplateResult {
    const words = this.words(timebookWords);
    return html`
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
        .about=${this.#checkedPlace}
      ></opus-console-calendar-check>
    `;
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

  #renderAppointment(): TemplateResult {
    const words = this.words(timebookWords);
    const { clinician } = this.stretch;
    const { listed, all } = templatesOffered(this.settings, { clinician, clinic: this.clinic });
    const isListed = !this.template || listed.some(({ id }) => id === this.template);
    const templates = this.showsAll || !isListed ? all : listed;
    return html`
      ${this.#renderPatient()}
      ${
        this.patient
          ? html`<opus-console-need-choice
              .patient=${this.patient.id}
              .settings=${this.settings}
              @opus-need-chosen=${({ detail }: CustomEvent<ChosenNeed>) => this.#takeNeed(detail)}
            ></opus-console-need-choice>`
          : nothing
      }
      ${this.select(words.treatment, 'template', templates, this.template, (id) => this.#takeTemplate(id), words.noTemplate)}
      ${listed.length < all.length ? this.tick(words.allTemplates, this.showsAll, (is) => (this.showsAll = is)) : nothing}
      <opus-console-next-free
        .settings=${this.settings}
        .stretch=${this.stretch}
        .minutes=${this.#minutes()}
        .template=${this.template}
        @opus-time-chosen=${({ detail }: CustomEvent<NextTime>) => this.#takeTime(detail)}
      ></opus-console-next-free>
      ${this.#renderResource()}
      ${this.text(words.text, 'text', this.bookText, (text) => (this.bookText = text))}
      ${renderDetails({
        words: this.words(appointmentWords),
        settings: this.settings,
        clinic: this.clinic,
        details: this.details,
        set: (part) => (this.details = { ...this.details, ...part }),
      })}
      ${this.#renderRegisteredBy()}
      <opus-console-patient-message .about=${this.#about}></opus-console-patient-message>
      ${this.patient ? this.tick(words.message, this.message, (is) => (this.message = is)) : nothing}
      <opus-console-time-check
        .about=${this.#checked}
        .overrideReason=${this.overrideReason}
        @opus-overrides-chosen=${({ detail }: CustomEvent<ChosenOverrides>) => (this.overrides = detail)}
      ></opus-console-time-check>
    `;
  }

  /** Which of those that the treatment needs, where there are several (A-09). */
  #renderResource(): TemplateResult | typeof nothing {
    const kind = this.settings.templates.find(({ id }) => id === this.template)?.resource;
    const own = kind
      ? this.settings.resources.filter((one) => one.kind === kind && one.clinic === this.clinic)
      : [];
    if (own.length < 2) return nothing;
    const words = this.words(appointmentWords);
    const chosen = own.some(({ id }) => id === this.resource) ? this.resource : '';
    return this.select(
      words.resource,
      'resource',
      own,
      chosen,
      (id) => (this.resource = id),
      words.anyResource,
    );
  }

  /** Somebody on file, or somebody new. */
  #renderPatient(): TemplateResult {
    const take = ({ detail }: CustomEvent<Patient | undefined>) => {
      this.patient = detail;
      this.need = noNeed;
      this.wanted = undefined;
    };
    if (this.wanted !== undefined) {
      return html`<opus-console-new-patient
        .typed=${this.wanted}
        @opus-patient-chosen=${take}
      ></opus-console-new-patient>`;
    }
    const { me } = this.console ?? {};
    return html`<opus-console-patient-choice
      .patient=${this.patient}
      .mayAdd=${me !== undefined && maySomewhere(me, 'patients')}
      @opus-patient-chosen=${take}
      @opus-patient-wanted=${({ detail }: CustomEvent<string>) => {
        this.wanted = detail;
        void this.updateComplete.then(() => this.newPatient?.focus());
      }}
    ></opus-console-patient-choice>`;
  }

  #renderRegisteredBy(): TemplateResult | typeof nothing {
    const name = this.console?.me.name;
    const { registeredBy } = this.words(appointmentWords);
    return name ? html`<p class="hint">${fill(registeredBy, { name })}</p>` : nothing;
  }

  /** What is looked at before it is placed; undefined as long as it is nothing that can be. */
  get #checkedPlace(): CalendarCheckInput | undefined {
    const { kind, clock, isRepeated, repetition } = this;
    if (kind === 'appointment' || this.publishReason !== undefined || !isWhole(clock!))
      return undefined;
    const isEmpty = isRepeated && (!repetition.until || repetition.days.length === 0);
    if (isEmpty || asEnd(clock!.to) <= clock!.from) return undefined;
    return {
      kind: kind === 'preblock' ? 'preblocks' : 'working-time',
      place: [intervalOf(this.#where, isRepeated ? repetition : undefined)],
    };
  }

  /** The time that is looked at before it is booked; undefined as long as it is none. */
  get #checked(): TimebookCheckInput | undefined {
    const { template } = this;
    if (this.bookReason !== undefined || !isWhole(this.clock!)) return undefined;
    const time = bookingOf(this.#where, this.settings.timeZone, {});
    return { ...time, ...(template ? { template } : {}) };
  }

  /** What the patient would be told of it; undefined as long as there is nobody to tell. */
  get #about(): MessagePreviewInput | undefined {
    const { patient, template } = this;
    if (!patient || !/^\d\d:\d\d$/.test(this.clock!.from)) return undefined;
    const { start, minutes, clinic, clinician } = bookingOf(
      this.#where,
      this.settings.timeZone,
      {},
    );
    return {
      ...{ event: 'booked', patient: patient.id, start, minutes, clinic, clinician },
      ...(template ? { template } : {}),
    };
  }

  /** Whether the treatment has a recall card by itself. */
  get #usualCard(): boolean {
    return this.settings.templates.find(({ id }) => id === this.template)?.recallCard ?? false;
  }

  /** A need says for what and for how long. */
  #takeNeed(chosen: ChosenNeed): void {
    const { need } = chosen;
    const isNew = need && need.id !== this.need.need?.id;
    this.need = chosen;
    if (!isNew) return;
    const known = this.settings.templates.find(({ id }) => id === need.template);
    if (known?.useInTimebook) this.#takeTemplate(need.template);
    const { from } = this.clock!;
    this.clock = { from, to: toClock(Math.min(1440, toMinutes(from) + need.minutes)) };
  }

  /** How long the appointment is to be. */
  #minutes(): number {
    const { from, to } = this.clock!;
    return Math.max(1, toMinutes(asEnd(to)) - toMinutes(from));
  }

  #takeTime({ start, minutes, clinic, clinician }: NextTime): void {
    const from = toMinutes(start.slice(11, 16));
    this.stretch = { date: start.slice(0, 10), clinician, from, to: from + minutes };
    this.clinic = clinic;
    this.clock = { from: toClock(from), to: toClock(Math.min(1440, from + minutes)) };
    this.chosen = `${dayName(this.stretch.date, this.language)} ${toClock(from)}`;
  }

  /** The treatment's own minutes count from the start. */
  #takeTemplate(id: string): void {
    this.template = id;
    this.resource = '';
    this.details = { ...this.details, recallCard: this.#usualCard };
    const minutes = this.settings.templates.find((one) => one.id === id)?.minutes;
    const { from } = this.clock!;
    if (minutes) this.clock = { from, to: toClock(Math.min(1440, toMinutes(from) + minutes)) };
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.run(() => (this.kind === 'appointment' ? this.#book() : this.#place()));
  };

  get #where(): NewPlace {
    const { clinician, date } = this.stretch;
    return { clinician, clinic: this.clinic, date, ...this.clock! };
  }

  async #place(): Promise<string> {
    const { api } = this.console!;
    const interval = intervalOf(this.#where, this.isRepeated ? this.repetition : undefined);
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

  async #book(): Promise<string> {
    const { patient, template, message, bookText: text, details, resource } = this;
    const isOfClinic = this.settings.resources.some(
      ({ id, clinic }) => id === resource && clinic === this.clinic,
    );
    const { need, moveNextRecall } = this.need;
    const body = bookingOf(this.#where, this.settings.timeZone, {
      ...{ template, text, campaignCode: details.campaignCode.trim() },
      resource: isOfClinic && template ? resource : undefined,
      override: this.overrides.time.length > 0 ? [...this.overrides.time] : undefined,
      ...(patient ? { patient: patient.id, message, need: need?.id } : {}),
    });
    const call = this.console!.api.call('addToTimebook', {
      body: {
        ...body,
        ...(need && moveNextRecall !== undefined ? { moveNextRecall } : {}),
        ...(details.recallCard === this.#usualCard ? {} : { recallCard: details.recallCard }),
      },
    });
    // What stands against the time now may be other than what was looked at.
    call.catch(() => this.check?.again());
    await call;
    return this.words(timebookWords).booked;
  }
}

const isWhole = ({ from, to }: { from: string; to: string }): boolean =>
  [from, to].every((clock) => /^\d\d:\d\d$/.test(clock));

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-new': NewDialog;
  }
}
