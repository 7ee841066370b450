import { html, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { addDays, fromUtcDate, type CivilDate } from '../../domain/civil-date.js';
import { capitalised, intlTag, longDate, monthHeading } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { browserToday } from '../../state/browser/browser-today.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { showModal } from '../modal.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './month-picker.styles.js';
import { placeUnder } from './place-under.js';

/** Loads which days from `from` up to, but without, `to` have free times; it may fail. */
type DaysOf = (
  from: CivilDate,
  to: CivilDate,
) => Promise<readonly { readonly date: CivilDate; readonly count: number }[]>;

/**
 * A month in a dialog, to pick a date from. Days with free times are marked; the other days between `min` and `max` can
 * be picked too, as their week may have some.
 *
 * @element opus-month-picker
 * @summary Pick a date in a month that shows which days have free times.
 * @fires change - a date was picked: `picked`
 * @fires close - the dialog is closed, with or without a date
 * @csspart dialog - the dialog
 */
export class MonthPicker extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  readonly #words = new Localizer(this);

  /** The date that is focused first. */
  @property() value: CivilDate = '';
  /** The first date that can be picked. */
  @property() min: CivilDate = '';
  /** The last date that can be picked. */
  @property() max: CivilDate = '';
  /** Today's date at the clinic. */
  @property() today: CivilDate = '';
  /** Loads which days of a month have free times; without it, no day is marked. */
  @property({ attribute: false }) daysOf?: DaysOf;

  /** The date that was picked since the dialog was opened. */
  picked: CivilDate | undefined;

  /** The focused day, which decides the month in view. */
  @state() private focused: CivilDate = '';
  /** Number of free times by date, of the months that were shown. */
  @state() private counts: ReadonlyMap<CivilDate, number> = new Map();
  /** Months whose days are loaded or being loaded. */
  readonly #asked = new Set<string>();

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('calendar-date') private readonly calendar!: HTMLElementTagNameMap['calendar-date'];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') || !this.focused)
      this.focused = this.value || this.today || browserToday();
    if (changed.has('daysOf')) this.#asked.clear();
  }

  protected override updated(): void {
    const { min, max, today, focused, counts } = this;
    // Not in the template: the template check knows only elements with a manifest.
    Object.assign(this.calendar, {
      locale: intlTag(this.#words.lang()),
      firstDayOfWeek: 1,
      formatWeekday: 'short',
      min,
      max,
      today,
      focusedDate: focused,
      getDayParts: partsFrom(counts),
    });
  }

  /** Opens the dialog under an element, or as a sheet where the window is narrow, and focuses a day. */
  async show(anchor?: Element): Promise<void> {
    this.picked = undefined;
    await this.updateComplete;
    void this.#ask(this.focused);
    // The library's elements need a frame of their own to render and to pass the date on.
    await new Promise(requestAnimationFrame);
    showModal(this.dialog);
    if (anchor) placeUnder(anchor, this.dialog);
    this.calendar.focus();
  }

  /** Closes the dialog; focus returns to where it was. */
  close(): void {
    this.dialog.close();
  }

  protected override render(): unknown {
    const { focused } = this;
    const words = this.#words;
    const language = words.lang();
    const month = monthHeading(language, focused, '');
    return html`<dialog
      part="dialog"
      aria-labelledby="name"
      @close=${this.#handleClose}
      @click=${this.#handleClick}
      @keydown=${this.#handleInputKind}
      @pointerdown=${this.#handleInputKind}
    >
      <div class="sheet">
        <h3 id="name" class="visually-hidden">${words.term('goToDate').replace('…', '')}</h3>
        <calendar-date
          translate="no"
          @focusday=${this.#handleFocusDay}
          @change=${this.#handleChange}
        >
          <span slot="previous" class="visually-hidden">${words.term('previousMonth')}</span>
          <span slot="heading" aria-hidden="true">${month}</span>
          <span slot="next" class="visually-hidden">${words.term('nextMonth')}</span>
          <calendar-month></calendar-month>
        </calendar-date>
        <p class="told" role="status">${this.#told()}</p>
        <div class="ways">
          <p class="legend" ?hidden=${!this.daysOf}>${words.term('daysWithTimes')}</p>
          <button class="link" type="button" @click=${this.close}>${words.term('close')}</button>
        </div>
      </div>
    </dialog>`;
  }

  /** The focused day with its number of free times, for screen readers. */
  #told(): string {
    const { focused } = this;
    const words = this.#words;
    const language = words.lang();
    const count = this.counts.get(focused);
    const day = capitalised(language, longDate(language, focused));
    return count === undefined ? day : `${day}: ${words.term('freeTimes', count)}`;
  }

  /** Loads the days of a date's month, once. */
  async #ask(date: CivilDate): Promise<void> {
    const month = date.slice(0, 7);
    if (!this.daysOf || this.#asked.has(month)) return;
    this.#asked.add(month);
    const first = `${month}-01`;
    const next = `${addDays(first, 31).slice(0, 7)}-01`;
    const from = first < this.min ? this.min : first;
    const to = this.max && next > this.max ? addDays(this.max, 1) : next;
    try {
      const days = await this.daysOf(from, to);
      const counts = new Map(this.counts);
      for (let day = from; day < to; day = addDays(day, 1)) counts.set(day, 0);
      for (const day of days) counts.set(day.date, day.count);
      this.counts = counts;
    } catch {
      // Unmarked days can be picked too. Loaded again when the month is shown again.
      this.#asked.delete(month);
    }
  }

  #handleFocusDay({ detail }: CustomEvent<Date>): void {
    this.focused = fromUtcDate(detail);
    void this.#ask(this.focused);
  }

  #handleChange({ target }: Event): void {
    this.picked = (target as HTMLElementTagNameMap['calendar-date']).value;
    this.dispatchEvent(new Event('change'));
    this.close();
  }

  #handleClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  /** Firefox shows no ring on a day that the arrows focus when the dialog was opened by mouse. */
  #handleInputKind({ type }: Event): void {
    this.dialog.classList.toggle('keys', type === 'keydown');
  }

  /** A click on the backdrop, which belongs to the dialog, closes it. */
  #handleClick({ target }: Event): void {
    if (target === this.dialog) this.close();
  }
}

/** The mark of a day; none while its number of free times is not known. */
function partsFrom(counts: ReadonlyMap<CivilDate, number>): (day: Date) => string {
  return (day) => {
    const count = counts.get(fromUtcDate(day));
    return count === undefined ? '' : count > 0 ? 'free' : 'none';
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-month-picker': MonthPicker;
  }
}
