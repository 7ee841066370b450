import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import '../src/console/pages/administration/define.js';
import type {
  EidProviderList,
  Language,
  SignInProviderList,
  StaffSettings,
} from '../src/contract/index.js';
import { settings as clinicSettings } from './fixtures/clinic-account.js';
import { onStage, type Answers } from './fixtures/console-stage.js';
import { dark, fiveLanguages, narrow } from './fixtures/variants.js';

interface Args {
  content: () => TemplateResult;
  answers: Answers;
  lang: Language;
}

/** Where patients and staff log in, and the rules of the account, each by itself in its states. */
const meta: Meta<Args> = {
  title: 'Console/Sign-in and rules',
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

const bankId = {
  ...{ id: 'bankid', name: 'BankID', issuer: 'https://id.example.com', clientId: 'tannlegen' },
  ...{ scope: 'openid profile', nationalIdClaim: 'pid', hasSecret: true },
};
const eidProviders: EidProviderList = { providers: [bankId], items: [bankId] };
const signInProviders: SignInProviderList = {
  items: [
    {
      ...{ id: 'kjeden', name: 'Kjedens konto', domains: ['kjeden.example', 'tann.example'] },
      ...{ issuer: 'https://login.example.com', clientId: 'konsoll', hasSecret: false },
    },
  ],
};
const settings: StaffSettings = {
  ...clinicSettings,
  login: { on: true, sms: true, eid: [{ id: 'bankid', name: 'BankID' }] },
  ...{ timebookGridMinutes: 10, publishingNeedsRecallTime: false },
  retention: { messageDays: 30, appointmentMonths: 24, contactMonths: 36 },
};
const providerAddresses = {
  patients: 'https://booking.example/v1/eid/callback',
  staff: 'https://console.booking.example/v1/staff/sign-in/callback',
};
const answers: Answers = { eidProviders, signInProviders, settings, providerAddresses };

const lists = () => html`<opus-console-logins></opus-console-logins>`;
/** One e-ID that patients are offered, and a chain's own sign-in. */
export const Logins: Story = { args: { content: lists, answers } };
/** Nothing is set up: codes only. */
export const LoginsEmpty: Story = {
  args: {
    content: lists,
    answers: {
      ...answers,
      eidProviders: { providers: [], items: [] },
      signInProviders: { items: [] },
    },
  },
};
export const LoginsNarrow: Story = { args: { content: lists, answers }, ...narrow };

const eid = (record: string) => () =>
  html`<opus-console-eid-provider .record=${record}></opus-console-eid-provider>`;
const { id: _id, hasSecret: _has, ...eidProvider } = bankId;
/** Stored, with a secret that is never shown. */
export const EidProvider: Story = {
  args: { content: eid('bankid'), answers: { ...answers, eidProvider } },
};
export const EidProviderNew: Story = { args: { content: eid('new'), answers } };
export const EidProviderDark: Story = { ...EidProvider, ...dark };
export const EidProviderFiveLanguages: Story = { ...EidProvider, ...fiveLanguages };

/** With the domains of its people, one a line. */
export const SignInProvider: Story = {
  args: {
    content: () =>
      html`<opus-console-sign-in-provider .record=${'kjeden'}></opus-console-sign-in-provider>`,
    answers,
  },
};

/** Lines of the timebook, publishing on [R], and how long personal data is kept. */
export const Rules: Story = {
  args: { content: () => html`<opus-console-rules></opus-console-rules>`, answers },
};
