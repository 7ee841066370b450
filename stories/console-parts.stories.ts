import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { waitFor } from 'storybook/test';
import '../src/console/define.js';
import '../src/console/pages/appointment-sms/define.js';
import '../src/console/pages/decide/define.js';
import '../src/console/pages/messages/define.js';
import '../src/console/pages/reminders/define.js';
import '../src/console/pages/sms/define.js';
import '../src/console/pages/timebook/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import { hoursOf, toColumns } from '../src/console/pages/timebook/timebook-model.js';
import { switchField, textField } from '../src/console/parts/fields.js';
import { consoleStyles } from '../src/console/look/console-styles.js';
import { Session } from '../src/console/state/session.js';
import type { SessionState } from '../src/console/state/session.js';
import type {
  AppointmentMessages,
  Language,
  SentMessage,
  Timebook,
  TimebookEntry,
} from '../src/contract/index.js';
import { onStage, type Answers } from './fixtures/console-stage.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

interface Args {
  content: () => TemplateResult;
  answers: Answers;
  lang: Language;
}

/** Parts of the clinic's side, each by itself in its states. */
const meta: Meta<Args> = {
  title: 'Console/Parts',
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

// The timebook.

const monday = '2026-11-23';
const entry = (clock: string, name: string, part: Partial<TimebookEntry> = {}): TimebookEntry => ({
  ...{ id: clock, status: 'booked', minutes: 30, clinic: 'sentrum', clinician: 'lise' },
  ...{ start: `${monday}T${clock}:00+01:00`, template: 'us', text: '', registeredBy: 'ITB' },
  ...{ registeredAt: '2026-11-20T10:00:00+01:00', arrivedAt: null },
  ...{ campaignCode: null, recallCard: false, need: null, resource: null, version: clock },
  patient: { id: name, firstName: name, lastName: 'Lund', birthDate: null },
  ...part,
});
const row = { clinician: 'lise', clinic: 'sentrum', date: monday, series: null, version: '1' };
const full: Timebook = {
  entries: [
    entry('08:00', 'Kari', { arrivedAt: `${monday}T07:55:00+01:00` }),
    entry('09:00', 'Ola', { status: 'pending', patient: null }),
    entry('10:30', 'Per', { registeredBy: 'Ingrid', text: 'Rotfylling', minutes: 60 }),
  ],
  taken: [{ clinician: 'per', start: `${monday}T09:00:00+01:00`, minutes: 45 }],
  workingTime: [
    { ...row, id: 'w1', from: '08:00', to: '12:00', recall: false },
    { ...row, id: 'w2', clinician: 'per', from: '09:00', to: '16:00', recall: true },
  ],
  preblocks: [{ ...row, id: 'p1', from: '08:00', to: '12:00', preblock: 'etimer' }],
  offered: ['09:30', '10:00', '11:30'].map((clock) => ({
    ...{ start: `${monday}T${clock}:00+01:00`, minutes: 30, clinic: 'sentrum', clinician: 'lise' },
  })),
};

const grid =
  (book: Timebook, mayChange = true) =>
  () => {
    const columns = toColumns(book, [monday], ['lise', 'per']);
    return html`<opus-console-timebook-grid
      .columns=${columns}
      .hours=${hoursOf(columns)}
      .names=${new Map([
        ['lise', 'Lise Negård'],
        ['per', 'Per Hansen'],
      ])}
      .definitions=${new Map([['etimer', { name: 'Etimer', colour: '#e6f4f1' }]])}
      .changeable=${() => mayChange}
    ></opus-console-timebook-grid>`;
  };

/** Working time, a preblock, offered times, and appointments: one who has come, one that waits for its code, a colleague's. */
export const TimebookWithData: Story = { args: { content: grid(full) } };
export const TimebookEmpty: Story = { args: { content: grid({ entries: [], taken: [] }) } };
/** For somebody who may change nothing of it. */
export const TimebookReadOnly: Story = { args: { content: grid(full, false) } };
export const TimebookNarrow: Story = { args: { content: grid(full) }, ...narrow };
export const TimebookDark: Story = { args: { content: grid(full) }, ...dark };

// The SMS of an appointment.

const smsOf = (part: Partial<SentMessage>): SentMessage => ({
  ...{ id: part.type ?? 'reminder-1', type: 'reminder-1', channel: 'sms', status: 'V', lang: 'nb' },
  ...{ to: '+4799224466', text: 'Hei Testesen, vi minner om timeavtalen 09.12.2009 kl. 12:45.' },
  madeAt: '2009-12-02T10:15:00+01:00',
  sendsAt: '2009-12-06T14:45:00+01:00',
  expiresAt: '2009-12-09T12:45:00+01:00',
  ...part,
});
const draft = {
  text: 'Takk for besøket og velkommen igjen! Tannlege Hanne Wildahl',
  sendsAt: '2009-12-09T16:00:00+01:00',
  expiresAt: '2009-12-10T16:00:00+01:00',
};
const ofAppointment: AppointmentMessages = {
  ...{ to: '+4799224466', hindrance: null, isAutomatic: true, testMode: false, isConfirmed: true },
  directText: 'Hei Testesen, det gjelder timen din.',
  planned: [
    {
      ...{ type: 'reminder-1', hours: 70, isPlanned: true },
      message: smsOf({
        ...{ status: 'SB', delivery: 'delivered', sentAt: '2009-12-06T14:45:00+01:00' },
      }),
    },
    {
      ...{ type: 'reminder-2', hours: 22, isPlanned: true },
      message: smsOf({
        ...{ type: 'reminder-2', status: 'F', failure: 'The SMS gateway answered 400.' },
      }),
    },
    {
      ...{ type: 'reminder-3', hours: 1, isPlanned: true },
      message: smsOf({ type: 'reminder-3', sendsAt: '2009-12-09T11:45:00+01:00' }),
    },
    { type: 'thank-you', hours: 3, isPlanned: true, draft },
  ],
  others: [],
  answers: [
    {
      ...{
        id: 'in',
        type: 'received',
        status: 'read',
        followUp: false,
        text: 'JA',
        meaning: 'yes',
      },
      ...{ from: '+4799224466', to: null, answers: 'reminder-1' },
      receivedAt: '2009-12-06T15:02:00+01:00',
      madeAt: '2009-12-06T15:02:00+01:00',
    },
  ],
};
const appointmentSms = (messages: AppointmentMessages) => ({
  content: () =>
    html`<opus-console-appointment-sms
      .appointment=${'1'}
      .timeZone=${'Europe/Oslo'}
    ></opus-console-appointment-sms>`,
  answers: { appointmentMessages: messages },
});

/** Sent and answered, failed, waiting, and one that was not made. */
export const AppointmentSms: Story = { args: appointmentSms(ofAppointment) };
export const AppointmentSmsNarrow: Story = { args: appointmentSms(ofAppointment), ...narrow };
export const AppointmentSmsDark: Story = { args: appointmentSms(ofAppointment), ...dark };
/** Nothing can be sent. */
export const AppointmentSmsWithoutMobile: Story = {
  args: appointmentSms({
    ...ofAppointment,
    to: null,
    hindrance: 'no-mobile',
    planned: [],
    answers: [],
  }),
};

// Signing in.

const session = new Session({
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
});
const signIn = (part: Partial<SessionState>) => () => {
  const state: SessionState = { ...session.state, status: 'signed-out', ...part };
  return html`<opus-console-sign-in
    .session=${session}
    .state=${state}
    .accountName=${'Opus Dental Klinikken'}
  ></opus-console-sign-in>`;
};
const started = { id: '1', token: 't', resendAfter: 30, expiresIn: 600 };

export const SignIn: Story = { args: { content: signIn({}) } };
export const SignInFiveLanguages: Story = { args: { content: signIn({}) }, ...fiveLanguages };
export const SignInCode: Story = { args: { content: signIn({ started }) } };
export const SignInWrongCode: Story = {
  args: { content: signIn({ started, failure: new StaffError('code-wrong', { triesLeft: 2 }) }) },
};
/** Over the page where a session ended. */
export const SignInEnded: Story = { args: { content: signIn({ status: 'ended' }) } };
export const SignInDemo: Story = {
  args: {
    content: signIn({
      demoPeople: [
        { id: '1', name: 'Ingrid Solberg', roles: [{ role: 'owner' }] },
        { id: '2', name: 'Ola Vik', roles: [{ role: 'reception' }, { role: 'publisher' }] },
      ],
    }),
  },
};

// Fields of a record.

const values: Record<string, unknown> = {
  name: 'Sentrum',
  email: 'sentrum@',
  weekendBooking: true,
  text: '',
};
const form = {
  valueOf: (path: string) => values[path],
  set: () => undefined,
  problemOf: (path: string) => (path === 'email' ? 'format' : undefined),
};
const field = (path: string, label: string) => ({
  ...{ form, path, label },
  problemText: () => 'Ser ikke riktig ut.',
});

/** What is right, what is wrong, what can't be changed and why, and a switch with its explanation. */
export const RecordFields: Story = {
  args: {
    content: () =>
      html`<style>
          ${consoleStyles.cssText}
        </style>
        <div class="fields">
          ${textField({ ...field('name', 'Navn'), required: true })}
          ${textField({ ...field('email', 'E-post'), type: 'email' })}
          ${textField({ ...field('text', 'Tekst'), rows: 3, placeholder: 'Standardteksten', hint: 'Vises for pasientene.' })}
          ${textField({ ...field('name2', 'Underdomene'), reason: 'Du trenger retten «endre innstillinger» for dette.' })}
          ${switchField({ ...field('weekendBooking', 'Timer i helgen'), hint: 'Lørdager og søndager kan bookes.' })}
          ${switchField({ ...field('off', 'Innlogging'), reason: 'Slå på SMS eller e-ID først.' })}
        </div>`,
  },
};

// A message as the patient gets it.

const sms = 'Hei Kari. Du har time hos Lise Negård mandag 23. november kl. 08:00. Hilsen Sentrum';

export const MessageSms: Story = {
  args: {
    content: () =>
      html`<opus-console-message-preview
        channel="sms"
        sender="Sentrum"
        text=${sms}
        textLanguage="nb"
      ></opus-console-message-preview>`,
  },
};
export const MessageMail: Story = {
  args: {
    content: () =>
      html`<opus-console-message-preview
        channel="email"
        sender="Sentrum &lt;sentrum@example.com&gt;"
        subject="Timen din er bestilt"
        text=${sms}
        textLanguage="nb"
      ></opus-console-message-preview>`,
  },
};

// To decide.

const change = (id: string, firstName: string) => ({
  ...{ id, askedAt: '2026-11-20T10:00:00+01:00' },
  patient: { id, firstName, lastName: 'Lund' },
  changes: { mobile: { from: '+4741234567', to: '+4798765432' }, city: { from: null, to: 'Oslo' } },
});
const decide = (changes: unknown[]) => ({
  args: {
    answers: { patientChanges: { changes } },
    content: () => html`<opus-console-decide></opus-console-decide>`,
  },
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    await waitFor(() => {
      const page = canvasElement.querySelector('opus-console-decide')?.shadowRoot;
      if (!page?.querySelector('.changes, .lead')) throw new Error('nothing yet');
    });
  },
});

