import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clinicTime, dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { DialogPart } from './dialog-part.js';
import { toInstantText, toMinutes } from './timebook-model.js';
import type { EntryItem } from './timebook-model.js';
import { timebookWords } from './timebook-words.js';

interface Draft {
  date: string;
  from: string;
  minutes: number;
  clinician: string;
  text: string;
  arrived: boolean;
}

/** An appointment: when and with whom it is, its text, and whether the patient is told (C-10). */
export class EntryDialog extends DialogPart {
  static override styles = [
    ...DialogPart.styles,
    css`
      opus-console-appointment-sms {
        display: block;
        margin-block-start: 28px;
        padding-block-start: 20px;
        border-block-start: 1px solid var(--_line);
      }
    `,
  ];

  @property({ attribute: false }) item!: EntryItem;
  @property({ attribute: false }) bookReason: string | undefined;
  @property({ attribute: false }) mayOverride = false;
  /** Where it was dragged to; undefined when it was only opened. */
  @property({ attribute: false }) moved:
    { date: string; from: string; minutes: number; clinician: string } | undefined;
  @state() private draft: Draft | undefined;
  @state() private message = false;
  @state() private override = false;

  protected override willUpdate(): void {
    if (this.draft) return;
    const { start, minutes, clinician, text, arrivedAt } = this.item.source;
    this.draft = {
      ...{ date: start.slice(0, 10), from: start.slice(11, 16), minutes, clinician, text },
      arrived: arrivedAt !== null,
      ...this.moved,
    };
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const { start, template, registeredBy, registeredAt, patient, status } = this.item.source;
    const draft = this.draft!;
    const set = (part: Partial<Draft>) => (this.draft = { ...draft, ...part });
    const treatment = this.settings.templates.find(({ id }) => id === template)?.name;
    const isBooked = status === 'booked';
    const reason = isBooked ? this.bookReason : undefined;
    const name = registeredBy === 'ITB' ? words.byPatient : registeredBy;
    return html`<form @submit=${this.#submit}>
        <p>
          ${clinicTime(start, this.language)}${treatment ? html`<br />${treatment}` : nothing}
          ${
            name
              ? html`<br /><span class="hint"
                    >${fill(words.registered, { name, at: dateTime(registeredAt, this.language) })}</span
                  >`
              : nothing
          }
        </p>
        ${isBooked ? this.#renderFields(draft, set) : nothing}
        ${isBooked ? this.tick(words.arrived, draft.arrived, (arrived) => set({ arrived })) : nothing}
        ${isBooked && patient ? this.tick(words.message, this.message, (is) => (this.message = is)) : nothing}
        ${isBooked && this.mayOverride && this.failure ? this.tick(words.override, this.override, (is) => (this.override = is)) : nothing}
        ${reason ? html`<p class="reason">${reason}</p>` : nothing} ${this.renderFailure()}
        <p class="row">
          ${
            isBooked
              ? html`<button
                    class="button primary"
                    type="submit"
                    ?disabled=${this.isBusy || reason !== undefined}
                  >
                    ${words.save}
                  </button>
                  <button
                    class="button"
                    type="button"
                    ?disabled=${this.isBusy || reason !== undefined}
                    @click=${this.#cancel}
                  >
                    ${words.cancelAppointment}
                  </button>`
              : nothing
          }
          <button class="link" type="button" @click=${this.close}>${words.close}</button>
        </p>
      </form>
      ${isBooked && patient ? this.#renderSms() : nothing}`;
  }

  #renderSms(): TemplateResult {
    const { id, start, patient } = this.item.source;
    const name = `${patient!.firstName} ${patient!.lastName}`;
    return html`<opus-console-appointment-sms
      .appointment=${id}
      .timeZone=${this.settings.timeZone}
      .about=${[name, clinicTime(start, this.language)]}
    ></opus-console-appointment-sms>`;
  }

  #renderFields(draft: Draft, set: (part: Partial<Draft>) => void): TemplateResult {
    const words = this.words(timebookWords);
    return html`<div class="pair">
        ${this.date(words.date, 'date', draft.date, (date) => set({ date }))}
        ${this.time(words.from, 'from', draft.from, (from) => set({ from }))}
        ${this.number(words.minutes, 'minutes', draft.minutes, 1440, (minutes) => set({ minutes }))}
      </div>
      ${this.select(words.clinician, 'clinician', this.settings.clinicians, draft.clinician, (clinician) => set({ clinician }))}
      ${this.text(words.text, 'text', draft.text, (text) => set({ text }))}`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { date, from, minutes, clinician, text, arrived } = this.draft!;
    const { id, clinic, text: before, arrivedAt } = this.item.source;
    const worksAt = this.settings.clinicians
      .find((one) => one.id === clinician)
      ?.clinics.map((one) => one.clinic);
    void this.run(async () => {
      await this.console!.api.call('changeTimebook', {
        id,
        body: {
          start: toInstantText(date, toMinutes(from), this.settings.timeZone),
          ...{ minutes, clinician },
          clinic: worksAt?.includes(clinic) ? clinic : (worksAt?.[0] ?? clinic),
          ...(text === before ? {} : { text }),
          ...(arrived === (arrivedAt !== null) ? {} : { arrived }),
          ...(this.message ? { message: true } : {}),
          ...(this.override ? { override: true } : {}),
        },
      });
      return this.words(timebookWords).changed;
    });
  };

  readonly #cancel = (): void => {
    const { id } = this.item.source;
    void this.run(async () => {
      await this.console!.api.call('deleteFromTimebook', {
        id,
        query: { message: this.message ? 'true' : undefined },
      });
      return this.words(timebookWords).cancelled;
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-entry': EntryDialog;
  }
}
