import { html } from 'lit';
import '../src/console/pages/messages/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import { messageAnswers as answers } from './fixtures/clinic-messages.js';
import { allButReading } from './fixtures/console-stage.js';
import { consoleMeta, find, press, show, thenDo, write } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { narrow } from './fixtures/variants.js';

/** Texts of messages, how patients get them, and who they come from. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Messages' };
export default meta;
type Story = ConsoleStory;

/** The whole page. */
export const Page: Story = show(
  () => html`<opus-console-messages .parts=${[]}></opus-console-messages>`,
  answers,
);

const list = () => html`<opus-console-message-list></opus-console-message-list>`;
export const List: Story = show(list, answers);
export const ListOffline: Story = show(list, { messageTexts: new StaffError('offline') });

const text = (message: string) => () =>
  html`<opus-console-message-text .message=${message}></opus-console-message-text>`;
/** The standard text, with its length, and as a phone shows it. */
export const Text: Story = show(text('booked-sms-nb'), answers);
export const TextNarrow: Story = { ...Text, ...narrow };
/** An own text of an e-mail, as HTML. */
export const TextOfMail: Story = show(text('booked-email-nb'), answers);
export const TextWithoutRight: Story = show(text('booked-sms-nb'), answers, allButReading);
/** A merge field that there is not. */
export const TextUnknownField: Story = thenDo(
  show(text('booked-sms-nb'), answers),
  async ({ canvasElement }) => {
    await write(canvasElement, 'textarea', 'Hei [PATIENT_NAVN]');
    await find(canvasElement, '[aria-invalid=true]');
  },
);

const sender = () => html`<opus-console-message-sender></opus-console-message-sender>`;
export const Sender: Story = show(sender, answers);
export const SenderWithoutRight: Story = show(sender, answers, allButReading);

const test = (channel: 'sms' | 'email') => () =>
  html`<opus-console-message-test
    .message=${'booked-sms-nb'}
    .channel=${channel}
    .draft=${{ text: 'Hei!' }}
  ></opus-console-message-test>`;
export const TestBySms: Story = show(test('sms'));
export const TestByMail: Story = show(test('email'));
export const TestWrongMobile: Story = thenDo(
  show(test('sms'), {
    testMessageText: new StaffError('invalid', { fields: [{ path: 'mobile', code: 'mobile' }] }),
  }),
  press('button'),
);

const sms = 'Hei Kari. Du har time hos Lise Negård mandag 18. januar kl. 08:00. Hilsen Sentrum';

export const PreviewSms: Story = show(
  () =>
    html`<opus-console-message-preview
      channel="sms"
      sender="Sentrum"
      text=${sms}
      textLanguage="nb"
    ></opus-console-message-preview>`,
);
export const PreviewMail: Story = show(
  () =>
    html`<opus-console-message-preview
      channel="email"
      sender="Sentrum &lt;sentrum@example.com&gt;"
      subject="Timen din er bestilt"
      text=${sms}
      textLanguage="nb"
    ></opus-console-message-preview>`,
);