export const DecideTwo: Story = decide([change('1', 'Kari'), change('2', 'Ola')]);
export const DecideNothing: Story = decide([]);

// Reminders.

const sampleValues = {
  ...{ PATIENT_FIRST_NAME: 'Ola', PATIENT_LAST_NAME: 'Nordmann', CLINICIAN_TITLE: 'Tannlege' },
  ...{ CLINICIAN_NAME: 'Lise Negård', TREATMENT_NAME: 'Undersøkelse', TIMESLOT_START_YEAR: '2015' },
  ...{ TIMESLOT_START_MONTH: '06', TIMESLOT_START_DAY: '04', TIMESLOT_START_HOUR: '13' },
  TIMESLOT_START_MINUTE: '00',
};
const reminderText = (text: string, problem = '') => ({
  args: {
    content: () =>
      html`<opus-console-reminder-text
        .name=${'Påminnelse 1'}
        .text=${text}
        .standard=${'Hei [Fornavn], vi minner om timeavtalen [Tidspunkt].'}
        .textLanguage=${'nb'}
        .samples=${sampleValues}
        .sender=${'Tannlegen'}
        .problem=${problem}
      ></opus-console-reminder-text>`,
  },
});

export const ReminderStandardText: Story = reminderText('');
/** Names the treatment, which is health data. */
export const ReminderOwnText: Story = reminderText('Hei [Fornavn], [TREATMENT_NAME] [Tidspunkt].');
export const ReminderUnknownField: Story = reminderText('Hei [Fornavnet]', 'unknown-field');

