import { html, nothing } from 'lit';
import type { Slot } from '../../contract/index.js';
import { addDays, type CivilDate } from '../../domain/civil-date.js';
import { toClockTime } from '../../domain/clock-time.js';
import { isoWeek, mondayOf } from '../../domain/week.js';
import { monthHeading, shortDate, timeAt } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';

/** The range of weeks that can be shown. */
export interface Bounds {
  readonly today: CivilDate;
  readonly earliestWeek: CivilDate;
  readonly latestWeek: CivilDate;
}

/** Month and number of the week, and the controls to change it (P-18). */
export function renderBar(words: Localizer, week: CivilDate, bounds: Bounds): unknown {
  const { today, earliestWeek, latestWeek } = bounds;
  const language = words.lang();
  const present = today && mondayOf(today);
  const step = (name: 'previousWeek' | 'thisWeek' | 'nextWeek', to: CivilDate, isOff: boolean) => {
    const term = words.term(name);
    // Not `disabled`, which would take the focus off the control that was pressed.
    return html`<button
      class="button ${name}"
      part="button"
      type="button"
      name="week"
      .value=${to}
      aria-label=${term}
      aria-disabled=${isOff ? 'true' : 'false'}
    >
      ${name === 'thisWeek' ? term : nothing}
    </button>`;
  };
  return html`<div class="bar">
    <h3 class="month" tabindex="-1">
      ${monthHeading(language, week, today || week)},
      ${words.term('weekNumber', isoWeek(week).week)}
    </h3>
    <div class="controls" role="group" aria-label=${words.term('changeWeek')}>
      ${step('previousWeek', addDays(week, -7), week <= present || week <= earliestWeek)}
      ${present ? step('thisWeek', present, week === present || present < earliestWeek) : nothing}
      ${step('nextWeek', addDays(week, 7), latestWeek !== '' && week >= latestWeek)}
    </div>
    <button class="link" type="button" name="date" aria-haspopup="dialog">
      ${words.term('goToDate')}
    </button>
  </div>`;
}

/** The first free time of all, with buttons to take it or to show its week (P-20); its room is kept while it is loaded. */
export function renderFirst(
  words: Localizer,
  week: CivilDate,
  first: Slot | null | undefined,
  timeZone: string,
  isWaiting: boolean,
): unknown {
  if (!first) return first === null && isWaiting ? html`<p class="first"></p>` : nothing;
  const language = words.lang();
  const { date } = toClockTime(first.start, timeZone);
  const when = `${shortDate(language, date)} ${timeAt(language, first.start, timeZone)}`;
  const link = (name: 'first' | 'week', term: string, value: string) =>
    html`<button
      class="link"
      type="button"
      name=${name}
      .value=${value}
      aria-label="${term}: ${when}"
    >
      ${term}
    </button>`;
  const itsWeek = mondayOf(date);
  return html`<p class="first">
    <span>${words.term('firstFreeTime')}: <b>${when}</b></span>
    ${link('first', words.term('takeFirst'), '')}
    ${itsWeek === week ? nothing : link('week', words.term('showFirst'), itsWeek)}
  </p>`;
}
