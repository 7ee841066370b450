import { html, nothing, type TemplateResult } from 'lit';
import { countFree, type SlotDay } from '../../domain/slot-week.js';
import { isoWeek, mondayOf } from '../../domain/week.js';
import { capitalised, longDate, shortestDate, weekdayShort } from '../../locales/date-words.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Localizer } from '../../locales/localizer.js';
import { TimesOfDay, type DisplayOf } from './times-of-day.js';

/** Number of times in a day above which a part of the day can be chosen. */
export const manyTimes = 12;

/** What the days of the week are rendered from. */
export interface WeekView {
  readonly words: Localizer;
  /** No times have been loaded yet. */
  readonly isWaiting: boolean;
  /** There are too many columns for whole names of days. */
  readonly isTight: boolean;
  /** Identifies what the times were loaded for. */
  readonly key: string;
  readonly today: CivilDate;
  /** The day that is shown where there is room for only one. */
  readonly chosen: CivilDate;
  /** The buttons of each column. */
  readonly lists: TimesOfDay[];
  /** The display of the times of a day of that name. */
  readonly displayOf: (name: string) => DisplayOf;
}

/** One day in the strip above the times, where there is room for only one day. */
export function renderTab(view: WeekView, day: SlotDay): TemplateResult {
  const { words, isWaiting } = view;
  const { date } = day;
  const language = words.lang();
  const free = countFree(day);
  const name = longDate(language, date);
  return html`<button
    type="button"
    name="day"
    .value=${date}
    aria-pressed=${date === view.chosen ? 'true' : 'false'}
    aria-label=${isWaiting ? name : `${name}, ${words.term('freeTimes', free)}`}
  >
    ${weekdayShort(language, date)} <b>${Number(date.slice(8))}</b>
    <span>${isWaiting ? nothing : free || '–'}</span>
  </button>`;
}

/** One day with its name, its number of free times, and the times (P-18). */
export function renderDay(
  view: WeekView,
  day: SlotDay,
  index: number,
  rest: unknown,
): TemplateResult {
  const { words } = view;
  const { date, times } = day;
  const language = words.lang();
  const name = longDate(language, date);
  // The heading names the week's month; the first day of another month names its own, as short as a narrow column needs.
  const short = date.endsWith('-01')
    ? shortestDate(language, date).match(/\d.*/)
    : Number(date.slice(8));
  return html`<div
    class="day ${date === view.chosen ? 'chosen' : ''}"
    part="day"
    role="group"
    aria-label=${name}
  >
    <h4 aria-current=${date === view.today ? 'date' : 'false'}>
      <span class="weekday"
        >${view.isTight ? weekdayShort(language, date) : name.split(/[ ,]/)[0]}</span
      >
      <span class="date">${short}</span>
      <span class="full">${capitalised(language, name)}</span>
    </h4>
    <p class="count">${view.isWaiting ? nothing : words.term('freeCount', countFree(day))}</p>
    ${(view.lists[index] ??= new TimesOfDay()).show(view.key + date, times, view.displayOf(name))}
    ${rest}
  </div>`;
}

/** A week without times: a button to the next week that has some, and the slot for other actions (P-17, P-20). */
export function renderEmpty(
  words: Localizer,
  nextDate: CivilDate | null,
  isNever: boolean,
): TemplateResult {
  return html`<div class="empty">
    <p>${words.term(isNever ? 'noTimesFound' : 'noTimesInWeek')}</p>
    ${
      nextDate
        ? html`<p>
            <button
              class="button primary"
              part="button primary"
              type="button"
              name="week"
              .value=${mondayOf(nextDate)}
            >
              ${words.term('nextFreeWeek', words.term('weekNumber', isoWeek(nextDate).week))}
            </button>
          </p>`
        : nothing
    }
    <slot name="empty"></slot>
  </div>`;
}
