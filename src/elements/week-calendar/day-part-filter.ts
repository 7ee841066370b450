import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { countFree, type SlotDay, type SlotTime } from '../../domain/slot-week.js';
import type { Localizer } from '../../locales/localizer.js';
import { manyTimes } from './day-views.js';
import { styles } from './day-part-filter.styles.js';

type Part = 'morning' | 'afternoon';

const parts: readonly Part[] = ['morning', 'afternoon'];
const noon = 720;

type Host = ReactiveControllerHost & { readonly shadowRoot: ShadowRoot | null };

/** Morning, afternoon or both, where a day has very many times. The choice is kept from week to week. */
export class DayPartFilter {
  /** The part that is shown; undefined shows the whole day. */
  part: Part | undefined;
  #said = '';

  constructor(
    private readonly host: Host,
    private readonly words: Localizer,
  ) {
    const { styleSheet } = styles;
    // Loaded with the filter, so that calendars without one do without its styles.
    if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** The days with only the times of the chosen part. */
  leave(days: readonly SlotDay[]): readonly SlotDay[] {
    const { part } = this;
    if (!part) return days;
    return days.map((day) => ({ ...day, times: day.times.filter((time) => isIn(part, time)) }));
  }

  /** The buttons of both parts, while there are days long enough for them. */
  render(days: readonly SlotDay[]): unknown {
    if (!this.part && days.every((day) => day.times.length <= manyTimes)) return nothing;
    return html`<div class="parts">
      ${parts.map((part) => this.#renderPart(part, days))}
      <p class="visually-hidden" role="status">${this.#said}</p>
    </div>`;
  }

  /** Where all times of a day are in the other part: how many there are, with a button to show them. */
  renderRest(all: SlotDay | undefined, left: SlotDay): unknown {
    const hidden = (all?.times.length ?? 0) - left.times.length;
    if (hidden === 0 || left.times.length > 0) return nothing;
    return html`<button class="link rest" type="button" @click=${this.#handleRest}>
      ${this.words.term('otherTimesOfDay', hidden)}
    </button>`;
  }

  #renderPart(part: Part, days: readonly SlotDay[]): TemplateResult {
    const name = this.words.term(part);
    const isShown = part === this.part;
    const title = `${name}, ${this.words.term('freeTimes', countIn(part, days))}`;
    const all = this.words.term('freeTimes', countIn(undefined, days));
    return html`<button
      type="button"
      aria-pressed=${isShown ? 'true' : 'false'}
      aria-label=${title}
      @click=${() => (isShown ? this.#show(undefined, all) : this.#show(part, title))}
    >
      ${name}
    </button>`;
  }

  #show(part: Part | undefined, said: string): void {
    this.part = part;
    this.#said = said;
    this.host.requestUpdate();
  }

  readonly #handleRest = async ({ currentTarget }: Event): Promise<void> => {
    const day = (currentTarget as Element).closest('.day');
    this.#show(undefined, '');
    await this.host.updateComplete;
    // The pressed button has been removed: the first of the shown times gets focus.
    day?.querySelector<HTMLElement>('.slot')?.focus();
  };
}

function isIn(part: Part | undefined, time: SlotTime): boolean {
  return !part || (part === 'morning') === time.minutes < noon;
}

function countIn(part: Part | undefined, days: readonly SlotDay[]): number {
  return days.reduce((sum, { date, times }) => {
    const left = times.filter((time) => isIn(part, time));
    return sum + countFree({ date, times: left });
  }, 0);
}
