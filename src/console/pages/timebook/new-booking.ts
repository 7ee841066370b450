import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type {
  MessagePreviewInput,
  PatientsFound,
  TimebookCheckInput,
} from '../../../contract/index.js';
import { maySomewhere } from '../../state/console-context.js';
import { dayName } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { renderDetails, type Details } from './appointment-details.js';
import { appointmentWords } from './appointment-words.js';
import { asEnd } from './dialog-part.js';
import type { ChosenNeed } from './need-choice.js';
import { NewPart } from './new-part.js';
import type { NewPatient } from './new-patient.js';
import { bookingOf } from './new-requests.js';
import type { NextTime } from './next-free.js';
import { templatesOffered } from './templates-offered.js';
import { noOverrides, type ChosenOverrides, type TimeCheck } from './time-check.js';
import { toClock, toMinutes } from './timebook-model.js';
import { timebookWords } from './timebook-words.js';
import type { BookedFor, OpenTime } from './waiting-events.js';

type Patient = PatientsFound['patients'][number];

const noNeed: ChosenNeed = { need: undefined, moveNextRecall: undefined };

/** An appointment by hand on a stretch of somebody's day (*Registrering av avtale*, C-10). */
export class NewBooking extends NewPart {
  /** Somebody who waits for an earlier time, whom it is begun for. */
  @property({ attribute: false }) bookedFor: BookedFor | undefined;
  /** Another time than the one that was marked. */
  @state() private chosen = '';
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
    if (this.hasUpdated || !this.bookedFor) return;
    const { patient, template } = this.bookedFor;
    this.patient = patient;
    const isKnown = this.settings.templates.some(
      ({ id, useInTimebook }) => id === template && useInTimebook,
    );
    if (!isKnown) return;
    this.template = template!;
    this.details = { ...this.details, recallCard: this.#usualCard };
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const { clinician } = this.stretch;
    const { listed, all } = templatesOffered(this.settings, { clinician, clinic: this.clinic });
    const isListed = !this.template || listed.some(({ id }) => id === this.template);
    const templates = this.showsAll || !isListed ? all : listed;
    const fields = html`
      ${
        this.bookedFor || this.reason !== undefined
          ? nothing
          : html`<opus-console-waiting-here
              .open=${this.isWhole ? this.#open : undefined}
              .timeZone=${this.settings.timeZone}
            ></opus-console-waiting-here>`
      }
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
    const heading = this.chosen ? `${this.chosen}, ${this.#clinicianName()}` : '';
    return this.renderForm(fields, { heading, button: words.book });
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

  #clinicianName(): string {
    const { clinician } = this.stretch;
    return this.settings.clinicians.find(({ id }) => id === clinician)?.name ?? clinician;
  }

  /** The time as whoever waits for an earlier one could have it. */
  get #open(): OpenTime {
    const { stretch, clinic, clock } = this;
    const [from, to] = [toMinutes(clock.from), toMinutes(asEnd(clock.to))];
    return { stretch: { ...stretch, from, to: Math.max(from + 1, to) }, clinic };
  }

  /** The time that is looked at before it is booked; undefined as long as it is none. */
  get #checked(): TimebookCheckInput | undefined {
    const { template } = this;
    if (this.reason !== undefined || !this.isWhole) return undefined;
    const time = bookingOf(this.where, this.settings.timeZone, {});
    return { ...time, ...(template ? { template } : {}) };
  }

  /** What the patient would be told of it; undefined as long as there is nobody to tell. */
  get #about(): MessagePreviewInput | undefined {
    const { patient, template } = this;
    if (!patient || !/^\d\d:\d\d$/.test(this.clock.from)) return undefined;
    const { start, minutes, clinic, clinician } = bookingOf(this.where, this.settings.timeZone, {});
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
    const { from } = this.clock;
    this.put({ clock: { from, to: toClock(Math.min(1440, toMinutes(from) + need.minutes)) } });
  }

  /** How long the appointment is to be. */
  #minutes(): number {
    const { from, to } = this.clock;
    return Math.max(1, toMinutes(asEnd(to)) - toMinutes(from));
  }

  #takeTime({ start, minutes, clinic, clinician }: NextTime): void {
    const from = toMinutes(start.slice(11, 16));
    const stretch = { date: start.slice(0, 10), clinician, from, to: from + minutes };
    const clock = { from: toClock(from), to: toClock(Math.min(1440, from + minutes)) };
    this.put({ stretch, clinic, clock });
    this.chosen = `${dayName(stretch.date, this.language)} ${toClock(from)}`;
  }

  /** The treatment's own minutes count from the start. */
  #takeTemplate(id: string): void {
    this.template = id;
    this.resource = '';
    this.details = { ...this.details, recallCard: this.#usualCard };
    const minutes = this.settings.templates.find((one) => one.id === id)?.minutes;
    const { from } = this.clock;
    if (minutes)
      this.put({ clock: { from, to: toClock(Math.min(1440, toMinutes(from) + minutes)) } });
  }

  protected override async send(): Promise<string> {
    const { patient, template, message, bookText: text, details, resource } = this;
    const isOfClinic = this.settings.resources.some(
      ({ id, clinic }) => id === resource && clinic === this.clinic,
    );
    const { need, moveNextRecall } = this.need;
    const body = bookingOf(this.where, this.settings.timeZone, {
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

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-new-booking': NewBooking;
  }
}
