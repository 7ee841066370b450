import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import '../src/console/pages/reminders/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import { readReminderWorld } from '../src/console/pages/reminders/reminder-source.js';
import type { ReminderPreview, SmsServiceStatus } from '../src/contract/index.js';
import { at } from './fixtures/clinic-account.js';
import { messageAnswers as answers, reminders, samples } from './fixtures/clinic-messages.js';
import { allButReading } from './fixtures/console-stage.js';
import { consoleMeta, find, press, show, thenDo } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { staffApi } from './fixtures/staff-answers.js';
import { dark, narrow } from './fixtures/variants.js';

/** Who is reminded when and with what, and whether SMS leave. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Reminders' };
export default meta;
type Story = ConsoleStory;

/** The whole page. */
export const Page: Story = show(
  () => html`<opus-console-reminders .parts=${[]}></opus-console-reminders>`,
  { ...answers, messageStatus: undefined },
);

const policy = () => html`<opus-console-reminder-policy></opus-console-reminder-policy>`;
export const Policy: Story = show(policy, answers);
export const PolicyNarrow: Story = { ...Policy, ...narrow };
export const PolicyDark: Story = { ...Policy, ...dark };
export const PolicyWithoutRight: Story = show(policy, answers, allButReading);
/** Nobody is reminded. */
export const PolicyNobody: Story = show(policy, {
  ...answers,
  reminders: { ...reminders, to: 'none', reminders: [], thankYou: null, exceptions: [] },
});

const counts = answers.previewReminders as ReminderPreview;
const world = readReminderWorld(staffApi(answers));

/** When each would leave for an appointment that somebody thinks of. */
export const Timeline: Story = thenDo(
  show(
    () =>
      html`${until(
        world.then(
          (read) =>
            html`<opus-console-reminder-timeline
              .policy=${reminders}
              .world=${read}
            ></opus-console-reminder-timeline>`,
        ),
      )}`,
    answers,
  ),
  async ({ canvasElement }) => void (await find(canvasElement, 'ol li.start')),
);
/** Who would get it, before a policy is saved. */
export const WhoGetsIt: Story = thenDo(
  show(
    () =>
      html`${until(
        world.then(
          (read) =>
            html`<opus-console-reminder-preview
              .policy=${reminders}
              .world=${read}
            ></opus-console-reminder-preview>`,
        ),
      )}`,
    answers,
  ),
  press('opus-console-reminder-preview button, button'),
);

const text = (own: string, problem = '') =>
  show(
    () =>
      html`<opus-console-reminder-text
        .name=${'Påminnelse 1'}
        .text=${own}
        .standard=${'Hei [Fornavn], vi minner om timeavtalen [Tidspunkt].'}
        .textLanguage=${'nb'}
        .samples=${samples}
        .sender=${'Tannlegen'}
        .problem=${problem}
      ></opus-console-reminder-text>`,
  );

export const StandardText: Story = text('');
/** Names the treatment, which is health data. */
export const OwnText: Story = text('Hei [Fornavn], [TREATMENT_NAME] [Tidspunkt].');
export const UnknownField: Story = text('Hei [Fornavnet]', 'unknown-field');

const replies = () => html`<opus-console-sms-answers></opus-console-sms-answers>`;
export const Replies: Story = show(replies, answers);
export const RepliesWithoutRight: Story = show(replies, answers, allButReading);

/** By company, with what the operators have said. */
const senders = () => html`<opus-console-sms-senders .parts=${[]}></opus-console-sms-senders>`;
export const Senders: Story = show(senders, answers);
export const SendersOffline: Story = show(senders, { smsSenders: new StaffError('offline') });
const sender = () => html`<opus-console-sms-sender .company=${'opus'}></opus-console-sms-sender>`;
export const Sender: Story = show(sender, answers);
export const SenderWithoutRight: Story = show(sender, answers, allButReading);

