import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PatientInput, WaitingPatient, WaitingPatients } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import { Loaded } from '../../state/loaded.js';
import { asStaffError } from '../../state/record-editor.js';
import { shortTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { DialogPart } from './dialog-part.js';
import { OpenEvent } from './timebook-events.js';
import { toColumns, type Item, type Stretch } from './timebook-model.js';
import { readTimebook } from './timebook-source.js';
import { BookForEvent, type OpenTime } from './waiting-events.js';
import { queryOf } from './waiting-here.js';
import { timebookWords } from './timebook-words.js';
import { waitingWords } from './waiting-words.js';

/** Who waits for an earlier time, of all or of those for whom one would do: to be called, moved or booked there (P-48). */
export class WaitingDialog extends DialogPart {
  static override styles = [
    ...DialogPart.styles,
    css`
      ol {
        display: grid;
        gap: 16px;
        margin: 16px 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        gap: 4px;
        padding-block-end: 16px;
        border-block-end: 1px solid var(--_line);
      }

      li p {
        margin: 0;
        overflow-wrap: anywhere;
      }

      li .row {
        margin-block-start: 8px;
      }

      .small {
        min-block-size: 36px;
        padding: 4px 12px;
      }
    `,
  ];

  /** The time that is free; undefined: all who wait. */
  @property({ attribute: false }) open: OpenTime | undefined;
  /** Why nobody can be seen or moved here; undefined where they can. */
  @property({ attribute: false }) reason: string | undefined;
  @state() private said = '';
  readonly #waiting = new Loaded<WaitingPatients>(this);

  override connectedCallback(): void {
    super.connectedCallback();
    // The context of the console is there with the first update.
    void this.updateComplete.then(() => this.#load());
  }

  #load(): void {
    const { console: context, open, settings } = this;
    if (!context || this.reason !== undefined) return;
    const query = open ? queryOf(open, settings.timeZone) : {};
    void this.#waiting.load(async () => (await context.api.call('timeAlerts', { query })).data);
  }

  protected override render(): TemplateResult {
    const { value, failure } = this.#waiting;
    return html`
      ${this.reason ? html`<p class="reason">${this.reason}</p>` : nothing}
      ${failure ? html`<p class="notice problem" role="alert">${this.failureText(failure)}</p>` : nothing}
      ${value ? this.#renderAll(value) : nothing} ${this.renderFailure()}
      <p role="status">${this.said}</p>
      <p class="row">
        <button class="button" type="button" @click=${this.close}>
          ${this.words(timebookWords).close}
        </button>
      </p>
    `;
  }

  #renderAll({ alerts, count, isTold }: WaitingPatients): TemplateResult {
    const words = this.words(waitingWords);
    if (count === 0) return html`<p>${this.open ? words.nobodyFits : words.nobody}</p>`;
    return html`<p class="hint">${isTold ? words.told : words.notTold}</p>
      <ol>
        ${alerts.map((waiting) => html`<li>${this.#renderOne(waiting)}</li>`)}
      </ol>
      ${
        alerts.length < count
          ? html`<p class="hint">${fill(words.more, { shown: alerts.length, count })}</p>`
          : nothing
      }`;
  }

  #renderOne(waiting: WaitingPatient): TemplateResult {
    const words = this.words(waitingWords);
    const { since, toldAt, appointment } = waiting;
    const at = (instant: string) => shortTime(instant, this.language);
    const name = this.#nameOf(waiting);
    const phone = phoneOf(waiting);
    const about = `${words.wants}: ${this.#wishOf(waiting)}`;
    const has = appointment
      ? `${words.hasNow}: ${at(appointment.start)}, ${this.#clinician(appointment.clinician)}`
      : words.hasNone;
    const times = [fill(words.since, { when: at(since) })];
    if (toldAt) times.push(fill(words.toldAt, { when: at(toldAt) }));
    const address = waiting.address ?? '';
    return html`<p>
        <b>${name}</b
        >${phone || !address ? nothing : html` <a href="mailto:${address}">${address}</a>`}
      </p>
      <p>${about}</p>
      <p>${has}</p>
      <p class="hint">${times.join(', ')}</p>
      <p class="row">
        ${
          phone
            ? html`<a class="button small" href="tel:${phone}" aria-label="${words.call}: ${name}"
                >${words.call} ${phone}</a
              >`
            : nothing
        }
        ${this.#renderDeeds(waiting, name)}
      </p>`;
  }

  #renderDeeds(waiting: WaitingPatient, name: string): TemplateResult {
    const words = this.words(waitingWords);
    const { appointment } = waiting;
    const button = (label: string, work: () => void) =>
      html`<button
        class="button small"
        type="button"
        aria-label="${label}: ${name}"
        ?disabled=${this.isBusy}
        @click=${work}
      >
        ${label}
      </button>`;
    const { open } = this;
    return html`${
      appointment
        ? button(open ? words.moveHere : words.open, () => void this.#openEntry(appointment))
        : open
          ? button(words.bookHere, () => void this.#book(open, waiting))
          : nothing
    }${button(words.remove, () => void this.#remove(waiting))}`;
  }

  #nameOf({ patient, address }: WaitingPatient): string {
    const words = this.words(waitingWords);
    if (patient) return `${patient.firstName} ${patient.lastName}`;
    return address === undefined ? words.onFile : words.notOnFile;
  }

  #clinician(id: string): string {
    return this.settings.clinicians.find((one) => one.id === id)?.name ?? id;
  }

  /** Treatment, length, with whom, where, and before when. */
  #wishOf({ treatment, minutes, clinician, clinic, before }: WaitingPatient): string {
    const { templates, clinics } = this.settings;
    const words = this.words(waitingWords);
    const named = [
      templates.find(({ id }) => id === treatment)?.name.replace(/^- /, ''),
      minutes === null ? undefined : `${minutes} min`,
      clinician === null ? words.withAnybody.toLowerCase() : this.#clinician(clinician),
      clinics.length > 1 ? clinics.find(({ id }) => id === clinic)?.name : undefined,
      fill(words.before, { when: shortTime(before, this.language) }),
    ];
    return named.filter((part) => part !== undefined).join(', ');
  }

  /** Opens the appointment's own window, at the time that is free where there is one: nothing is moved until it is saved there. */
  #openEntry({ id, start, clinician }: NonNullable<WaitingPatient['appointment']>): Promise<void> {
    return this.#work(async () => {
      const date = start.slice(0, 10);
      const book = await readTimebook(this.console!.api, {
        ...{ from: date, to: addDays(date, 1), clinicians: [clinician] },
        ...{ treatment: '', layers: new Set(['entries']) },
      });
      const [column] = toColumns(book, [date], [clinician]);
      const item = column?.items.find((one) => one.kind === 'entry' && one.id === id);
      if (item)
        this.dispatchEvent(new OpenEvent(item, this.#stretchFor(item), this.open !== undefined));
      else this.said = this.words(waitingWords).gone;
    });
  }

  /** From where the free time begins, as long as the appointment is. */
  #stretchFor({ from, to }: Item): Stretch {
    const stretch = this.open?.stretch ?? { date: '', clinician: '', from, to };
    return { ...stretch, to: Math.min(1440, stretch.from + to - from) };
  }

  #book({ stretch }: OpenTime, { patient, treatment, minutes, address }: WaitingPatient) {
    return this.#work(async () => {
      // Whoever may not see patients on file finds the patient by hand.
      const found =
        patient && address !== undefined
          ? ((await this.console!.api.call('patient', { id: patient.id })).data as PatientInput)
          : undefined;
      const to = minutes === null ? stretch.to : Math.min(1440, stretch.from + minutes);
      this.dispatchEvent(
        new BookForEvent(
          { ...stretch, to },
          {
            ...(found ? { patient: { ...found, id: patient!.id } } : {}),
            ...(treatment === null ? {} : { template: treatment }),
          },
        ),
      );
    });
  }

  #remove({ id }: WaitingPatient): Promise<void> {
    return this.#work(async () => {
      await this.console!.api.call('deleteTimeAlert', { id });
      this.said = this.words(waitingWords).removed;
      await this.#waiting.reload();
    });
  }

  async #work(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    this.said = '';
    try {
      await work();
    } catch (error) {
      const failure = asStaffError(error);
      this.failure = failure;
      this.console?.failed(failure);
    } finally {
      this.isBusy = false;
    }
  }
}

/** A number that can be called; what somebody asked with, else what is on file. */
function phoneOf({ address, mobile }: WaitingPatient): string | undefined {
  return address?.startsWith('+') ? address : (mobile ?? undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-waiting': WaitingDialog;
  }
}