const smsStatus = (part: object) => ({
  args: {
    answers: {
      messageStatus: {
        ...{ state: 'idle', waiting: 124, due: 0, oldestDue: null, sent: 1830, delivered: 1790 },
        ...{ notDelivered: 21, failed: 3, expired: 2, received: 88, unread: 4, testMode: false },
        ...{ lastSentAt: '2026-11-20T09:30:00+01:00', lastReceivedAt: '2026-11-20T08:02:00+01:00' },
        lastRun: { startedAt: '2026-11-20T09:45:00+01:00', endedAt: '2026-11-20T09:45:01+01:00' },
        ...{ lastError: null, replanning: null },
        pauses: { saturday: true, sunday: true, night: { from: '22:00', to: '07:00' } },
        ...part,
      },
    },
    content: () => html`<opus-console-sms-service></opus-console-sms-service>`,
  },
});

export const SmsServiceIdle: Story = smsStatus({});
/** What the gateway has said is there to read. */
export const SmsServiceFailing: Story = smsStatus({
  ...{ state: 'failing', due: 12, oldestDue: '2026-11-20T09:10:00+01:00' },
  lastError: { at: '2026-11-20T09:44:00+01:00', reason: '503 Service Unavailable' },
  replanning: { done: 600, total: 2100 },
});

