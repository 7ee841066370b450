import { html, nothing } from 'lit';
import type { Slot } from '../../contract/index.js';
import { addDays, type CivilDate } from '../../domain/civil-date.js';
import { toClockTime } from '../../domain/clock-time.js';
import { isoWeek, mondayOf } from '../../domain/week.js';
import { monthHeading } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';

/** The range of weeks that can be shown, and where in it the first free time lies. */
export interface Bounds {
  readonly today: CivilDate;
  readonly earliestWeek: CivilDate;
  readonly latestWeek: CivilDate;
  readonly showWeekend: boolean;
  readonly timeZone: string;
  readonly first?: Slot | null;
}

type WeekButton = 'previousWeek' | 'thisWeek' | 'firstFree' | 'nextWeek';

/** Month and number of the week, and the controls to change it (P-18). */
export function renderBar(words: Localizer, week: CivilDate, bounds: Bounds): unknown {
  const { today, earliestWeek, latestWeek, showWeekend, timeZone, first } = bounds;
  const language = words.lang();
  const present = today && mondayOf(today);
  const firstWeek = first ? mondayOf(toClockTime(first.start, timeZone).date) : week;
  const step = (name: WeekButton, to: CivilDate, isOff: boolean, isNamed?: boolean) => {
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
      ${isNamed ? term : nothing}
    </button>`;
  };
  return html`<div class="bar">
    <h3 class="month" tabindex="-1">
      ${monthHeading(language, week, today || week, addDays(week, showWeekend ? 6 : 4))},
      ${words.term('weekNumber', isoWeek(week).week)}
    </h3>
    <div class="controls" role="group" aria-label=${words.term('changeWeek')}>
      ${step('previousWeek', addDays(week, -7), week <= present || week <= earliestWeek)}
      ${present ? step('thisWeek', present, week === present || present < earliestWeek, true) : nothing}
      ${first === undefined ? nothing : step('firstFree', firstWeek, firstWeek === week, true)}
      ${step('nextWeek', addDays(week, 7), latestWeek !== '' && week >= latestWeek)}
    </div>
    <button class="link" type="button" name="date" aria-haspopup="dialog">
      ${words.term('goToDate')}
    </button>
  </div>`;
}
