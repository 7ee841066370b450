import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/week-calendar.js';
import type { DaysOf } from '../src/elements/week-calendar/pick-date.js';
import type { WeekCalendar } from '../src/elements/week-calendar/week-calendar.js';
import type { OpusChooseEvent } from '../src/events/choose-event.js';
import type { OpusWeekChangeEvent } from '../src/events/week-change-event.js';
import { datesBetween, weekday } from '../src/domain/civil-date.js';
import {
  clinicianNames,
  fullWeek,
  slotAt,
  timeZone,
  today,
  usualWeek,
  week,
  weekendWeek,
} from './fixtures/slots.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs extends Partial<WeekCalendar> {
  lang: string;
  /** Width of the container around, in px. */
  width: number;
}

// What the widget does around the calendar: it answers by setting `week` and `value`.
const showWeek = (event: OpusWeekChangeEvent) => {
  (event.target as WeekCalendar).week = event.week;
};
const markChosen = (event: OpusChooseEvent) => {
  if (event.choice.step === 'time') {
    (event.target as WeekCalendar).value = event.choice.value.start;
  }
};

/** Every third weekday is full. */
const daysOf: DaysOf = async (from, to) =>
  datesBetween(from, to)
    .filter((date) => weekday(date) < 6 && Number(date.slice(8)) % 3 > 0)
    .map((date) => ({ date, count: (Number(date.slice(8)) % 7) + 1 }));

/** What the widget puts where there are no times. */
const waysOn = html`<button slot="empty" type="button">Andre klinikker</button>
  <button slot="empty" type="button">Andre behandlere</button>
  <a slot="empty" href="tel:+4766776040">Ring klinikken 66 77 60 40</a>`;

const meta: Meta<Inputs> = {
  title: 'Booking/Week calendar',
  component: 'opus-week-calendar',
  args: { slots: usualWeek, first: slotAt('2027-01-21', 600), week, today, lang: 'nb', width: 900 },
  render: (inputs) => html`
    <div style="inline-size: ${inputs.width}px; max-inline-size: 100%">
      <opus-week-calendar
        lang=${inputs.lang}
        .slots=${inputs.slots ?? []}
        .week=${inputs.week ?? ''}
        .value=${inputs.value ?? ''}
        .timeZone=${timeZone}
        .today=${inputs.today ?? ''}
        .first=${inputs.first}
        .nextDate=${inputs.nextDate ?? null}
        .clinicianNames=${clinicianNames}
        .clinicNames=${inputs.clinicNames}
        .daysOf=${daysOf}
        .latestWeek=${'2028-01-17'}
        ?loading=${inputs.loading ?? false}
        ?show-weekend=${inputs.showWeekend ?? false}
        ?starts-only=${inputs.startsOnly ?? false}
        @opus-week-change=${showWeek}
        @opus-choose=${markChosen}
      >
        ${waysOn}
      </opus-week-calendar>
    </div>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

export const Usual: Story = {};

export const English: Story = { args: { lang: 'en' } };

export const Narrow: Story = { args: { width: 320 } };

export const Medium: Story = { args: { width: 520, slots: fullWeek } };

export const Full: Story = { args: { slots: fullWeek, value: fullWeek[12]?.start as string } };

export const Weekend: Story = { args: { slots: weekendWeek, showWeekend: true } };

export const StartsOnly: Story = { args: { startsOnly: true } };

export const Loading: Story = { args: { slots: [], first: null, loading: true } };

export const EmptyWeek: Story = { args: { slots: [], nextDate: '2027-02-17' } };

export const NoTimesAtAll: Story = { args: { slots: [], first: null } };

/** Twelve clinicians at two clinics: equal times are one button (P-21). */
export const Merged: Story = {
  args: {
    slots: fullWeek.map((slot, index) => ({
      ...slot,
      clinic: index % 3 === 0 ? 'opus-dental-klinikken' : 'asker',
    })),
    clinicNames: new Map([
      ['opus-dental-klinikken', 'Opus Dental Klinikken'],
      ['asker', 'Asker tannklinikk'],
    ]),
  },
};

/** More than twelve times a day: morning and afternoon apart. */
export const ManyTimesNarrow: Story = { args: { slots: fullWeek, width: 320, lang: 'fi' } };

export const EmptyWeekNarrow: Story = { args: { slots: [], nextDate: '2027-02-17', width: 320 } };

/** Every day and time in the words of each language (P-18). */
export const FiveLanguages: Story = fiveLanguages;

/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;

/** A full week where there is little room. */
export const NarrowFull: Story = { ...narrow, args: { slots: fullWeek, width: 320 } };

/** The patient takes a time. */
export const Chosen: Story = {
  async play({ canvasElement }) {
    const root = canvasElement.querySelector('opus-week-calendar')?.shadowRoot;
    // One of the days: the earliest times, above them, come later.
    const slot = () => root?.querySelector<HTMLElement>('.days [part~="slot"]');
    await waitFor(() => expect(slot()).toBeVisible());
    slot()?.click();
    await waitFor(() => expect(slot()).toHaveAttribute('aria-pressed', 'true'));
  },
};

/** On dark paper. */
export const Dark: Story = { ...Full, ...dark };

/** "Go to date…" pressed. */
export const GoToDate: Story = {
  play: async ({ canvasElement }) => {
    const calendar = canvasElement.querySelector('opus-week-calendar') as WeekCalendar;
    await calendar.updateComplete;
    calendar.shadowRoot?.querySelector<HTMLElement>('button[name=date]')?.click();
  },
};