/** A year in which reminders began in May. */
const smsMonths = [12, 11, 13, 12, 11, 9, 7, 6, 5, 6, 4, 5].map((missed, index) => ({
  month: `2026-${String(index + 1).padStart(2, '0')}`,
  ...{ clinic: 'west', sent: index < 4 ? 0 : 300, reminders: 0, failed: 2, answered: 12 },
  ...{
    delivered: index < 4 ? 0 : 280 + index,
    notDelivered: 4,
    appointments: 140,
    missed,
    unknown: 8,
  },
}));
const smsStatistics = (items: readonly object[]) => ({
  args: {
    answers: {
      messageStatistics: { items, firstReminders: [{ clinic: 'west', month: '2026-05' }] },
      clinics: { items: [{ id: 'west', name: 'Vest' }] },
    },
    content: () => html`<opus-console-sms-statistics></opus-console-sms-statistics>`,
  },
});

export const SmsStatisticsYear: Story = smsStatistics(smsMonths);
export const SmsStatisticsNarrow: Story = { ...smsStatistics(smsMonths), ...narrow };
export const SmsStatisticsNothing: Story = smsStatistics([]);

// SMS.

const oslo = (clock: string) => `2026-11-20T${clock}:00+01:00`;
const sentSms = (id: string, part: object) => ({
  ...{
    id,
    type: 'reminder-1',
    channel: 'sms',
    status: 'S',
    to: '+4741234567',
    lang: 'nb',
    text: sms,
  },
  ...{ madeAt: oslo('08:00'), sendsAt: oslo('09:00'), expiresAt: oslo('12:00') },
  patient: { id: 'kari', firstName: 'Kari', lastName: 'Lund' },
  appointment: {
    ...{ id: 'a', start: oslo('12:00'), clinic: 'sentrum', clinician: 'lise' },
    isConfirmed: id === '2',
  },
  ...part,
});
const receivedSms = (id: string, part: object) => ({
  ...{ id, type: 'received', status: 'unread', followUp: false, from: '+4741234567', to: null },
  ...{ text: 'Ja', receivedAt: oslo('10:00'), madeAt: oslo('10:01') },
  ...part,
});
const named = (id: string, name: string) => ({ items: [{ id, name }] });
const smsAnswers = {
  companies: named('firma', 'Firma AS'),
  clinics: named('sentrum', 'Sentrum'),
  clinicians: named('lise', 'Lise Negård'),
};
const whenThere = (tag: string, inside: string): Story['play'] => {
  return async ({ canvasElement }) => {
    await waitFor(() => {
      const part = canvasElement.querySelector(tag)?.shadowRoot;
      if (!part?.querySelector(inside)) throw new Error('nothing yet');
    });
  };
};
const smsBox = (box: 'sent' | 'received', items: readonly object[]): Story => ({
  args: {
    answers: { ...smsAnswers, searchMessages: { items } },
    content: () => html`<opus-console-sms-box .box=${box}></opus-console-sms-box>`,
  },
  play: whenThere('opus-console-sms-box', items.length > 0 ? '.page .line' : '.end'),
});

