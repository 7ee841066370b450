import { html } from 'lit';
import '../src/console/pages/appointment-sms/define.js';
import '../src/console/pages/sms/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import type { MessageMenu } from '../src/console/pages/sms/message-menu.js';
import type { SmsSettings } from '../src/console/pages/sms/sms-settings.js';
import type { AppointmentMessages, SentMessage } from '../src/contract/index.js';
import { at, monday } from './fixtures/clinic-account.js';
import {
  messageAnswers as answers,
  receivedSms,
  sentSms,
  smsRun,
} from './fixtures/clinic-messages.js';
import { patientAnswers } from './fixtures/clinic-patients.js';
import { consoleMeta, find, show, thenDo, write } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { dark, narrow } from './fixtures/variants.js';

/** SMS in and out, sending, and those of an appointment. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/SMS' };
export default meta;
type Story = ConsoleStory;

/** The whole page. */
export const Page: Story = show(
  () => html`<opus-console-sms .parts=${['sent']}></opus-console-sms>`,
  answers,
);

const box = (name: 'sent' | 'received', items: readonly object[]): Story =>
  thenDo(
    show(() => html`<opus-console-sms-box .box=${name}></opus-console-sms-box>`, {
      ...answers,
      searchMessages: { items },
    }),
    async ({ canvasElement }) =>
      void (await find(canvasElement, items.length > 0 ? '.page .line' : '.end')),
  );

export const Sent: Story = box('sent', [
  sentSms('1', { status: 'V' }),
  sentSms('2', {
    ...{ status: 'SB', delivery: 'delivered', sentAt: at('09:01'), answeredAt: at('10:00') },
  }),
  sentSms('3', { status: 'F', reason: 'sender', patient: undefined }),
  sentSms('4', {
    ...{ type: 'code', text: '', status: 'S', delivery: 'not-delivered', appointment: undefined },
  }),
]);
export const SentNarrow: Story = { ...Sent, ...narrow };
export const SentDark: Story = { ...Sent, ...dark };
export const SentNothing: Story = box('sent', []);
export const SentOffline: Story = show(
  () => html`<opus-console-sms-box .box=${'sent'}></opus-console-sms-box>`,
  { ...answers, searchMessages: new StaffError('offline') },
);
export const Received: Story = box('received', [
  receivedSms('1', { patient: { id: 'kari', firstName: 'Kari', lastName: 'Lund' } }),
  receivedSms('2', { status: 'read', followUp: true, from: 'Telenor', text: 'Reklame' }),
]);
/** All that went to one number and came from it. */
export const Thread: Story = thenDo(
  show(() => html`<opus-console-sms-thread .message=${'2'}></opus-console-sms-thread>`, answers),
  async ({ canvasElement }) => void (await find(canvasElement, '.bubble')),
);

/** What can be done with a message. */
export const Menu: Story = thenDo(
  show(
    () =>
      html`<button class="button" type="button">…</button
        ><opus-console-sms-menu></opus-console-sms-menu>`,
  ),
  async ({ canvasElement }) => {
    const menu = await find<MessageMenu>(canvasElement, 'opus-console-sms-menu');
    const labels = ['Endre', 'Send nå', 'Avbryt sending', 'Vis samtalen'];
    const actions = labels.map((label) => ({ name: label, label, do: () => undefined }));
    const opener = await find(canvasElement, 'button');
    await menu.open(actions, 40, 60, opener);
  },
);
const change = () =>
  html`<opus-console-sms-change
    .message=${sentSms('1', { status: 'V' })}
    .timeZone=${'Europe/Oslo'}
  ></opus-console-sms-change>`;
/** Text, time and expiry of one that waits. */
export const Change: Story = show(change);
export const ChangeGone: Story = thenDo(
  show(change, {
    changeMessage: new StaffError('invalid', { fields: [{ path: 'text', code: 'not-waiting' }] }),
  }),
  async ({ canvasElement }) => {
    await write(canvasElement, 'textarea', 'Hei!');
    (await find(canvasElement, '.primary')).click();
    await find(canvasElement, '[role=alert], .error');
  },
);

