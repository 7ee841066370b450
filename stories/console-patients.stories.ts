import { html } from 'lit';
import '../src/console/pages/patients/define.js';
import '../src/console/pages/timebook/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import { accountAnswers, at } from './fixtures/clinic-account.js';
import { reminders } from './fixtures/clinic-messages.js';
import { kari, patientAnswers } from './fixtures/clinic-patients.js';
import { consoleMeta, find, press, show, thenDo, write } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { narrow } from './fixtures/variants.js';

/** Patients on file, what they are due for, and what is held about them. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Patients' };
export default meta;
type Story = ConsoleStory;

const answers = { ...accountAnswers, ...patientAnswers, reminders };

const page = () => html`<opus-console-patients .parts=${[]}></opus-console-patients>`;
export const Page: Story = show(page, answers);
export const PageNarrow: Story = { ...Page, ...narrow };
export const PageNobody: Story = show(page, { patients: { items: [] } });
export const PageOffline: Story = show(page, { patients: new StaffError('offline') });

const patient = () => html`<opus-console-patient .record=${kari}></opus-console-patient>`;
export const Patient: Story = show(patient, answers);
/** Without the right to personal data the national ID is not seen whole. */
export const PatientWithoutPrivacy: Story = show(patient, answers, ['privacy']);
export const PatientNew: Story = show(
  () => html`<opus-console-patient .record=${'new'}></opus-console-patient>`,
  answers,
);

const needs = () =>
  html`<opus-console-patient-needs .patient=${kari}></opus-console-patient-needs>`;
/** What is due, and what was moved. */
export const Needs: Story = show(needs, answers);
export const NeedsNone: Story = show(needs, {
  ...answers,
  ...{ recalls: { items: [] }, journal: { entries: [] } },
});

const privacy = () =>
  html`<opus-console-patient-privacy
    .patient=${kari}
    .name=${'Kari Furuseth'}
  ></opus-console-patient-privacy>`;
export const Privacy: Story = show(privacy);
/** Erasing asks first. */
export const PrivacySure: Story = thenDo(show(privacy), press('button.link, button:last-of-type'));

/** Found by what is typed. */
export const Choice: Story = thenDo(
  show(() => html`<opus-console-patient-choice></opus-console-patient-choice>`, answers),
  async ({ canvasElement }) => {
    await write(canvasElement, 'input', 'Kari');
    await find(canvasElement, 'li button');
  },
);
export const ChoiceMade: Story = show(
  () =>
    html`<opus-console-patient-choice
      .patient=${{ id: kari, firstName: 'Kari', lastName: 'Furuseth', birthDate: '1958-04-14' }}
    ></opus-console-patient-choice>`,
);

const sms = () =>
  html`<opus-console-patient-sms
    .patient=${kari}
    .addresses=${{ mobile: '+4740000001' }}
  ></opus-console-patient-sms>`;
/** Wishes SMS, and has told the reception so. */
export const Sms: Story = show(sms, answers);
/** The number has answered STOP. */
export const SmsStopped: Story = show(sms, {
  ...answers,
  smsWish: { wish: null, at: null, source: null, isNumberRefused: true, refusedAt: at('08:30') },
});
