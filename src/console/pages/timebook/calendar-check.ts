import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CalendarCheck, CalendarCheckInput } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { dayName } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { Asked } from './asked.js';
import { calendarCheckWords } from './calendar-check-words.js';
import type { TimebookSettings } from './timebook-source.js';

/** So much of the working time in the way is named. */
const mostNamed = 4;

/** What working time or preblocks would meet where they are to lie (C-07): asked of the service, which knows all dates and calendars. */
export class CalendarCheckNotice extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      .notice {
        display: grid;
        gap: 8px;
      }

      .notice p {
        margin: 0;
      }
    `,
  ];

  /** Of what; undefined: of nothing yet. */
  @property({ attribute: false }) about: CalendarCheckInput | undefined;
  @property({ attribute: false }) settings!: TimebookSettings;
  readonly #found = new Asked<CalendarCheckInput, CalendarCheck>(
    this,
    async (body) => (await this.console!.api.call('checkCalendar', { body })).data,
  );

  protected override willUpdate(): void {
    this.#found.take(this.console && this.about);
  }

  protected override render(): TemplateResult {
    const said = this.#found.latest ? this.#notes(this.#found.latest) : [];
    // What shows nothing takes no room between the fields.
    this.hidden = said.length === 0;
    return html`<div role="status">
      ${
        this.hidden
          ? nothing
          : html`<div class="notice">${said.map((text) => html`<p>${text}</p>`)}</div>`
      }
    </div>`;
  }

  #notes({ count, appointments, left, overlaps }: CalendarCheck): string[] {
    const words = this.words(calendarCheckWords);
    const isOnly = this.about?.change !== undefined && count === 1;
    if (count === 0) return [words.none];
    return [
      ...(overlaps.length > 0 ? [fill(words.overlaps, { where: this.#placesOf(overlaps) })] : []),
      ...counted(appointments, words.meetsOne, words.meetsMany),
      ...counted(left, words.leavesOne, words.leavesMany),
      ...(count > 1 && !isOnly ? [fill(words.times, { count })] : []),
    ];
  }

  #placesOf(overlaps: CalendarCheck['overlaps']): string {
    const { clinicians } = this.settings;
    const times = new Map<string, string[]>();
    for (const { clinician, date, from, to } of overlaps.slice(0, mostNamed)) {
      const name = clinicians.find(({ id }) => id === clinician)?.name ?? clinician;
      const time = `${dayName(date, this.language)} ${from}–${to}`;
      times.set(name, [...(times.get(name) ?? []), time]);
    }
    const named = [...times].map(([name, own]) => `${name}: ${own.join(', ')}`);
    return `${named.join('; ')}${overlaps.length > mostNamed ? ' …' : '.'}`;
  }
}

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [count === 1 ? one : fill(many, { count })];

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-calendar-check': CalendarCheckNotice;
  }
}
