import { html } from 'lit';
import '../src/console/define.js';
import '../src/console/pages/timebook/define.js';
import type { Item, PlacedItem } from '../src/console/pages/timebook/timebook-model.js';
import { toColumns } from '../src/console/pages/timebook/timebook-model.js';
import type { TimebookSettings } from '../src/console/pages/timebook/timebook-source.js';
import type { TimebookEntry } from '../src/contract/index.js';
import { deepest } from './fixtures/deep.js';
import { kari, patientAnswers } from './fixtures/clinic-patients.js';
import { consoleMeta, find, press } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import type { Answers } from './fixtures/staff-answers.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

/** What opens in the timebook, each by itself in its states. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Timebook dialogs' };
export default meta;
type Story = ConsoleStory;

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
  patient: { id: kari, firstName: 'Kari', lastName: 'Lund', birthDate: '1984-03-02' },
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
        ...{ id: '00000000-0000-4000-8000-00000000000a', patient: kari, template: 'us' },
        ...{ week: '2027-01-11', minutes: 40, clinician: 'lise', intervalMonths: 12 },
        isBooked: false,
      },
    ],
  },
  journal: patientAnswers.journal,
  history: {
    entries: [
      {
        ...{ id: '1', at: '2027-01-13T08:15:00+01:00', action: 'stored', kind: 'timebook' },
        actor: { kind: 'person', name: 'Ingrid Solberg' },
        ...{ fields: ['text'], canUndo: true },
      },
    ],
  },
  checkTimebook: {
    ...{ clashes: ['preblocked'], cancelClashes: ['deadline-passed'] },
    ...{ taken: [], hasResource: true, isWorked: true },
  },
  checkCalendar: { count: 26, appointments: 2, left: 0, overlaps: [] },
  previewTimebookMessage: {
    messages: [
      {
        ...{ channel: 'sms', recipient: '*** ** 567', lang: 'nb' },
        text: 'Hei Kari. Timen din hos Lise Negård mandag 18. januar kl. 09:00 er avlyst.',
      },
    ],
  },
  appointmentMessages: {
    ...{ to: '+4741234567', hindrance: null, isAutomatic: true, testMode: false },
    ...{
      isConfirmed: false,
      answer: null,
      directText: 'Hei Kari.',
      planned: [],
      others: [],
      answers: [],
    },
  },
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
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'input[type=checkbox]');
    deepest(canvasElement, 'input[type=checkbox]').at(-1)?.click();
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

const clock = { from: '08:00', to: '12:00' };
/** What is asked for working time or a preblock, below the choice of which. */
export const PlacingAlone: Story = {
  args: {
    content: () =>
      html`<opus-console-timebook-new-placing
        .settings=${settings}
        .stretch=${stretch}
        .kind=${'preblock' as const}
        .clock=${clock}
        .clinic=${'sentrum'}
      ></opus-console-timebook-new-placing>`,
  },
};
/** The same for an appointment. */
export const BookingAlone: Story = {
  args: {
    content: () =>
      html`<opus-console-timebook-new-booking
        .settings=${settings}
        .stretch=${stretch}
        .clock=${clock}
        .clinic=${'sentrum'}
      ></opus-console-timebook-new-booking>`,
    answers: patientAnswers,
  },
};

const placedOf = (kind: PlacedItem['kind'], series: string | null): PlacedItem =>
  itemOf(kind, series) as PlacedItem;
const placed = (kind: 'working-time' | 'preblock', series: string | null) => () =>
  html`<opus-console-timebook-placed
    .settings=${settings}
    .item=${placedOf(kind, series)}
  ></opus-console-timebook-placed>`;

export const PlacedWorkingTime: Story = { args: { content: placed('working-time', null) } };
/** One of a series, with two appointments in it. */
export const PlacedSeries: Story = { args: { content: placed('preblock', 's1') } };

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
        .patient=${kari}
      ></opus-console-appointment-journal>`,
  },
  play: press('summary'),
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
  play: press('button'),
};
/** There is none within the year. */
export const NextFreeNone: Story = {
  args: { ...NextFreeTimes.args, answers: { nextTimes: { times: [] } } },
  play: press('button'),
};

/** What the patient is due for. */
export const Needs: Story = {
  args: {
    answers,
    content: () =>
      html`<opus-console-need-choice
        .settings=${settings}
        .patient=${kari}
      ></opus-console-need-choice>`,
  },
};

/** What the patient would be told, by SMS and by e-mail. */
export const PatientMessage: Story = {
  args: {
    answers: {
      previewTimebookMessage: {
        messages: [
          {
            channel: 'sms',
            lang: 'nb',
            recipient: '*** ** 567',
            text: 'Hei Kari. Timen er flyttet.',
          },
          { channel: 'email', lang: 'nb', subject: 'Timen din er flyttet', text: 'Hei Kari.' },
        ],
      },
    },
    content: () =>
      html`<opus-console-patient-message
        .about=${{ event: 'moved' }}
      ></opus-console-patient-message>`,
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'summary')),
};
/** Neither mobile nor e-mail is known. */
export const PatientMessageNone: Story = {
  args: {
    answers: { previewTimebookMessage: { messages: [] } },
    content: PatientMessage.args!.content!,
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, '.sheet')),
};

/** Somebody who is not on file, from what was looked for. */
export const NewPatient: Story = {
  args: {
    content: () =>
      html`<opus-console-new-patient .typed=${'Nina Lund'}></opus-console-new-patient>`,
  },
};
/** One preblock is on the list in force; the other waits behind a question. */
export const PreblockChoice: Story = {
  args: {
    content: () =>
      html`<opus-console-preblock-choice
        .settings=${settings}
        .clinician=${'lise'}
        .clinic=${'sentrum'}
        .preblock=${'etimer'}
      ></opus-console-preblock-choice>`,
  },
};
/** Appointments that would lie in it, and working time that is there already. */
export const CalendarCheck: Story = {
  args: {
    answers: {
      checkCalendar: {
        ...{ count: 3, appointments: 2, left: 0 },
        overlaps: [
          { clinician: 'lise', clinic: 'sentrum', date: monday, from: '09:00', to: '11:00' },
        ],
      },
    },
    content: () =>
      html`<opus-console-calendar-check
        .settings=${settings}
        .about=${{ kind: 'working-time' }}
      ></opus-console-calendar-check>`,
  },
};
/** A time over a preblock that may be passed over with a yes. */
export const TimeCheck: Story = {
  args: {
    answers: {
      checkTimebook: {
        ...{ clashes: ['preblocked', 'outside-preblock'], cancelClashes: [], taken: [] },
        ...{ hasResource: true, isWorked: false },
      },
    },
    content: () =>
      html`<opus-console-time-check
        .about=${{ clinician: 'lise', clinic: 'sentrum', minutes: 30 }}
      ></opus-console-time-check>`,
  },
};
/** Single dates that a repetition leaves out. */
export const DateExceptions: Story = {
  args: {
    content: () =>
      html`<opus-console-date-exceptions
        .dates=${['2027-01-25']}
        .first=${monday}
        .last=${'2027-02-15'}
      ></opus-console-date-exceptions>`,
  },
};