const send = () => html`<opus-console-sms-send .parts=${[]}></opus-console-sms-send>`;
const sending = { ...answers, ...patientAnswers };
export const Send: Story = show(send, sending);
export const SendNarrow: Story = { ...Send, ...narrow };
const settings: SmsSettings = {
  ...{ timeZone: 'Europe/Oslo', textLanguage: 'nb' },
  ...{ companies: [], clinics: [], clinicians: [] },
};
/** Those of the register, ticked by the policy; who gets none is there with the reason. */
export const Recipients: Story = thenDo(
  show(
    () => html`<opus-console-sms-recipients .settings=${settings}></opus-console-sms-recipients>`,
    answers,
  ),
  async ({ canvasElement }) => {
    const form = await find<HTMLFormElement>(canvasElement, 'form');
    form.requestSubmit();
    await find(canvasElement, '[role=listitem] input[type=checkbox]');
  },
);
const runs = (part: Parameters<typeof smsRun>[0]) =>
  thenDo(
    show(() => html`<opus-console-sms-runs></opus-console-sms-runs>`, {
      messageRuns: { items: [smsRun(part)] },
    }),
    async ({ canvasElement }) => void (await find(canvasElement, '.item')),
  );
export const Runs: Story = runs({});
/** Stopped on its way. */
export const RunsStopped: Story = runs({ state: 'stopped', done: 120, made: 110 });

// The SMS of an appointment.

const ofManual = (part: Partial<SentMessage>): SentMessage => ({
  ...{ id: part.type ?? 'reminder-1', type: 'reminder-1', channel: 'sms', status: 'V' },
  ...{ lang: 'nb', to: '+4799224466' },
  text: 'Hei Testesen, vi minner om timeavtalen 09.12.2009 kl. 12:45.',
  ...{ madeAt: '2009-12-02T10:15:00+01:00', sendsAt: '2009-12-06T14:45:00+01:00', tries: 0 },
  expiresAt: '2009-12-09T12:45:00+01:00',
  ...part,
});
const ofAppointment: AppointmentMessages = {
  ...{ to: '+4799224466', hindrance: null, isAutomatic: true, testMode: false, isConfirmed: true },
  answer: 'yes',
  directText: 'Hei Testesen, det gjelder timen din.',
  planned: [
    {
      ...{ type: 'reminder-1', hours: 70, isPlanned: true },
      message: ofManual({
        ...{ status: 'SB', delivery: 'delivered', sentAt: '2009-12-06T14:45:00+01:00' },
      }),
    },
    {
      ...{ type: 'reminder-2', hours: 22, isPlanned: true },
      message: ofManual({
        ...{ type: 'reminder-2', status: 'F', failure: 'The SMS gateway answered 400.' },
      }),
    },
    {
      ...{ type: 'reminder-3', hours: 1, isPlanned: true },
      message: ofManual({ type: 'reminder-3', sendsAt: '2009-12-09T11:45:00+01:00' }),
    },
    {
      ...{ type: 'thank-you', hours: 3, isPlanned: true },
      draft: {
        text: 'Takk for besøket og velkommen igjen! Tannlege Hanne Wildahl',
        ...{ sendsAt: '2009-12-09T16:00:00+01:00', expiresAt: '2009-12-10T16:00:00+01:00' },
      },
    },
  ],
  others: [],
  answers: [
    receivedSms('in', {
      ...{ status: 'read', text: 'JA', meaning: 'yes', from: '+4799224466' },
      ...{ answers: 'reminder-1', receivedAt: '2009-12-06T15:02:00+01:00' },
      madeAt: '2009-12-06T15:02:00+01:00',
    }),
  ],
};
const appointment = (messages: AppointmentMessages) =>
  show(
    () =>
      html`<opus-console-appointment-sms
        .appointment=${'1'}
        .timeZone=${'Europe/Oslo'}
      ></opus-console-appointment-sms>`,
    { appointmentMessages: messages },
  );

/** Sent and answered, failed, waiting, and one that was not made. */
export const Appointment: Story = appointment(ofAppointment);
export const AppointmentNarrow: Story = { ...Appointment, ...narrow };
export const AppointmentDark: Story = { ...Appointment, ...dark };
/** Nothing can be sent. */
export const AppointmentWithoutMobile: Story = appointment({
  ...ofAppointment,
  ...{ to: null, hindrance: 'no-mobile', planned: [], answers: [] },
});

/** At a time, and until when it is of use. */
export const Editor: Story = show(
  () =>
    html`<opus-console-sms-editor
      .text=${'Hei Kari, vi sees i morgen.'}
      .sendsAt=${`${monday}T09:00`}
      .expiresAt=${`${monday}T12:00`}
    ></opus-console-sms-editor>`,
);
/** At once. */
export const EditorAtOnce: Story = show(
  () =>
    html`<opus-console-sms-editor
      .text=${'Ring oss, er du snill.'}
      .label=${'Send nå'}
    ></opus-console-sms-editor>`,
);
