import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/personal-details.js';
import type { FieldProblem, Market, Texts } from '../src/contract/index.js';
import { emptyDraft, type DraftSettings, type PatientDraft } from '../src/domain/patient-draft.js';
import { opusAccount, withSettings } from './fixtures/account.js';
import { filledDraft, longDraft, today, wrongDraft } from './fixtures/patient.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  market: Market;
  settings: DraftSettings;
  draft: PatientDraft;
  problems: readonly FieldProblem[];
  texts: Partial<Texts>;
  lang: string;
}

const meta: Meta<Inputs> = {
  title: 'Form/Personal details',
  component: 'opus-personal-details',
  args: {
    market: 'NO',
    settings: opusAccount.settings,
    draft: emptyDraft,
    problems: [],
    texts: {},
    lang: 'nb',
  },
  argTypes: {
    market: { control: 'inline-radio', options: ['NO', 'SE', 'FI', 'DK'] },
  },
  render: ({ market, settings, draft, problems, texts, lang }) => html`
    <opus-personal-details
      lang=${lang}
      market=${market}
      today=${today}
      .settings=${settings}
      .draft=${draft}
      .problems=${problems}
      consent-text=${texts.consentText ?? ''}
      consent-url=${texts.consentUrl ?? ''}
      info-heading=${texts.patientInfoHeading ?? ''}
      info-text=${texts.patientInfoText ?? ''}
      .textLang=${opusAccount.textLanguage}
    ></opus-personal-details>
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

/** Sends the form as it is. */
async function submit({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const details = canvasElement.querySelector('opus-personal-details');
  await details?.updateComplete;
  details?.renderRoot.querySelector<HTMLElement>('button[type="submit"]')?.click();
  await details?.updateComplete;
}

export const Empty: Story = {};
export const Filled: Story = { args: { draft: filledDraft } };
/** Sent with errors: summary and fields say what to do (P-29). */
export const WithErrors: Story = { args: { draft: wrongDraft }, play: submit };
/** What only the service found out. */
export const RefusedByTheService: Story = {
  args: { draft: filledDraft, problems: [{ path: 'patient.email', code: 'bounced' }] },
};
/** The clinic changed the consent while the patient was filling in the form (P-28). */
export const ConsentChanged: Story = {
  args: {
    draft: { ...filledDraft, consent: false },
    problems: [{ path: 'consent', code: 'stale' }],
    texts: opusAccount.texts,
  },
};
/** The account's own yellow box and consent (P-27, P-28). */
export const OwnTexts: Story = { args: { texts: opusAccount.texts } };
/** Only what is always asked (P-25). */
export const FewestFields: Story = {
  args: {
    settings: withSettings({
      patientMessage: false,
      fields: {
        address1: false,
        address2: false,
        postalCode: false,
        mobile: true,
        email: false,
        campaignCode: false,
      },
    }).settings,
  },
};
export const Sweden: Story = { args: { market: 'SE', lang: 'en' } };
export const English: Story = { args: { draft: wrongDraft, lang: 'en' }, play: submit };
export const FiveLanguages: Story = fiveLanguages;
/** Filled in as far as it goes; long words break (P-25). */
export const NarrowFilled: Story = { ...narrow, args: { draft: longDraft } };
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;
/** 320 px wide. */
export const Narrow: Story = narrow;
/** On dark paper, with errors. */
export const Dark: Story = { ...WithErrors, ...dark };
