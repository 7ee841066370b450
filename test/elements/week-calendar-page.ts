import { fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define/week-calendar.js';
import type { WeekCalendar } from '../../src/elements/week-calendar/week-calendar.js';
import type { OpusChooseEvent } from '../../src/events/choose-event.js';
import { loadLocale } from '../../src/locales/load-locale.js';
import { clinicianNames, timeZone, today, week } from '../../stories/fixtures/slots.js';

/** The calendar as a patient meets it: buttons by name, headings by text. */
export class CalendarPage {
  readonly chosen: OpusChooseEvent['choice'][] = [];
  readonly weeks: string[] = [];

  private constructor(readonly element: WeekCalendar) {
    element.addEventListener('opus-choose', (event) => this.chosen.push(event.choice));
    element.addEventListener('opus-week-change', (event) => this.weeks.push(event.week));
  }

  /** A calendar of the fixtures' week in Norwegian, `width` px wide. */
  static async open(props: Partial<WeekCalendar>, width = 1000): Promise<CalendarPage> {
    await loadLocale('nb');
    const wrapper = await fixture<HTMLElement>(
      html`<div lang="nb" style="inline-size:${width}px">
        <opus-week-calendar></opus-week-calendar>
      </div>`,
    );
    const page = new CalendarPage(wrapper.querySelector('opus-week-calendar') as WeekCalendar);
    await page.set({ week, today, timeZone, clinicianNames, ...props });
    return page;
  }

  async set(props: Partial<WeekCalendar>): Promise<void> {
    Object.assign(this.element, props);
    await this.element.updateComplete;
    await nextFrame();
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  /** Visible buttons whose name (label, else text) begins with or contains the text. */
  buttons(name = ''): HTMLButtonElement[] {
    return [...this.root.querySelectorAll('button')].filter(
      (button) => button.checkVisibility() && nameOf(button).includes(name),
    );
  }

  button(name: string): HTMLButtonElement {
    const [button] = this.buttons(name);
    if (!button)
      throw new Error(`No button "${name}" among ${this.buttons().map(nameOf).join('; ')}`);
    return button;
  }

  /** Names of the visible times. */
  times(): string[] {
    return this.buttons(' – ').map(nameOf);
  }

  /** "mandag 25, 4 ledige" for each day that is visible. */
  days(): string[] {
    return [...this.root.querySelectorAll('[role=group]')]
      .filter((group) => group.checkVisibility() && group.querySelector('h4'))
      .map((group) =>
        ['h4', 'p']
          .map((tag) => (group.querySelector(tag) as HTMLElement).innerText.replace(/\s+/g, ' '))
          .join(', '),
      );
  }

  heading(): string {
    return (this.root.querySelector('h3') as HTMLElement).innerText;
  }

  message(): string {
    const said = [...this.root.querySelectorAll('[role=status]')].map((each) =>
      each.textContent.trim(),
    );
    return said.find(Boolean)?.trim() ?? '';
  }

  focused(): string {
    const focused = this.root.activeElement;
    return focused ? nameOf(focused) : '';
  }
}

function nameOf(element: Element): string {
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  return name.replace(/\s+/g, ' ').trim();
}
