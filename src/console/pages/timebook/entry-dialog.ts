import { compareInstants } from '../../../domain/instants.js';
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type {
  MessagePreviewInput,
  TimebookCheckInput,
  TimebookEntry,
} from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import { clinicTime, dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { renderDetails, type Details } from './appointment-details.js';
import { appointmentWords } from './appointment-words.js';
import { renderClash, renderFollowed } from './clash-notice.js';
import { DialogPart } from './dialog-part.js';
import { RowDraft } from './row-draft.js';
import { noOverrides, type ChosenOverrides, type TimeCheck } from './time-check.js';
import { toInstantText, toMinutes } from './timebook-model.js';
import type { EntryItem } from './timebook-model.js';
import { timebookWords } from './timebook-words.js';
import type { OpenTime } from './waiting-events.js';

interface Draft extends Details {
  date: string;
  from: string;
  minutes: number;
  clinician: string;
  text: string;
  arrived: boolean;
}

const toDraft = (source: TimebookEntry): Draft => ({
  ...{ date: source.start.slice(0, 10), from: source.start.slice(11, 16) },
  ...{ minutes: source.minutes, clinician: source.clinician, text: source.text },
  ...{ arrived: source.arrivedAt !== null, recallCard: source.recallCard },
  campaignCode: source.campaignCode ?? '',
});

/** An appointment: when and with whom it is, its text, and whether the patient is told (C-10). */
export class EntryDialog extends DialogPart {
  static override styles = [
    ...DialogPart.styles,
    css`
      opus-console-better-time {
        display: block;
        margin-block-start: 28px;
      }

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
  /** Why nothing can be passed over; undefined where it can. */
  @property({ attribute: false }) overrideReason: string | undefined;
  /** Where it was dragged to; undefined when it was only opened. */
  @property({ attribute: false }) moved:
    { date: string; from: string; minutes: number; clinician: string } | undefined;
  @state() private message = false;
  @state() private overrides: ChosenOverrides = noOverrides;
  @query('opus-console-time-check') private readonly check!: TimeCheck | null;

  #row!: RowDraft<TimebookEntry, Draft>;
  /** Whether the fields have come to show what was changed meanwhile. */
  #hasFollowed = false;

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#row = new RowDraft(this.item.source, toDraft, this.#placed());
    else if (this.#row.follow(this.item.source)) this.#hasFollowed = true;
  }

  /** Where it was put; what else was moved along stays. */
  #placed(): Partial<Draft> {
    if (!this.moved) return {};
    const { date, from, minutes, clinician } = this.moved;
    return { date, from, minutes, clinician };
  }

  protected override meet(failure: StaffError): boolean {
    const now = failure.current as TimebookEntry | undefined;
    // What is cancelled is gone from the timebook.
    this.#row.meet(
      now?.status === 'booked'
        ? failure
        : new StaffError(failure.code, {
            ...{ changedBy: failure.changedBy, changedAt: failure.changedAt },
          }),
    );
    this.requestUpdate();
    return true;
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const { start, template, registeredBy, registeredAt, patient, status } = this.#row.known;
    const { draft, clash } = this.#row;
    const set = (part: Partial<Draft>) => {
      this.#row.set(part);
      this.requestUpdate();
    };
    const treatment = this.settings.templates.find(({ id }) => id === template)?.name;
    const { resource: taken } = this.#row.known;
    const resource = taken && this.settings.resources.find(({ id }) => id === taken)?.name;
    const isGone = clash !== undefined && clash.now === undefined;
    const isBooked = status === 'booked' && !isGone;
    const reason = isBooked ? this.bookReason : undefined;
    const names: Readonly<Record<string, string>> = { ITB: words.byPatient, staff: words.byClinic };
    const name = names[registeredBy] ?? registeredBy;
    return html`<form @submit=${this.#submit}>
        <p>
          ${clinicTime(start, this.language)}${treatment ? html`<br />${treatment}` : nothing}
          ${resource ? html`<br />${this.words(appointmentWords).resource}: ${resource}` : nothing}
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
        ${isBooked ? this.#renderMessages() : nothing}
        ${isBooked && patient ? this.tick(words.message, this.message, (is) => (this.message = is)) : nothing}
        <opus-console-time-check
          .about=${isBooked ? this.#checked : undefined}
          .overrideReason=${this.overrideReason}
          @opus-overrides-chosen=${({ detail }: CustomEvent<ChosenOverrides>) => (this.overrides = detail)}
        ></opus-console-time-check>
        <opus-console-appointment-journal
          .appointment=${this.item.source.id}
          .patient=${patient?.id ?? ''}
        ></opus-console-appointment-journal>
        ${reason ? html`<p class="reason">${reason}</p>` : nothing}
        ${renderFollowed(this.#hasFollowed && !clash, this.language)} ${this.#renderClash()}
        ${this.renderFailure()}
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
      ${isBooked && patient ? this.#renderBetterTime() : nothing}
      ${isBooked && patient ? this.#renderSms() : nothing}`;
  }

  #renderBetterTime(): TemplateResult {
    const { id, clinician } = this.item.source;
    const name = this.settings.clinicians.find((one) => one.id === clinician)?.name ?? clinician;
    return html`<opus-console-better-time
      .appointment=${id}
      .clinician=${{ id: clinician, name }}
      .reason=${this.bookReason}
    ></opus-console-better-time>`;
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
      ${this.text(words.text, 'text', draft.text, (text) => set({ text }))}
      ${renderDetails({
        words: this.words(appointmentWords),
        settings: this.settings,
        clinic: this.#clinic,
        details: draft,
        set,
      })}`;
  }

  /** Where the clinician works: at the same clinic if they do. */
  get #clinic(): string {
    const { clinic } = this.#row.known;
    const { clinician } = this.#row.draft;
    const worksAt = this.settings.clinicians
      .find((one) => one.id === clinician)
      ?.clinics.map((one) => one.clinic);
    return worksAt?.includes(clinic) ? clinic : (worksAt?.[0] ?? clinic);
  }

  /** The time as it is to be. */
  get #time() {
    const { date, from, minutes, clinician } = this.#row.draft;
    const { known } = this.#row;
    const before = toDraft(known);
    // A clock time that comes twice says nothing of which: what nobody has moved stays where it is.
    const isThere = date === before.date && from === before.from;
    const start = isThere
      ? known.start
      : toInstantText(date, toMinutes(from), this.settings.timeZone);
    return { start, minutes, clinician, clinic: this.#clinic };
  }

  /** The time that is looked at before it is changed; undefined as long as it is none, and for whoever may not change it. */
  get #checked(): TimebookCheckInput | undefined {
    const { date, from } = this.#row.draft;
    if (this.bookReason !== undefined || !date || !/^\d\d:\d\d$/.test(from)) return undefined;
    return { id: this.#row.known.id, ...this.#time };
  }

  /** Whether it is to be at another time than it is. */
  get #isMoved(): boolean {
    const { start, minutes, clinician } = this.#row.known;
    const { date, from } = this.#row.draft;
    if (date === '' || !/^\d\d:\d\d$/.test(from)) return false;
    const time = this.#time;
    return (
      compareInstants(time.start, start) !== 0 ||
      time.minutes !== minutes ||
      time.clinician !== clinician
    );
  }

  /** The time that nobody has any more once it is elsewhere. */
  get #freed(): OpenTime {
    const { start, minutes, clinician, clinic } = this.#row.known;
    const from = toMinutes(start.slice(11, 16));
    const to = Math.min(1440, from + minutes);
    return { stretch: { date: start.slice(0, 10), clinician, from, to }, clinic };
  }

  /** What the patient would be told: of the move once the time is another, and of cancelling. */
  #renderMessages(): TemplateResult | typeof nothing {
    const { id, patient } = this.#row.known;
    if (!patient) return nothing;
    const about: MessagePreviewInput = this.#isMoved
      ? { event: 'moved', id, ...this.#time }
      : { event: 'cancelled', id };
    return html`<opus-console-patient-message .about=${about}></opus-console-patient-message>`;
  }

  #renderClash(): TemplateResult | typeof nothing {
    const { clash } = this.#row;
    if (!clash) return nothing;
    const { now } = clash;
    const name = now && this.settings.clinicians.find(({ id }) => id === now.clinician)?.name;
    return renderClash(clash, {
      language: this.language,
      now: now && `${clinicTime(now.start, this.language)}, ${name ?? now.clinician}`,
      isAppointment: true,
      takeMine: () => {
        this.#row.takeMine();
        this.requestUpdate();
      },
    });
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { text, arrived, campaignCode, recallCard } = this.#row.draft;
    const { id, ...known } = this.#row.known;
    void this.run(
      async () => {
        await this.#call('changeTimebook', {
          ...{ id, version: this.#row.version },
          body: {
            ...this.#time,
            ...(text === known.text ? {} : { text }),
            ...(campaignCode.trim() === (known.campaignCode ?? '')
              ? {}
              : { campaignCode: campaignCode.trim() }),
            ...(recallCard === known.recallCard ? {} : { recallCard }),
            ...(arrived === (known.arrivedAt !== null) ? {} : { arrived }),
            ...(this.message ? { message: true } : {}),
            ...(this.overrides.time.length > 0 ? { override: [...this.overrides.time] } : {}),
          },
        });
        return this.words(timebookWords).changed;
      },
      this.#isMoved ? this.#freed : undefined,
    );
  };

  /** What stands against it when it is refused may be other than what was looked at. */
  readonly #call: StaffApi['call'] = (...request) => {
    const answer = this.console!.api.call(...request);
    answer.catch(() => this.check?.again());
    return answer;
  };

  readonly #cancel = (): void => {
    const { id } = this.item.source;
    void this.run(async () => {
      await this.#call('deleteFromTimebook', {
        ...{ id, version: this.#row.version },
        query: {
          message: this.message ? 'true' : undefined,
          override: this.overrides.cancel.length > 0 ? 'deadline-passed' : undefined,
        },
      });
      return this.words(timebookWords).cancelled;
    }, this.#freed);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-entry': EntryDialog;
  }
}
