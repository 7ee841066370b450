import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { TimebookEntry } from '../../../contract/index.js';
import { addDays, type CivilDate } from '../../../domain/civil-date.js';
import { toClockTime } from '../../../domain/clock-time.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { maySomewhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { clinicTime, wholeDay } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { smsDeliveryWords, smsStatusWords } from '../../words/sms-words.js';
import { TimebookFollower } from '../timebook/timebook-changes.js';
import { toClock, toMinutes } from '../timebook/timebook-model.js';
import { mayBookAt } from '../timebook/timebook-rights.js';
import { readTimebook, readTimebookSettings } from '../timebook/timebook-source.js';
import type { TimebookSettings } from '../timebook/timebook-source.js';
import { countOf, dayList } from './day-list.js';
import type { DayFilter } from './day-list.js';
import { reminderColumns, renderReminderHeads, renderReminders } from './day-reminders.js';
import type { ReminderColumns, ReminderTexts } from './day-reminders.js';
import { renderAnswered } from './sms-answered.js';
import { todayStyles } from './today-styles.js';
import { todayWords } from './today-words.js';

/** Who comes today, or on another day: when, to whom, for what, and whether they are there (C-07). */
export class TodayPage extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, todayStyles];

  @state() private date: CivilDate = '';
  /** Whose SMS are open. */
  @state() private opened: TimebookEntry | undefined;
  /** The appointment that is to be cancelled, until somebody is sure. */
  @state() private cancelling: TimebookEntry | undefined;
  @state() private filter: DayFilter = { text: '', clinic: '', clinician: '' };
  readonly #settings = new Loaded<TimebookSettings>(this);
  readonly #entries = new Loaded<readonly TimebookEntry[]>(this);
  readonly #follower = new TimebookFollower(
    this,
    () => void this.#entries.reload({ isBackground: true }),
  );

  protected override open(): void {
    const { api } = this.console!;
    void this.#settings
      .load(() => readTimebookSettings(api))
      .then(() => {
        if (!this.#settings.value) return;
        this.#take();
        this.#follower.follow(api);
      });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // A link to another day while this page is open.
    if (changed.has('parts') && this.#settings.value) this.#take();
  }

  #take(): void {
    const [date = ''] = this.parts;
    this.date = /^\d{4}-\d\d-\d\d$/.test(date) ? date : this.#today();
    this.#load();
  }

  #today(): CivilDate {
    return toClockTime(Date.now(), this.#settings.value!.timeZone).date;
  }

  #load(): void {
    const { api } = this.console!;
    const { date } = this;
    void this.#entries.load(async (isBackground) => {
      const view = {
        ...{ from: date, to: addDays(date, 1), clinicians: [], treatment: '' },
        ...{ layers: new Set(['entries']), reminders: true },
      };
      const { entries } = await readTimebook(api, view, isBackground);
      return entries;
    });
  }

  #goTo(date: CivilDate): void {
    this.date = date;
    this.failure = undefined;
    history.replaceState(history.state, '', toHash({ page: 'today', parts: [date] }));
    this.#load();
  }

  protected override render(): TemplateResult {
    const words = this.words(todayWords);
    const isToday = this.#settings.value !== undefined && this.date === this.#today();
    return html`
      <h1 tabindex="-1">${isToday || !this.date ? words.title : words.otherDay}</h1>
      ${this.renderLoaded(this.#settings, (settings) =>
        this.date ? this.#renderDay(settings) : html`<p>${this.shell.loading}</p>`,
      )}
    `;
  }

  #renderDay(settings: TimebookSettings): TemplateResult {
    const words = this.words(todayWords);
    const { date } = this;
    return html`
      <p class="lead" aria-live="polite">${wholeDay(date, this.language)}</p>
      <div class="bar">
        ${this.#renderTurn(words.earlier, '‹', addDays(date, -1))}
        ${this.#renderTurn(words.later, '›', addDays(date, 1))}
        <button
          class="button small"
          type="button"
          ?disabled=${date === this.#today()}
          @click=${() => this.#goTo(this.#today())}
        >
          ${words.today}
        </button>
        <input
          class="control compact"
          type="date"
          aria-label=${words.goTo}
          .value=${date}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            if (value) this.#goTo(value);
          }}
        />
        <button class="button small end" type="button" @click=${() => window.print()}>
          ${words.print}
        </button>
      </div>
      <div class="bar filter">${this.#renderFilter(settings)}</div>
      ${this.renderFailure()}
      ${this.renderLoaded(this.#entries, (entries) => this.#renderEntries(settings, entries))}
      ${this.opened ? this.#renderSms(settings, this.opened) : nothing}
      ${this.cancelling ? this.#renderCancel(this.cancelling) : nothing}
    `;
  }

  /** The SMS of one appointment (*SMS* in the list of the day's patients). */
  #renderSms({ timeZone }: TimebookSettings, entry: TimebookEntry): TemplateResult {
    const name = this.#nameOf(entry);
    const when = clinicTime(entry.start, this.language);
    return html`<dialog aria-labelledby="dialog-title" @close=${this.#closeSms}>
      <h2 id="dialog-title">${name}</h2>
      <p>${when}</p>
      <opus-console-appointment-sms
        .appointment=${entry.id}
        .timeZone=${timeZone}
        .about=${[name, when]}
      ></opus-console-appointment-sms>
      <p class="row">
        <button
          class="button"
          type="button"
          @click=${() => this.renderRoot.querySelector('dialog')?.close()}
        >
          ${this.shell.close}
        </button>
      </p>
    </dialog>`;
  }

  readonly #closeSms = (): void => {
    this.opened = undefined;
    // What was sent or taken back in it.
    void this.#entries.reload({ isBackground: true });
  };

  /** Of somebody who has answered NO: asked once more before it is done. */
  #renderCancel(entry: TimebookEntry): TemplateResult {
    return html`<opus-console-today-cancel
      .entry=${entry}
      .name=${this.#nameOf(entry)}
      @opus-console-cancelled=${() => void this.#entries.reload()}
      @opus-console-closed=${() => (this.cancelling = undefined)}
    ></opus-console-today-cancel>`;
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
  }

  #renderTurn(label: string, sign: string, date: CivilDate): TemplateResult {
    return html`<button
      class="button small"
      type="button"
      aria-label=${label}
      @click=${() => this.#goTo(date)}
    >
      ${sign}
    </button>`;
  }

  #renderFilter({ clinics, clinicians }: TimebookSettings): TemplateResult {
    const words = this.words(todayWords);
    const { filter } = this;
    const set = (part: Partial<DayFilter>) => (this.filter = { ...filter, ...part });
    const select = (
      name: 'clinic' | 'clinician',
      options: readonly { id: string; name: string }[],
      all: string,
    ) =>
      html`<select
        class="control compact"
        aria-label=${words[name]}
        @change=${(event: Event) => set({ [name]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${filter[name] === ''}>${all}</option>
        ${options.map(({ id, name: label }) => html`<option value=${id} ?selected=${filter[name] === id}>${label}</option>`)}
      </select>`;
    return html`
      <input
        class="control compact"
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${filter.text}
        @input=${(event: Event) => set({ text: (event.target as HTMLInputElement).value })}
      />
      ${clinics.length > 1 ? select('clinic', clinics, words.allClinics) : nothing}
      ${select('clinician', clinicians, words.allClinicians)}
    `;
  }

  #renderEntries(settings: TimebookSettings, entries: readonly TimebookEntry[]): TemplateResult {
    const words = this.words(todayWords);
    const shown = dayList(entries, this.filter);
    if (shown.length === 0) {
      const isEmpty = dayList(entries, { text: '', clinic: '', clinician: '' }).length === 0;
      return html`<p>${isEmpty ? words.none : words.noneFound}</p>`;
    }
    const counts = countOf(shown);
    const columns = reminderColumns(shown);
    return html`
      <p class="tally" role="status">
        ${fill(counts.count === 1 ? words.countOne : words.count, counts)}
      </p>
      <div class="list sms-${columns}">
        ${renderReminderHeads(columns, this.#reminderTexts)}
        <ol class="entries">
          ${shown.map((entry) => this.#renderEntry(settings, entry, columns))}
        </ol>
      </div>
    `;
  }

  get #reminderTexts(): ReminderTexts {
    return {
      words: this.words(todayWords),
      status: this.words(smsStatusWords),
      delivery: this.words(smsDeliveryWords),
    };
  }

  #renderEntry(
    settings: TimebookSettings,
    entry: TimebookEntry,
    columns: ReminderColumns,
  ): TemplateResult {
    const { start, minutes, status, patient, template, clinician, text } = entry;
    const from = start.slice(11, 16);
    const name = this.#nameOf(entry);
    const nameIn = (items: readonly { id: string; name: string }[], id: string | null) =>
      items.find((item) => item.id === id)?.name;
    const what = [nameIn(settings.templates, template), nameIn(settings.clinicians, clinician)];
    const mobile = patient?.mobile;
    return html`<li class="entry ${status}">
      <span class="time">${from}–${toClock(Math.min(1440, toMinutes(from) + minutes))}</span>
      <div class="who">
        <a href=${toHash({ page: 'timebook', parts: [this.date, 'day'] })}>${name}</a>
        ${mobile ? html`<a class="hint" href="tel:${mobile}">${mobile}</a>` : nothing}
        ${this.#renderSmsButton(entry, name)}
      </div>
      <div class="what">
        ${what.filter(Boolean).join(', ')}
        ${patient && text ? html`<span class="hint text">${text}</span>` : nothing}
      </div>
      ${renderReminders(entry, name, {
        ...{ columns, texts: this.#reminderTexts },
        onOpen: () => (this.opened = entry),
      })}
      <div class="state">${this.#renderState(entry, name)}</div>
    </li>`;
  }

  #renderSmsButton(entry: TimebookEntry, name: string): TemplateResult | typeof nothing {
    const words = this.words(todayWords);
    const isPossible = entry.patient !== null && maySomewhere(this.console!.me, 'messages');
    // The states of its reminders lead there, too.
    if (!isPossible || entry.reminders) return nothing;
    return html`<button
      class="link sms"
      type="button"
      aria-haspopup="dialog"
      aria-label="${words.sms}: ${name}"
      @click=${() => (this.opened = entry)}
    >
      ${words.sms}
    </button>`;
  }

  #nameOf({ patient, status, text }: TimebookEntry): string {
    const words = this.words(todayWords);
    if (patient) return `${patient.firstName} ${patient.lastName}`;
    return status === 'pending' ? words.pending : text.split('\n')[0] || words.noPatient;
  }

  #renderState(entry: TimebookEntry, name: string): TemplateResult | string {
    const words = this.words(todayWords);
    const { status, arrivedAt, clinic, clinician } = entry;
    if (status === 'cancelled') return words.cancelled;
    if (status === 'pending') return words.pending;
    const mayBook = mayBookAt(this.console!.me, { clinic, clinician });
    const isChangeable = this.date <= this.#today() && mayBook;
    const came = arrivedAt
      ? html`<span class="came">${fill(words.arrivedAt, { at: arrivedAt.slice(11, 16) })}</span>`
      : nothing;
    const answered = renderAnswered(entry, name, {
      words,
      onCancel: mayBook ? () => (this.cancelling = entry) : undefined,
    });
    if (!isChangeable) return html`${answered}${came}`;
    const label = arrivedAt ? words.notArrived : words.markArrived;
    return html`${answered}${came}<button
        class="button small"
        type="button"
        aria-label="${label}: ${name}"
        ?disabled=${this.isBusy}
        @click=${() => this.#note(entry, arrivedAt === null)}
      >
        ${label}
      </button>`;
  }

  async #note({ id }: TimebookEntry, arrived: boolean): Promise<void> {
    const { api } = this.console!;
    await this.run(() => api.call('changeTimebook', { id, body: { arrived } }));
    await this.#entries.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-today': TodayPage;
  }
}
