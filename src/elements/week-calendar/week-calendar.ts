import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slot } from '../../contract/index.js';
import type { CivilDate } from '../../domain/civil-date.js';
import { toClockTime } from '../../domain/clock-time.js';
import {
  countFree,
  keepLost,
  slotWeek,
  type OfferedSlot,
  type SlotDay,
  type SlotTime,
} from '../../domain/slot-week.js';
import { isoWeek, mondayOf } from '../../domain/week.js';
import { OpusChooseEvent } from '../../events/choose-event.js';
import { OpusWeekChangeEvent } from '../../events/week-change-event.js';
import { capitalised } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { OpusElement } from '../opus-element.js';
import { daysStyles } from './days.styles.js';
import type { DayPartFilter } from './day-part-filter.js';
import type { EarlyTimes } from './early-times.js';
import { styles } from './week-calendar.styles.js';
import type { DaysOf } from './pick-date.js';
import { renderBar } from './week-bar.js';
import { manyTimes, renderDay, renderEmpty, renderTab } from './day-views.js';
import { timeOf, type TimesOfDay } from './times-of-day.js';
import { displaySlots } from './slot-display.js';

/**
 * The slot calendar: one week of free times, a column per day, each time a button. It shows the week it is given and
 * requests another by `opus-week-change`, to which the page answers by setting `week` and `slots`.
 *
 * @element opus-week-calendar
 * @summary Choose a free time in a week view.
 * @fires opus-choose - a time was chosen: `choice.value` is its start and every slot that begins then
 * @fires opus-week-change - another week is requested: `week` is its Monday
 * @slot empty - what to do where there are no times at all, such as the clinic's phone number
 * @csspart slot - one time
 * @csspart day - one day with its heading and times
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class WeekCalendar extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles, daysStyles];

  /** Loads the month picker. Set by the definition; without it, the browser's date field is used. */
  static loadMonthPicker?: () => Promise<unknown>;

  readonly #words = new Localizer(this);

  /** The free slots in any order; those of other weeks are ignored. */
  @property({ attribute: false }) slots: readonly OfferedSlot[] = [];
  /** The Monday of the week to show; without one, the week of `today`, else that of the first slot. */
  @property() week: CivilDate = '';
  /** The start of the chosen time, an ISO instant. */
  @property() value = '';
  /** The clinic's IANA zone: all times are its local time. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';
  /** Today's date at the clinic; earlier weeks cannot be shown. */
  @property() today: CivilDate = '';
  /** Identifies what `slots` were loaded for. While it and `week` stay the same, new slots are a refresh: lost times keep their place. */
  @property() query = '';
  /** Slots are being loaded. */
  @property({ type: Boolean }) loading = false;
  /** The first free slot of all; null where there is none, undefined to leave the line out. */
  @property({ attribute: false }) first?: Slot | null;
  /** The first free times of all in order, to take at once; without them only `first`. */
  @property({ attribute: false }) earliest?: readonly OfferedSlot[] | undefined;
  /** The first date after this week that has a free time. */
  @property({ attribute: false }) nextDate: CivilDate | null = null;
  /** Shows Saturday and Sunday even without times. */
  @property({ type: Boolean, attribute: 'show-weekend' }) showWeekend = false;
  /** Shows starts only: without a treatment, the end is not known. */
  @property({ type: Boolean, attribute: 'starts-only' }) startsOnly = false;
  /** The first Monday that can be shown, where it is later than that of `today`. */
  @property({ attribute: false }) earliestWeek: CivilDate = '';
  /** The last Monday that can be shown. */
  @property({ attribute: 'latest-week' }) latestWeek: CivilDate = '';
  /** Names by clinician's id, for the label of each time. */
  @property({ attribute: false }) clinicianNames?: ReadonlyMap<string, string>;
  /** Names by clinic's id, for the label of each time; only where the patient has not chosen the clinic. */
  @property({ attribute: false }) clinicNames?: ReadonlyMap<string, string>;

  /** Loads which days have free times, for the month picker; `to` is the first date after them. */
  @property({ attribute: false }) daysOf?: DaysOf;

  @state() private chosenDay: CivilDate = '';
  /** The first free times; loaded when there are some. */
  @state() private early?: EarlyTimes;
  /** Morning and afternoon; loaded when a day with very many times is shown. */
  @state() private filter?: DayPartFilter;

  #days: readonly SlotDay[] = [];
  #message = '';
  /** What picks a date could not be loaded. */
  #isMissing = false;
  /** The key of `days`; empty until the first slots are loaded. */
  #shownKey = '';
  /** Days are shown by their parts: room is kept for the buttons. */
  #isLong = false;
  #wantedDay: CivilDate = '';
  /** By column. */
  readonly #lists: TimesOfDay[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.first) this.#bringEarly();
    const key = this.#wantedKey;
    const isRefresh = key === this.#shownKey;
    if (!isRefresh) this.#releaseFocus();
    if (this.loading || !this.#shownWeek) return;
    if (isRefresh && !changed.has('slots') && !changed.has('showWeekend')) return;
    const fresh = slotWeek(this.slots, this.#shownWeek, this.timeZone, this.showWeekend);
    this.#days = isRefresh ? keepLost(this.#days, fresh) : fresh;
    this.#isLong = this.#days.some((day) => day.times.length > manyTimes);
    if (this.#isLong) this.#bringFilter();
    if (isRefresh) return;
    this.chosenDay = this.#dayToBegin();
    if (this.#shownKey) this.#message = this.#weekMessage();
    this.#shownKey = key;
  }

  /** Moves focus to the heading, for when the step comes into view. */
  focusHeading(): void {
    this.#focusOn('h2');
  }

  protected override render(): unknown {
    const { early, filter, first, today } = this;
    const words = this.#words;
    const shownWeek = this.#shownWeek;
    if (!shownWeek) return nothing;
    // Without words a time has no name.
    const isWaiting = !this.#shownKey || !words.term('chooseTime');
    const isOld = !isWaiting && this.#shownKey !== this.#wantedKey;
    const all = isWaiting ? slotWeek([], shownWeek, 'UTC', this.showWeekend) : this.#days;
    const days = filter?.leave(all) ?? all;
    const isEmpty = !isWaiting && all.every((day) => day.times.length === 0);
    const isTight = days.length > 5;
    const view = {
      words,
      isWaiting,
      isTight,
      key: this.#shownKey + (filter?.part ?? ''),
      today,
      chosen: this.chosenDay || shownWeek,
      lists: this.#lists,
      displayOf: displaySlots(words, this),
    };
    return html`<div class="calendar" @click=${this.#handleClick}>
      <h2 tabindex="-1" part="heading">${words.term('chooseTime')}</h2>
      ${renderBar(words, shownWeek, this)}
      <p class=${this.#isMissing ? 'missing' : 'visually-hidden'} role="status">
        ${this.#isMissing ? words.term('unreachableHeading') : this.#message}
      </p>
      ${early?.render(this) ?? (first || (first === null && isWaiting) ? html`<div class="first"></div>` : nothing)}
      <div
        class="panel ${isTight ? 'many' : ''} ${isEmpty ? 'bare' : ''} ${this.#isLong ? 'tall' : ''}"
        ?inert=${isOld}
        aria-busy=${isOld || isWaiting ? 'true' : 'false'}
        @keyup=${this.#bringGestures}
        @pointerdown=${this.#bringGestures}
      >
        <div class="strip" role="group" aria-label=${words.term('daysOfWeek')}>
          ${days.map((day) => renderTab(view, day))}
        </div>
        ${filter?.render(all)}
        <div class="days">
          ${days.map((day, index) =>
            renderDay(view, day, index, filter?.renderRest(all[index], day)),
          )}
        </div>
        ${isEmpty ? renderEmpty(words, this.nextDate, !this.nextDate && !this.first) : nothing}
      </div>
    </div>`;
  }

  /** Monday of the week to show; empty while it is not known. */
  get #shownWeek(): CivilDate {
    if (this.week) return mondayOf(this.week);
    const date =
      this.today || (this.slots[0] && toClockTime(this.slots[0].start, this.timeZone).date);
    return date ? mondayOf(date) : '';
  }

  /** The key of the requested week: with the same key, new slots are a refresh of those on screen. */
  get #wantedKey(): string {
    return [this.#shownWeek, this.query, this.timeZone].join();
  }

  #dayToBegin(): CivilDate {
    const at = Date.parse(this.value);
    const begin =
      this.#days.find((day) => day.date === this.#wantedDay) ??
      this.#days.find((day) => day.times.some((time) => time.at === at)) ??
      this.#days.find((day) => day.times.length > 0) ??
      this.#days[0];
    this.#wantedDay = '';
    return begin?.date ?? '';
  }

  #weekMessage(): string {
    const language = this.#words.lang();
    const week = capitalised(
      language,
      this.#words.term('weekNumber', isoWeek(this.#shownWeek).week),
    );
    const free = this.#days.reduce((sum, day) => sum + countFree(day), 0);
    return `${week}, ${this.#words.term('freeTimes', free)}`;
  }

  /** A focused button must never silently become another time or day, so focus moves to the week's name. */
  #releaseFocus(): void {
    if (this.shadowRoot?.activeElement?.closest('.panel')) this.#focusOn('.month');
  }

  #focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #askForWeek(week: CivilDate): void {
    if (week !== this.#shownWeek) this.dispatchEvent(new OpusWeekChangeEvent(week));
  }

  #choose({ start, slots }: Pick<SlotTime, 'start' | 'slots'>): void {
    this.dispatchEvent(new OpusChooseEvent({ step: 'time', value: { start, slots } }));
  }

  /** Loads arrow keys and swiping on first use, as most patients click or tap. */
  #bringGestures({ currentTarget, pointerType }: Event & { pointerType?: string }) {
    if (pointerType === 'mouse') return;
    import('./gestures.js').then(
      ({ followGestures }) => followGestures(currentTarget as HTMLElement),
      () => undefined,
    );
  }

  #bringEarly() {
    import('./early-times.js').then(
      ({ EarlyTimes }) => (this.early ??= new EarlyTimes(this, this.#words)),
      () => undefined,
    );
  }

  #bringFilter() {
    import('./day-part-filter.js').then(
      ({ DayPartFilter }) => (this.filter ??= new DayPartFilter(this, this.#words)),
      () => undefined,
    );
  }

  #handleClick({ target }: Event): void {
    const button = (target as Element).closest('button');
    if (!button || button.ariaDisabled === 'true') return;
    const { name, value } = button;
    const time = name === 'first' ? this.early?.timeOf(value, this.#days, this) : timeOf(button);
    if (time) this.#choose(time);
    else if (name === 'day') this.chosenDay = value;
    else if (name === 'date') void this.#pickDate(button);
    else if (name === 'week') {
      // A button outside the controls is removed together with its week.
      if (!button.closest('.controls')) this.#focusOn('.month');
      this.#askForWeek(value);
    }
  }

  async #pickDate(button: HTMLButtonElement): Promise<void> {
    const loaded = await import('./pick-date.js').catch(() => undefined);
    this.#isMissing = !loaded;
    this.requestUpdate();
    const date = await loaded?.pickDate(this, button, WeekCalendar.loadMonthPicker);
    if (!date) return;
    const week = mondayOf(date);
    if (week === this.#shownWeek) this.chosenDay = date;
    else this.#wantedDay = date;
    this.#askForWeek(week);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-week-calendar': WeekCalendar;
  }
}