const gateway = () => html`<opus-console-sms-gateway></opus-console-sms-gateway>`;
export const Gateway: Story = show(gateway, answers);
/** Where SMS are handed over: nowhere of the account's own yet. */
export const GatewaySending: Story = show(
  () =>
    html`<opus-console-sms-sending
      .format=${'46elks' as const}
      .sending=${null}
    ></opus-console-sms-sending>`,
  answers,
);
/** Not set up yet; the last call did not prove the secret. */
export const GatewayUnproved: Story = show(gateway, {
  ...answers,
  smsGateway: {
    ...{ format: null, hasSecret: false, sending: null },
    ...{ lastCallAt: null, lastRefusedAt: at('08:10') },
    ...{ reports: 'https://booking.example/r', incoming: 'https://booking.example/i' },
  },
});

const status: SmsServiceStatus = {
  ...{ state: 'idle', waiting: 124, due: 0, oldestDue: null, sent: 1830, delivered: 1790 },
  ...{ notDelivered: 21, failed: 3, expired: 2, received: 88, unread: 4, testMode: false },
  ...{ lastSentAt: at('09:30'), lastReceivedAt: at('08:02') },
  ...{
    lastError: null,
    replanning: null,
    lastRun: { startedAt: at('09:45'), endedAt: at('09:45') },
  },
  pauses: { saturday: true, sunday: true, night: { from: '22:00', to: '07:00' } },
  sender: { name: 'Klinikken', notIn: ['FI'] },
};
const service = (part: Partial<SmsServiceStatus>) =>
  show(() => html`<opus-console-sms-service></opus-console-sms-service>`, {
    messageStatus: { ...status, ...part },
  });

export const ServiceIdle: Story = service({});
/** What the gateway has said is there to read. */
export const ServiceFailing: Story = service({
  ...{ state: 'failing', due: 12, oldestDue: at('09:10') },
  lastError: { at: at('09:44'), reason: '503 Service Unavailable' },
  replanning: { done: 600, total: 2100 },
});
export const ServiceOffline: Story = show(
  () => html`<opus-console-sms-service></opus-console-sms-service>`,
  { messageStatus: new StaffError('offline') },
);

const missed = [12, 11, 13, 12, 11, 9, 7, 6, 5, 6, 4, 5];
/** A year in which reminders began in May. */
const months = missed.map((amount, index) => ({
  month: `2026-${String(index + 1).padStart(2, '0')}`,
  ...{ clinic: 'hvalstad', sent: index < 4 ? 0 : 300, reminders: 0, failed: 2, answered: 12 },
  ...{ delivered: index < 4 ? 0 : 280 + index, notDelivered: 4 },
  ...{ appointments: 140, missed: amount, unknown: 8 },
}));
const statistics = (items: readonly object[]) =>
  show(() => html`<opus-console-sms-statistics></opus-console-sms-statistics>`, {
    ...answers,
    messageStatistics: { items, firstReminders: [{ clinic: 'hvalstad', month: '2026-05' }] },
  });

export const StatisticsYear: Story = statistics(months);
export const StatisticsNarrow: Story = { ...statistics(months), ...narrow };
export const StatisticsNothing: Story = statistics([]);

/** Shares by month; of one nothing is known. */
export const Chart: Story = show(
  () =>
    html`<opus-console-share-chart
      .label=${'Ikke møtt, i prosent: januar 9, februar 5, april 3'}
      .bars=${[
        { label: 'jan.', share: 0.09, isMarked: false },
        { label: 'feb.', share: 0.05, isMarked: true },
        { label: 'mars', share: null, isMarked: false },
        { label: 'apr.', share: 0.03, isMarked: true },
      ]}
    ></opus-console-share-chart>`,
);

/** What a changed policy would do, asked before it is saved. */
export const Counts: Story = show(
  () => html`<opus-console-reminder-counts .counts=${counts}></opus-console-reminder-counts>`,
);
