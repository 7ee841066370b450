import { html } from 'lit';
import '../src/console/pages/booking-page/define.js';
import { StaffError } from '../src/console/api/staff-error.js';
import type { Language } from '../src/contract/index.js';
import { accountAnswers as answers, settings } from './fixtures/clinic-account.js';
import { consoleMeta, find, show, thenDo, write } from './fixtures/console-story.js';
import type { ConsoleMeta, ConsoleStory } from './fixtures/console-story.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

/** Switches, order, texts and look of the patients' page, and the page itself beside them. */
const meta: ConsoleMeta = { ...consoleMeta, title: 'Console/Booking page' };
export default meta;
type Story = ConsoleStory;

const whenShown: ConsoleStory['play'] = async ({ canvasElement }) =>
  void (await find(canvasElement, 'opus-booking'));

/** The whole page, the preview beside it. */
export const Page: Story = thenDo(
  show(
    () => html`<opus-console-booking-page .parts=${['switches']}></opus-console-booking-page>`,
    answers,
  ),
  whenShown,
);
export const PageNarrow: Story = { ...Page, ...narrow };
/** What patients would see with another colour, which is not saved. */
export const Preview: Story = thenDo(
  show(
    () => html`<opus-console-preview .draft=${{ accent: '#8e2a7e' }}></opus-console-preview>`,
    answers,
  ),
  whenShown,
);

const missing = 'Du trenger retten «endre innstillinger» for dette.';
const switches = (reason?: string) => () =>
  html`<opus-console-page-switches .market=${'NO'} .reason=${reason}></opus-console-page-switches>`;
export const Switches: Story = show(switches(), answers);
export const SwitchesDark: Story = { ...Switches, ...dark };
export const SwitchesFiveLanguages: Story = { ...Switches, ...fiveLanguages };
/** Without the login what needs it is greyed, with the reason. */
export const SwitchesWithoutLogin: Story = show(switches(), {
  ...answers,
  settings: { ...settings, login: { on: false, sms: false, eid: [] } },
});
export const SwitchesWithoutRight: Story = show(switches(missing), answers);
export const SwitchesUnreadable: Story = show(switches(), {
  settings: new StaffError('unreachable'),
});

const opening = () => html`<opus-console-page-opening></opus-console-page-opening>`;
export const Opening: Story = show(opening, answers);
export const OpeningMaintenance: Story = show(opening, {
  status: { status: 'maintenance', maintenance: true, unpublished: false, newBookingOff: true },
});

const steps = () => html`<opus-console-page-steps></opus-console-page-steps>`;
export const Steps: Story = show(steps, answers);
export const StepsCombined: Story = show(steps, { settings: { ...settings, combinedView: true } });

const languages: readonly Language[] = ['nb', 'en'];
/** The standard text stands in an empty field. */
const texts = (reason?: string) => () =>
  html`<opus-console-page-texts
    .languages=${languages}
    .textLanguage=${'nb'}
    .reason=${reason}
  ></opus-console-page-texts>`;
export const Texts: Story = show(texts(), answers);
export const TextsWithoutRight: Story = show(texts(missing), answers);

const look = () => html`<opus-console-page-look></opus-console-page-look>`;
export const Look: Story = show(look, answers);
/** Too pale for text: what it is made to. */
export const LookPale: Story = show(look, { theme: { accent: '#ffd500', logo: null } });

const address = () => html`<opus-console-page-address></opus-console-page-address>`;
export const Address: Story = show(address, answers);
/** Typing another name. */
export const AddressTaken: Story = thenDo(
  show(address, { ...answers, subdomainState: { name: 'tannlege', state: 'taken' } }),
  async ({ canvasElement }) => {
    await write(canvasElement, '#field-name', 'tannlege');
    await find(canvasElement, '.state.no');
  },
);

const script = (reason?: string) => () =>
  html`<opus-console-page-script .reason=${reason}></opus-console-page-script>`;
export const Script: Story = show(script(), answers);
export const ScriptWithoutRight: Story = show(script(missing), answers);
