import { html } from 'lit';
import '../src/console/define.js';
import '../src/console/pages/timebook/define.js';
import type { TimebookSettings } from '../src/console/pages/timebook/timebook-source.js';
import type { WaitingPatient } from '../src/contract/index.js';
import { kari } from './fixtures/clinic-patients.js';
import { consoleMeta, find } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import type { Answers } from './fixtures/staff-answers.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

/** Who waits for an earlier time (*Ønsker bedre tid*), in its states. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Timebook waiting' };
export default meta;
type Story = ConsoleStory;

const monday = '2027-01-18';
const settings = {
  ...{ timeZone: 'Europe/Oslo', step: 10 },
  clinics: [{ id: 'sentrum', name: 'Sentrum' }],
  clinicians: [{ id: 'lise', name: 'Lise Negård', clinics: [{ clinic: 'sentrum' }] }],
  templates: [{ id: 'us', name: 'Undersøkelse', minutes: 30, useInTimebook: true }],
} as unknown as TimebookSettings;

const waiting: WaitingPatient = {
  ...{ id: 'v1', since: '2027-01-11T09:12:00+01:00', toldAt: '2027-01-14T13:05:00+01:00' },
  ...{ before: '2027-01-29T10:00:00+01:00', expiresAt: '2027-01-29T10:00:00+01:00' },
  ...{ clinic: null, group: null, clinician: 'lise', treatment: 'us', minutes: 30 },
  ...{ address: '+4741234567', mobile: '+4741234567' },
  patient: { id: kari, firstName: 'Kari', lastName: 'Lund' },
  appointment: {
    ...{ id: 'a1', start: '2027-01-29T10:00:00+01:00', minutes: 30 },
    ...{ clinic: 'sentrum', clinician: 'lise' },
  },
};
const stranger: WaitingPatient = {
  ...waiting,
  ...{ id: 'v2', patient: null, appointment: null, clinician: null, toldAt: null },
  ...{ address: 'en.veldig.lang.adresse@eksempel-for-tannlegevakten.no', mobile: null },
};
/** As somebody sees it who may not see patients. */
const nameless: WaitingPatient = { ...stranger, id: 'v3' };
delete nameless.address;

const answers: Answers = {
  timeAlerts: { alerts: [waiting, stranger, nameless], count: 3, isTold: true },
};
const open = {
  stretch: { date: monday, clinician: 'lise', from: 540, to: 600 },
  clinic: 'sentrum',
};

const dialog =
  (part: object = {}) =>
  () => {
    const inputs = part as { open?: typeof open; reason?: string };
    return html`<opus-console-timebook-waiting
      .settings=${settings}
      .open=${inputs.open}
      .reason=${inputs.reason}
    ></opus-console-timebook-waiting>`;
  };
const shown: Story['play'] = async ({ canvasElement }) => void (await find(canvasElement, 'li'));

/** All who wait. */
export const All: Story = { args: { answers, content: dialog() }, play: shown };
/** Those for whom a free time would do. */
export const ForATime: Story = { args: { answers, content: dialog({ open }) }, play: shown };
export const ForATimeNarrow: Story = { ...ForATime, ...narrow };
export const ForATimeDark: Story = { ...ForATime, ...dark };
export const FiveLanguages: Story = { ...ForATime, ...fiveLanguages };
/** The clinic tells nobody by itself, and nobody waits. */
export const Nobody: Story = {
  args: { answers: { timeAlerts: { alerts: [], count: 0, isTold: false } }, content: dialog() },
};
/** For somebody who may not book. */
export const WithoutRight: Story = {
  args: { content: dialog({ reason: 'Du trenger retten «booke timer» for dette.' }) },
};

/** What stands where a time is marked or freed. */
export const Here: Story = {
  args: {
    answers,
    content: () =>
      html`<opus-console-waiting-here
        .open=${open}
        .timeZone=${'Europe/Oslo'}
      ></opus-console-waiting-here>`,
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'button')),
};

const wish = () =>
  html`<opus-console-better-time
    .appointment=${'a1'}
    .clinician=${{ id: 'lise', name: 'Lise Negård' }}
  ></opus-console-better-time>`;
/** In the window of an appointment: nobody has said so. */
export const Wish: Story = {
  args: { answers: { timeAlerts: { alerts: [], count: 0, isTold: true } }, content: wish },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'select')),
};
/** The patient waits already. */
export const WishNoted: Story = {
  args: {
    answers: { timeAlerts: { alerts: [waiting], count: 1, isTold: true } },
    content: wish,
  },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'section')),
};
