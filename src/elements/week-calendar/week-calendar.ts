import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Slot } from '../../contract/index.js';
import { addDays, type CivilDate } from '../../domain/civil-date.js';
import { toClockTime } from '../../domain/clock-time.js';
import {
  countFree,
  keepLost,
  slotWeek,
  type SlotDay,
  type SlotTime,
} from '../../domain/slot-week.js';
import { isoWeek, mondayOf } from '../../domain/week.js';
import { OpusChooseEvent } from '../../events/choose-event.js';
import { OpusWeekChangeEvent } from '../../events/week-change-event.js';
import {
  capitalised,
  longDate,
  monthHeading,
  shortDate,
  timeAt,
  timeOfDay,
  weekName,
  weekdayName,
  weekdayShort,
} from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { slotButtons, timeOf, type SlotLook } from './slot-buttons.js';
import { styles } from './week-calendar.styles.js';

/**
 * The slot calendar: one week of free times, a column per day, each time a button. It shows the week it is given and
 * asks for another by `opus-week-change`; whoever uses it answers by setting `week` and `slots`.
 *
 * @element opus-week-calendar
 * @summary Choose a free time in a week view.
 * @fires opus-choose - a time was chosen: `choice.value` is its start and every slot that begins then
 * @fires opus-week-change - another week is asked for: `week` is its Monday
 * @slot empty - what to do where there are no times at all, such as the clinic's phone number
 * @csspart slot - one time
 * @csspart day - one day with its heading and times
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class WeekCalendar extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  private readonly words = new Localizer(this);

  /** The free slots, in any order; those of other weeks are left out. */
  @property({ attribute: false }) slots: readonly Slot[] = [];
  /** The Monday of the week to show; without one, the week of `today`, else that of the first slot. */
  @property() week: CivilDate = '';
  /** The start of the chosen time, an ISO instant. */
  @property() value = '';
  /** The clinic's IANA zone: all times are its local time. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';
  /** Today's date at the clinic. */
  @property() today: CivilDate = '';
  /** What the slots answer to. While it and `week` stay, new slots are a refresh: lost times keep their place. */
  @property() query = '';
  /** Slots are on their way. */
  @property({ type: Boolean }) loading = false;
  /** The first free slot of all; null where there is none, undefined to leave the line out. */
  @property({ attribute: false }) first?: Slot | null;
  /** The first date after this week that has a free time. */
  @property({ attribute: false }) nextDate: CivilDate | null = null;
  /** Show Saturday and Sunday also without times. */
  @property({ type: Boolean, attribute: 'show-weekend' }) showWeekend = false;
  /** Show starts only: the treatment, and so the end, is not known yet. */
  @property({ type: Boolean, attribute: 'starts-only' }) startsOnly = false;
  /** The first Monday one can go to; without one, that of `today`. */
  @property({ attribute: 'earliest-week' }) earliestWeek: CivilDate = '';
  /** The last Monday one can go to. */
  @property({ attribute: 'latest-week' }) latestWeek: CivilDate = '';
  /** Names by clinician's id, for the full name of each time. */
  @property({ attribute: false }) clinicianNames?: ReadonlyMap<string, string>;
  /** Names by clinic's id; only where the patient has not chosen the clinic. */
  @property({ attribute: false }) clinicNames?: ReadonlyMap<string, string>;
  /** Starts that were just taken by another: shown, but not to be chosen. */
  @property({ attribute: false }) unavailable?: ReadonlySet<string>;

  @state() private days: readonly SlotDay[] = [];
  @state() private chosenDay: CivilDate = '';
  @state() private message = '';
  @state() private typesDate = false;
  /** What arrow keys do, once it is there. */
  @state() private moveFocus?: (event: KeyboardEvent) => void;

  /** What `days` belongs to; empty until the first slots are there. */
  private shownKey = '';
  private wantedDay: CivilDate = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    const key = this.wantedKey;
    const isRefresh = key === this.shownKey;
    if (!isRefresh) this.releaseFocus();
    if (this.loading || !this.shownWeek) return;
    if (isRefresh && !changed.has('slots') && !changed.has('showWeekend')) return;
    const fresh = slotWeek(this.slots, this.shownWeek, this.timeZone, this.showWeekend);
    this.days = isRefresh ? keepLost(this.days, fresh) : fresh;
    if (isRefresh) return;
    this.chosenDay = this.dayToBegin();
    if (this.shownKey) this.message = this.weekMessage();
    this.shownKey = key;
  }

  /** Moves focus to the heading, as a step does when it begins. */
  focusHeading(): void {
    this.focusOn('h2');
  }

  protected override render(): unknown {
    if (!this.shownWeek) return nothing;
    const isWaiting = this.shownKey === '';
    const isOld = !isWaiting && this.shownKey !== this.wantedKey;
    const days = isWaiting ? slotWeek([], this.shownWeek, 'UTC', this.showWeekend) : this.days;
    const chosen = isWaiting ? days[0]?.date : this.chosenDay;
    const isEmpty = !isWaiting && days.every((day) => day.times.length === 0);
    return html`<div class="calendar">
      <h2 tabindex="-1" part="heading">${this.words.term('chooseTime')}</h2>
      ${this.renderBar()} ${this.renderFirst(isWaiting)}
      <div
        class="panel ${days.length > 5 ? 'many' : ''} ${isEmpty ? 'bare' : ''}"
        ?inert=${isOld}
        aria-busy=${isOld || isWaiting ? 'true' : 'false'}
        @click=${this.handleClick}
        @focusin=${this.bringArrowKeys}
        @keydown=${this.moveFocus}
      >
        <div class="strip" role="group" aria-label=${this.words.term('daysOfWeek')}>
          ${days.map((day) => this.renderTab(day, day.date === chosen, isWaiting))}
        </div>
        <div class="days">
          ${days.map((day, index) => this.renderDay(day, index, day.date === chosen, isWaiting))}
        </div>
        ${isEmpty ? this.renderEmpty() : nothing}
      </div>
      <p class="visually-hidden" role="status">${this.message}</p>
    </div>`;
  }

  private renderBar(): TemplateResult {
    const language = this.words.lang();
    const { shownWeek, today } = this;
    const present = today && mondayOf(today);
    const earliest = this.earliestWeek || present;
    const week = weekName(language, isoWeek(shownWeek).week);
    return html`<div class="bar">
      <h3 class="month" tabindex="-1">
        ${monthHeading(language, shownWeek, today || shownWeek)}, ${week}
      </h3>
      <div
        class="controls"
        role="group"
        aria-label=${this.words.term('changeWeek')}
        @click=${this.handleClick}
      >
        ${this.renderStep('previousWeek', addDays(shownWeek, -7), shownWeek <= earliest)}
        ${present ? this.renderStep('thisWeek', present, shownWeek === present) : nothing}
        ${this.renderStep(
          'nextWeek',
          addDays(shownWeek, 7),
          this.latestWeek !== '' && shownWeek >= this.latestWeek,
        )}
      </div>
      <span class="jump ${this.typesDate ? 'typing' : ''}">
        <button class="link" type="button" @click=${this.openDatePicker}>
          ${this.words.term('goToDate')}
        </button>
        <input
          type="date"
          tabindex=${this.typesDate ? 0 : -1}
          aria-hidden=${this.typesDate ? 'false' : 'true'}
          aria-label=${this.words.term('goToDate')}
          min=${earliest}
          max=${this.latestWeek && addDays(this.latestWeek, 6)}
          @change=${this.handleDate}
        />
      </span>
    </div>`;
  }

  private renderStep(
    name: 'previousWeek' | 'thisWeek' | 'nextWeek',
    week: CivilDate,
    isOff: boolean,
  ): TemplateResult {
    const term = this.words.term(name);
    // Never `disabled`: the pressed control keeps its focus where the weeks end.
    return html`<button
      class="button ${name}"
      part="button"
      type="button"
      name="week"
      .value=${week}
      aria-label=${term}
      aria-disabled=${isOff ? 'true' : 'false'}
    >
      ${name === 'thisWeek' ? term : nothing}
    </button>`;
  }

  private renderFirst(isWaiting: boolean): TemplateResult | typeof nothing {
    const { first } = this;
    if (!first) return isWaiting && first === null ? html`<p class="first"></p>` : nothing;
    const language = this.words.lang();
    const { date } = toClockTime(first.start, this.timeZone);
    const week = mondayOf(date);
    const when = `${shortDate(language, date)} ${timeAt(language, first.start, this.timeZone)}`;
    const take = this.words.term('takeFirst');
    const show = this.words.term('showFirst');
    return html`<p class="first" @click=${this.handleClick}>
      <span>${this.words.term('firstFreeTime')}: <b>${when}</b></span>
      <button class="link" type="button" name="first" aria-label="${take}: ${when}">${take}</button>
      ${
        week === this.shownWeek
          ? nothing
          : html`<button
              class="link"
              type="button"
              name="week"
              .value=${week}
              aria-label="${show}: ${when}"
            >
              ${show}
            </button>`
      }
    </p>`;
  }

  private renderTab(day: SlotDay, isChosen: boolean, isWaiting: boolean): TemplateResult {
    const language = this.words.lang();
    const free = countFree(day, this.unavailable);
    const name = `${longDate(language, day.date)}, ${this.words.term('freeTimes', free)}`;
    return html`<button
      type="button"
      name="day"
      .value=${day.date}
      aria-pressed=${isChosen ? 'true' : 'false'}
      aria-label=${isWaiting ? longDate(language, day.date) : name}
    >
      ${weekdayShort(language, day.date)} <b>${Number(day.date.slice(8))}</b>
      <span>${isWaiting ? nothing : free || '–'}</span>
    </button>`;
  }

  private renderDay(
    day: SlotDay,
    index: number,
    isChosen: boolean,
    isWaiting: boolean,
  ): TemplateResult {
    const language = this.words.lang();
    const { date } = day;
    const name = longDate(language, date);
    const free = countFree(day, this.unavailable);
    const isTight = this.showWeekend || this.days.length > 5;
    const weekday = isTight ? weekdayShort : weekdayName;
    // The heading says the week's month; a column that begins another month says so itself.
    const short = date.endsWith('-01') ? name.replace(/^\S+ /, '') : Number(date.slice(8));
    return html`<div
      class="day ${isChosen ? 'chosen' : ''}"
      part="day"
      role="group"
      aria-labelledby="day-${index}"
    >
      <h4 id="day-${index}" aria-current=${date === this.today ? 'date' : 'false'}>
        <span class="weekday">${weekday(language, date)}</span>
        <span class="date">${short}</span>
        <span class="full">${capitalised(language, name)}</span>
      </h4>
      <p class="count">${isWaiting ? nothing : this.words.term('freeCount', free)}</p>
      <div
        class="times ${day.times.length > 32 ? 'long' : ''}"
        ${slotButtons(`${this.shownKey} ${date}`, day.times, this.lookOf(name))}
      ></div>
    </div>`;
  }

  private renderEmpty(): TemplateResult {
    const { nextDate } = this;
    const isNever = !nextDate && !this.first;
    const week = nextDate && weekName(this.words.lang(), isoWeek(nextDate).week);
    return html`<div class="empty">
      <p>${this.words.term(isNever ? 'noTimesFound' : 'noTimesInWeek')}</p>
      ${
        week
          ? html`<button
              class="button primary"
              part="button primary"
              type="button"
              name="week"
              .value=${mondayOf(nextDate)}
            >
              ${this.words.term('nextFreeWeek', week)}
            </button>`
          : nothing
      }
      <slot name="empty"></slot>
    </div>`;
  }

  /** The week that is asked for; empty while nothing says which. */
  private get shownWeek(): CivilDate {
    if (this.week) return mondayOf(this.week);
    const date =
      this.today || (this.slots[0] && toClockTime(this.slots[0].start, this.timeZone).date);
    return date ? mondayOf(date) : '';
  }

  /** What the slots must belong to so that they are a refresh of those on screen. */
  private get wantedKey(): string {
    return [this.shownWeek, this.query, this.timeZone].join();
  }

  private lookOf(day: string): SlotLook {
    const language = this.words.lang();
    const chosenAt = Date.parse(this.value);
    const isLost = (time: SlotTime) =>
      time.slots.length === 0 || !!this.unavailable?.has(time.start);
    return {
      text: ({ minutes, endMinutes }) =>
        this.startsOnly || endMinutes === undefined
          ? timeOfDay(language, minutes)
          : `${timeOfDay(language, minutes)} – ${timeOfDay(language, endMinutes)}`,
      label: (time, text) =>
        `${day}, ${text}${isLost(time) ? `, ${this.words.term('noLongerFree')}` : this.whoAndWhere(time)}`,
      isLost,
      isChosen: (time) => time.at === chosenAt,
    };
  }

  /** The end of a time's full name; several clinicians are counted, since the patient meets one of them. */
  private whoAndWhere({ slots }: SlotTime): string {
    const [first] = slots;
    const clinicians =
      slots.length > 1 ? new Set(slots.map((slot) => slot.clinician)).size : slots.length;
    const who =
      clinicians > 1
        ? this.clinicianNames && this.words.term('severalClinicians', clinicians)
        : this.clinicianNames?.get(first?.clinician ?? '');
    const where =
      slots.every((slot) => slot.clinic === first?.clinic) &&
      this.clinicNames?.get(first?.clinic ?? '');
    return (who ? `, ${who}` : '') + (where ? `, ${where}` : '');
  }

  private dayToBegin(): CivilDate {
    const at = Date.parse(this.value);
    const begin =
      this.days.find((day) => day.date === this.wantedDay) ??
      this.days.find((day) => day.times.some((time) => time.at === at)) ??
      this.days.find((day) => day.times.length > 0) ??
      this.days[0];
    this.wantedDay = '';
    return begin?.date ?? '';
  }

  private weekMessage(): string {
    const language = this.words.lang();
    const week = capitalised(language, weekName(language, isoWeek(this.shownWeek).week));
    const free = this.days.reduce((sum, day) => sum + countFree(day, this.unavailable), 0);
    return `${week}, ${this.words.term('freeTimes', free)}`;
  }

  /** A focused button must never silently become another time or day: focus waits at the week's name. */
  private releaseFocus(): void {
    if (this.shadowRoot?.activeElement?.closest('.panel')) this.focusOn('.month');
  }

  private focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  private askForWeek(week: CivilDate): void {
    if (week !== this.shownWeek) this.dispatchEvent(new OpusWeekChangeEvent(week));
  }

  private choose(time: SlotTime): void {
    const { start, slots } = time;
    this.dispatchEvent(new OpusChooseEvent({ step: 'time', value: { start, slots } }));
  }

  /** Brought when focus first reaches a time: most patients have no arrow keys, and Tab needs nothing. */
  private bringArrowKeys() {
    import('./arrow-keys.js').then(
      (module) => (this.moveFocus = module.moveFocus),
      () => undefined,
    );
  }

  private handleClick(event: Event): void {
    const button = (event.target as Element).closest('button');
    if (!button || button.ariaDisabled === 'true') return;
    const time = timeOf(button);
    if (time) this.choose(time);
    else if (button.name === 'first') this.chooseFirst();
    else if (button.name === 'day') this.chosenDay = button.value;
    else if (button.name === 'week') {
      // Outside the controls, the pressed button goes away with the week it led to.
      if (!button.closest('.controls')) this.focusOn('.month');
      this.askForWeek(button.value);
    }
  }

  private chooseFirst(): void {
    const { first } = this;
    if (!first) return;
    const at = Date.parse(first.start);
    const known = this.days.flatMap((day) => day.times).find((time) => time.at === at);
    this.choose(known?.slots.length ? known : { ...first, at, minutes: 0, slots: [first] });
  }

  private openDatePicker(): void {
    try {
      this.renderRoot.querySelector('input')?.showPicker();
    } catch {
      // Not in frames of another origin, not in old browsers: there the date is typed.
      this.typesDate = true;
      void this.updateComplete.then(() => this.focusOn('input'));
    }
  }

  private handleDate(event: Event): void {
    const date = (event.target as HTMLInputElement).value;
    if (!date) return;
    const week = mondayOf(date);
    if (week === this.shownWeek) this.chosenDay = date;
    else this.wantedDay = date;
    this.askForWeek(week);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-week-calendar': WeekCalendar;
  }
}
