import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/console/define.js';
import '../src/console/pages/timebook/define.js';
import type { Item, PlacedItem } from '../src/console/pages/timebook/timebook-model.js';
import { toColumns } from '../src/console/pages/timebook/timebook-model.js';
import type { TimebookSettings } from '../src/console/pages/timebook/timebook-source.js';
import type { Language, TimebookEntry } from '../src/contract/index.js';
import { onStage, type Answers } from './fixtures/console-stage.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

interface Args {
  content: () => TemplateResult;
  answers: Answers;
  lang: Language;
}

/** What opens in the timebook, each by itself in its states. */
const meta: Meta<Args> = {
  title: 'Console/Timebook dialogs',
  parameters: { layout: 'padded' },
  args: { lang: 'nb', answers: {} },
  argTypes: {
    content: { table: { disable: true } },
    answers: { table: { disable: true } },
    lang: { control: 'select', options: ['nb', 'sv', 'fi', 'da', 'en'] },
  },
  render: ({ content, answers, lang }) => html`${onStage(content(), { lang, answers })}`,
};
export default meta;
type Story = StoryObj<Args>;

const monday = '2027-01-18';
const settings = {
  ...{ timeZone: 'Europe/Oslo', step: 10, weekend: false },
  companies: [{ id: 'opus', name: 'Opus AS' }],
  clinics: [
    { id: 'sentrum', name: 'Sentrum' },
    { id: 'vest', name: 'Vest' },
  ],
  clinicians: [
    {
      ...{ id: 'lise', name: 'Lise Negård' },
      clinics: [{ clinic: 'sentrum' }, { clinic: 'vest' }],
    },
    { id: 'per', name: 'Per Hansen', clinics: [{ clinic: 'sentrum' }] },
  ],
  templates: [
    { id: 'us', name: 'Undersøkelse', minutes: 30, useInTimebook: true, recallCard: true },
    { id: 'rens', name: 'Puss og rens', minutes: 45, useInTimebook: true, recallCard: false },
  ],
  templateLists: [],
  definitions: [
    { id: 'etimer', name: 'Etimer' },
    { id: 'akutt', name: 'Akutt' },
  ],
  resources: [],
  preblockLists: [{ id: 'lise', name: 'Lise', items: ['etimer'] }],
  organisation: { preblockList: 'lise' },
} as unknown as TimebookSettings;

const stretch = { date: monday, clinician: 'lise', from: 480, to: 720 };
const row = { clinician: 'lise', clinic: 'sentrum', date: monday, version: '1' };
const appointment: TimebookEntry = {
  ...{ id: 'a1', status: 'booked', minutes: 30, clinic: 'sentrum', clinician: 'lise' },
  ...{ start: `${monday}T09:00:00+01:00`, template: 'us', text: 'Vondt oppe til høyre' },
  ...{ registeredBy: 'ITB', registeredAt: '2027-01-11T10:00:00+01:00', arrivedAt: null },
  ...{ campaignCode: 'JUL26', recallCard: true, need: null, resource: null, version: '1' },
  patient: { id: 'kari', firstName: 'Kari', lastName: 'Lund', birthDate: '1984-03-02' },
};
const itemsOf = (series: string | null): readonly Item[] =>
  toColumns(
    {
      ...{ entries: [appointment], taken: [], offered: [] },
      workingTime: [{ ...row, series, id: 'w1', from: '08:00', to: '12:00', recall: false }],
      preblocks: [{ ...row, series, id: 'p1', from: '08:00', to: '12:00', preblock: 'etimer' }],
    },
    [monday],
    ['lise'],
  )[0]!.items;
const itemOf = (kind: Item['kind'], series: string | null = null) =>
  itemsOf(series).find((item) => item.kind === kind)!;

const answers: Answers = {
  nextTimes: {
    times: [
      { start: `${monday}T10:00:00+01:00`, minutes: 30, clinic: 'sentrum', clinician: 'lise' },
      { start: '2027-01-19T08:30:00+01:00', minutes: 30, clinic: 'vest', clinician: 'lise' },
    ],
  },
  recalls: {
    items: [
      {
        ...{ id: 'r1', patient: 'kari', template: 'us', week: '2027-01-11', minutes: 40 },
        ...{ clinician: 'lise', intervalMonths: 12, isBooked: false },
      },
    ],
  },
  journal: {
    entries: [
      { at: '2027-01-12T14:02:00+01:00', text: 'Flyttet fra mandag 11. januar kl. 09:00 (ITB)' },
    ],
  },
  history: {
    entries: [
      { at: '2027-01-13T08:15:00+01:00', action: 'stored', actor: { name: 'Ingrid Solberg' } },
    ],
  },
  checkTimebook: {
    ...{ clashes: ['preblocked'], cancelClashes: ['deadline-passed'] },
    ...{ taken: [], hasResource: true, isWorked: true },
  },
  previewTimebookMessage: {
    messages: [
      {
        ...{ channel: 'sms', recipient: '*** ** 567', subject: null, lang: 'nb' },
        text: 'Hei Kari. Timen din hos Lise Negård mandag 18. januar kl. 09:00 er avlyst.',
      },
    ],
  },
};

