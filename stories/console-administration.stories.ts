import { html } from 'lit';
import { userEvent } from 'storybook/test';
import '../src/console/generator/define.js';
import '../src/console/pages/administration/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import type { EmbedFacts } from '../src/console/generator/generator-choices.js';
import { opusAccount } from './fixtures/account.js';
import { accountAnswers, at } from './fixtures/clinic-account.js';
import { consoleMeta, find, press, show, thenDo } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { publicFetch } from './fixtures/staff-answers.js';
import { dark, narrow } from './fixtures/variants.js';

/** Status, staff, keys, history, export and import, code for the own website. */
const meta: ConsoleMeta = {
  ...consoleMeta,
  title: 'Console/Administration',
  // The booking beside the code asks the page's own origin, where no service is.
  beforeEach: () => {
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      /\/v1\/accounts\//.test(new Request(input).url) ? publicFetch(input) : real(input, init);
    return () => {
      globalThis.fetch = real;
    };
  },
};
export default meta;
type Story = ConsoleStory;

const answers = accountAnswers;
const page = () =>
  html`<opus-console-administration .parts=${['staff']}></opus-console-administration>`;
/** The whole page. */
export const Page: Story = show(page, answers);
export const PageNarrow: Story = { ...Page, ...narrow };
export const PageWithoutRight: Story = show(page, answers, ['people']);

const status = () => html`<opus-console-status></opus-console-status>`;
/** Set up, database, and both ways of messages. */
export const Status: Story = show(status, answers);
export const StatusFailing: Story = show(status, {
  ...answers,
  health: {
    messages: [
      {
        ...{ channel: 'sms', waiting: 12, failed: 3, lastSentAt: at('07:15') },
        failingSince: at('07:20'),
        lastFailure: { at: at('08:00'), reason: 'The SMS gateway answered 400.' },
      },
    ],
    page: 'https://opusdentalklinikken.booking.example',
  },
});

const staff = () => html`<opus-console-staff .parts=${[]}></opus-console-staff>`;
export const Staff: Story = show(staff, answers);
export const StaffNarrow: Story = { ...Staff, ...narrow };
export const StaffOffline: Story = show(staff, { ...answers, people: new StaffError('offline') });
const person = (id: string) => () =>
  html`<opus-console-person .person=${id}></opus-console-person>`;
/** Reception at one clinic, and publisher everywhere. */
export const Person: Story = show(person('ola'), answers);
export const PersonNew: Story = show(person('new'), answers);

const keys = () => html`<opus-console-keys></opus-console-keys>`;
export const Keys: Story = show(keys, answers);
/** Which rights a new one has. */
export const KeysAdding: Story = thenDo(show(keys, answers), press('button.button'));

const history = () => html`<opus-console-history></opus-console-history>`;
/** By a person, a key and the host; one can be undone, one was. */
export const History: Story = thenDo(show(history, answers), press('summary'));
export const HistoryNone: Story = show(history, { history: { entries: [] } });
export const HistoryOffline: Story = show(history, { history: new StaffError('offline') });

const exchange = () => html`<opus-console-exchange></opus-console-exchange>`;
export const Exchange: Story = show(exchange);
/** A file that is no export. */
export const ExchangeNoExport: Story = thenDo(show(exchange), async ({ canvasElement }) => {
  const input = await find<HTMLInputElement>(canvasElement, 'input[type=file]');
  await userEvent.upload(input, new File(['GIF89a'], 'bilde.json', { type: 'application/json' }));
  await find(canvasElement, '[role=alert]');
});

export const Embed: Story = show(() => html`<opus-console-embed></opus-console-embed>`, answers);
const facts: EmbedFacts = {
  ...{ id: opusAccount.id, account: opusAccount, service: 'https://booking.example' },
  ...{ page: 'https://opusdentalklinikken.booking.example', hashes: undefined },
};
export const Generator: Story = show(
  () => html`<opus-embed-generator .facts=${facts} lang="nb"></opus-embed-generator>`,
);
export const GeneratorDark: Story = { ...Generator, ...dark };
/** What a frame shows: in the account's first language, whatever page is around this one. */
export const GeneratorFrame: Story = thenDo(Generator, async (context) => {
  await press('#iframe')(context);
  // Its code is the widget's, which may take longer than a part of the page.
  await customElements.whenDefined('opus-booking');
  await find(context.canvasElement, 'opus-booking[lang="nb"]');
});

const websites = () => html`<opus-console-websites></opus-console-websites>`;
export const Websites: Story = show(websites, answers);
export const WebsitesWithoutRight: Story = show(websites, answers, ['settings']);