export const SmsSent: Story = smsBox('sent', [
  sentSms('1', { status: 'V' }),
  sentSms('2', {
    status: 'SB',
    delivery: 'delivered',
    sentAt: oslo('09:01'),
    answeredAt: oslo('10:00'),
  }),
  sentSms('3', { status: 'F', reason: 'sender', sentAt: undefined, patient: undefined }),
  sentSms('4', {
    type: 'code',
    text: '',
    status: 'S',
    delivery: 'not-delivered',
    appointment: undefined,
  }),
]);
export const SmsSentNarrow: Story = { ...SmsSent, ...narrow };
export const SmsSentDark: Story = { ...SmsSent, ...dark };
export const SmsSentNothing: Story = smsBox('sent', []);
export const SmsReceived: Story = smsBox('received', [
  receivedSms('1', { patient: { id: 'kari', firstName: 'Kari', lastName: 'Lund' } }),
  receivedSms('2', { status: 'read', followUp: true, from: 'Telenor', text: 'Reklame' }),
]);
export const SmsThread: Story = {
  args: {
    answers: {
      messageThread: {
        number: '+4741234567',
        patient: { id: 'kari', firstName: 'Kari', lastName: 'Lund' },
        items: [
          receivedSms('2', { meaning: 'yes' }),
          sentSms('1', { status: 'SB', delivery: 'delivered', sentAt: oslo('09:01') }),
        ],
      },
      changeMessage: {},
    },
    content: () => html`<opus-console-sms-thread .message=${'2'}></opus-console-sms-thread>`,
  },
  play: whenThere('opus-console-sms-thread', '.bubble'),
};
export const SmsRuns: Story = {
  args: {
    answers: {
      messageRuns: {
        items: [
          {
            ...{ id: 'r', state: 'done', total: 214, done: 214, made: 200, type: 'general' },
            left: { mobile: 9, wish: 2, refused: 1, same: 2, gone: 0, past: 0 },
            ...{ startedAt: oslo('08:00'), startedBy: 'Nora Dahl', endedAt: oslo('08:01') },
          },
        ],
      },
    },
    content: () => html`<opus-console-sms-runs></opus-console-sms-runs>`,
  },
  play: whenThere('opus-console-sms-runs', '.item'),
};
