import { html, nothing, type LitElement } from 'lit';
import type { Slot } from '../../contract/index.js';
import type { CivilDate } from '../../domain/civil-date.js';
import { toClockTime } from '../../domain/clock-time.js';
import type { OfferedSlot, SlotDay, SlotTime } from '../../domain/slot-week.js';
import { timeOfDay } from '../../locales/date-words.js';
import type { Localizer } from '../../locales/localizer.js';
import { dayWords } from '../../locales/moment-words.js';
import { addStyles } from '../../theme/add-styles.js';
import { styles } from './early-times.styles.js';

/** The first free times, and what their buttons depend on. */
interface Calendar {
  readonly today: CivilDate;
  readonly timeZone: string;
  readonly first?: Slot | null;
  readonly earliest?: readonly OfferedSlot[] | undefined;
  /** The start of the chosen time, an ISO instant. */
  readonly value: string;
}

/** The first free times of all, as buttons that take them (P-20, P-47). */
export class EarlyTimes {
  constructor(
    host: LitElement,
    private readonly words: Localizer,
  ) {
    addStyles(host, styles);
  }

  /** What pressing the button of a time takes: all who are free then, where its week is shown. */
  timeOf(
    start: string,
    days: readonly SlotDay[],
    { first, earliest = [] }: Calendar,
  ): Pick<SlotTime, 'start' | 'slots'> | undefined {
    const at = Date.parse(start);
    const known = days.flatMap((day) => day.times).find((time) => time.at === at);
    if (known?.slots.length) return known;
    const early = [...earliest, first].find((slot) => slot?.start === start);
    return early ? { start, slots: [early] } : undefined;
  }

  render({ first, earliest, timeZone, today, value }: Calendar): unknown {
    const { words } = this;
    const times = earliest ?? (first ? [first] : []);
    if (times.length === 0) return nothing;
    const chosenAt = Date.parse(value);
    return html`<div class="first" role="group" aria-labelledby="first">
      <span id="first">${words.term('firstFreeTimes')}</span>
      <ul role="list">
        ${times.map(({ start }) => {
          const { date, minutes } = toClockTime(start, timeZone);
          return html`<li>
            <button
              class="slot"
              part="slot"
              type="button"
              name="first"
              .value=${start}
              aria-pressed=${Date.parse(start) === chosenAt ? 'true' : 'false'}
            >
              <span>${dayWords(words, date, today)}</span>
              <b>${timeOfDay(words.lang(), minutes)}</b>
            </button>
          </li>`;
        })}
      </ul>
    </div>`;
  }
}