type Played = NonNullable<Story['play']>;

/** Presses what a selector finds inside an element, once it is there. */
const press =
  (tag: string, selector: string): Played =>
  async ({ canvasElement }) => {
    const find = () =>
      canvasElement.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector);
    await waitFor(() => expect(find()).toBeVisible());
    find()?.click();
  };

const fresh =
  (kind: 'working-time' | 'preblock' | 'appointment', part: object = {}) =>
  () => {
    const inputs = { here: [] as readonly Item[], ...part } as {
      here: readonly Item[];
      overrideReason?: string;
      publishReason?: string;
    };
    return html`<opus-console-timebook-new
      .settings=${settings}
      .stretch=${stretch}
      .here=${inputs.here}
      .proposed=${kind}
      .overrideReason=${inputs.overrideReason}
      .publishReason=${inputs.publishReason}
    ></opus-console-timebook-new>`;
  };

/** A stretch of an empty day. */
export const WorkingTime: Story = { args: { content: fresh('working-time') } };
/** Every second week on some weekdays, until a date. */
export const WorkingTimeRepeated: Story = {
  args: { content: fresh('working-time') },
  play: async (context) => {
    const { canvasElement } = context;
    const ticks = () =>
      [
        ...(canvasElement
          .querySelector('opus-console-timebook-new')
          ?.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? []),
      ].at(-1);
    await waitFor(() => expect(ticks()).toBeVisible());
    ticks()?.click();
  },
};
/** Over what lies there already. */
export const Preblock: Story = { args: { content: fresh('preblock', { here: itemsOf(null) }) } };
/** For somebody who may not publish. */
export const PreblockWithoutRight: Story = {
  args: {
    content: fresh('preblock', { publishReason: 'Du trenger retten «publisere tider» for dette.' }),
  },
};
/** Over a preblock, for somebody who may book there all the same. */
export const Appointment: Story = {
  args: { answers, content: fresh('appointment', { here: itemsOf(null) }) },
};
/** Over a preblock that may not be bypassed, for somebody who may not either. */
export const AppointmentWithoutOverride: Story = {
  args: {
    answers,
    content: fresh('appointment', {
      here: itemsOf(null),
      overrideReason: 'Du trenger retten «booke over preblokkeringer» for dette.',
    }),
  },
};
export const AppointmentNarrow: Story = { ...Appointment, ...narrow };
export const AppointmentFiveLanguages: Story = { ...Appointment, ...fiveLanguages };

const placedOf = (kind: PlacedItem['kind'], series: string | null): PlacedItem =>
  itemOf(kind, series) as PlacedItem;
const placed =
  (kind: 'working-time' | 'preblock', series: string | null, entries = 0) =>
  () =>
    html`<opus-console-timebook-placed
      .settings=${settings}
      .item=${placedOf(kind, series)}
      .entries=${entries}
    ></opus-console-timebook-placed>`;

export const PlacedWorkingTime: Story = { args: { content: placed('working-time', null) } };
/** One of a series, with two appointments in it. */
export const PlacedSeries: Story = { args: { content: placed('preblock', 's1', 2) } };

const opened =
  (part: Partial<TimebookEntry> = {}) =>
  () => {
    const item = itemOf('entry');
    return html`<opus-console-timebook-entry
      .settings=${settings}
      .item=${{ ...item, source: { ...appointment, ...part } }}
    ></opus-console-timebook-entry>`;
  };

/** What the patient would be told, the journal, and the SMS of it. */
export const Entry: Story = { args: { answers, content: opened() } };
export const EntryDark: Story = { ...Entry, ...dark };
/** Waits for its code. */
export const EntryPending: Story = {
  args: { answers, content: opened({ status: 'pending', patient: null }) },
};
/** The journal of moves, opened. */
export const Journal: Story = {
  args: {
    answers,
    content: () =>
      html`<opus-console-appointment-journal
        .appointment=${'a1'}
        .patient=${'kari'}
      ></opus-console-appointment-journal>`,
  },
  play: press('opus-console-appointment-journal', 'summary'),
};

export const Copy: Story = {
  args: {
    content: () =>
      html`<opus-console-timebook-copy
        .settings=${settings}
        .monday=${monday}
        .clinicians=${['lise']}
      ></opus-console-timebook-copy>`,
  },
};

/** The next times that are long enough. */
export const NextFreeTimes: Story = {
  args: {
    answers,
    content: () =>
      html`<opus-console-next-free
        .settings=${settings}
        .stretch=${stretch}
      ></opus-console-next-free>`,
  },
  play: press('opus-console-next-free', 'button'),
};
/** There is none within the year. */
export const NextFreeNone: Story = {
  args: { ...NextFreeTimes.args, answers: { nextTimes: { times: [] } } },
  play: press('opus-console-next-free', 'button'),
};

/** What the patient is due for. */
export const Needs: Story = {
  args: {
    answers,
    content: () =>
      html`<opus-console-need-choice
        .settings=${settings}
        .patient=${'kari'}
      ></opus-console-need-choice>`,
  },
};
