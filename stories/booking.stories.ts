import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/define/booking.js';
import type { BookingErrorKind } from '../src/api/booking-error.js';
import type { Account, AccountStatus, Language } from '../src/contract/index.js';
import { ScriptedApi } from '../test/state/support/scripted-api.js';
import { opusAccount } from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Args {
  lang: Language;
  /** The account's texts are in Norwegian and Swedish. */
  translated?: boolean;
  status: AccountStatus;
  accent: string;
  clinic: string;
  treatment: string;
  clinician: string;
  confirmation: 'code' | 'none';
  combinedView: boolean;
  /** Every time is taken by somebody else as soon as the patient chooses it. */
  tooLate?: boolean;
  failure?: BookingErrorKind;
  waits?: boolean;
}

/** Texts in Swedish besides the account's own in Norwegian. */
const bilingual: Partial<Account> = {
  languages: ['nb', 'sv', 'fi'],
  texts: {
    ...opusAccount.texts,
    translations: {
      sv: {
        welcomeHeading: 'Välkommen till Opus Dental Klinikkens tidsbokning',
        welcomeText: 'Här bokar du tid till undersökning, puts & rengöring eller akut tandvård.',
      },
    },
  },
};

/** A service in memory, with free times on the coming Monday. The real one runs in the demo. */
function serviceOf({
  translated,
  status,
  accent,
  confirmation,
  combinedView,
  tooLate,
  failure,
  waits,
}: Args): ScriptedApi {
  const account: Account = {
    ...opusAccount,
    ...(translated ? bilingual : {}),
    status,
    theme: { ...opusAccount.theme, accent },
    settings: { ...opusAccount.settings, confirmation, combinedView },
  };
  const api = new ScriptedApi(account);
  const [clinic] = account.clinics;
  const [clinician] = account.clinicians;
  const [treatment] = account.treatments;
  api.free = api.free.map((slot) => ({
    ...slot,
    clinic: clinic?.id ?? '',
    clinician: clinician?.id ?? '',
    treatment: treatment?.id ?? '',
  }));
  if (tooLate) api.next('hold', () => api.take(api.free[0]?.start ?? ''));
  if (failure) api.next('account', failure);
  if (waits) api.next('account', new Promise(() => undefined));
  return api;
}

const meta: Meta<Args> = {
  title: 'Booking/Whole booking',
  component: 'opus-booking',
  args: {
    lang: 'nb',
    status: 'open',
    accent: '#1f6f78',
    clinic: '',
    treatment: '',
    clinician: '',
    confirmation: 'code',
    combinedView: false,
  },
  argTypes: {
    status: {
      control: 'select',
      options: ['open', 'maintenance', 'new-booking-off', 'unpublished'],
    },
    accent: { control: 'color' },
    confirmation: { control: 'inline-radio', options: ['code', 'none'] },
  },
  render: (args) =>
    html`<opus-booking
      lang=${args.lang}
      account="opusdentalklinikken"
      clinic=${args.clinic}
      treatment=${args.treatment}
      clinician=${args.clinician}
      .client=${serviceOf(args)}
    ></opus-booking>`,
};
export default meta;

type Story = StoryObj<Args>;

/** The first step. */
export const FirstStep: Story = {};

/** The clinic is chosen by the page that embeds the widget (P-10). */
export const ClinicChosen: Story = { args: { clinic: 'opus-dental-klinikken' } };

/** Everything but the time is chosen. */
export const ChooseTime: Story = {
  args: {
    clinic: 'opus-dental-klinikken',
    treatment: 'undersokelse',
    clinician: 'lise',
  },
};

/** The later steps are loaded once the page is idle, which takes its time beside other work. */
const patience = { timeout: 10_000 };

/** Takes the first time of the week. */
const takeTime: Story['play'] = async ({ canvasElement }) => {
  const root = canvasElement.querySelector('opus-booking')?.shadowRoot;
  const calendar = () => root?.querySelector('opus-week-calendar')?.shadowRoot;
  const slot = () => calendar()?.querySelector<HTMLElement>('.days [part~="slot"]');
  await waitFor(() => expect(slot()).toBeVisible(), patience);
  slot()?.click();
};

/** The time is held while the patient fills in (P-24). */
export const Details: Story = {
  ...ChooseTime,
  async play(context) {
    await takeTime(context);
    const root = context.canvasElement.querySelector('opus-booking')?.shadowRoot;
    await waitFor(
      () => expect(root?.querySelector('opus-personal-details')).toBeVisible(),
      patience,
    );
  },
};

/** Somebody was faster: told at once, with the nearest free times (P-23). */
export const TimeTaken: Story = {
  args: { ...ChooseTime.args, tooLate: true },
  async play(context) {
    await takeTime(context);
    const root = context.canvasElement.querySelector('opus-booking')?.shadowRoot;
    await waitFor(
      () => expect(root?.querySelector('opus-notice[tone="error"]')).toBeVisible(),
      patience,
    );
  },
};

/** Two choices on one page (P-03). */
export const CombinedView: Story = {
  args: { clinic: 'opus-dental-klinikken', combinedView: true },
};

/** Another colour: text on it stays readable (P-09). */
export const Yellow: Story = { args: { accent: '#ffd500' } };

/** Down for maintenance (P-40). */
export const Maintenance: Story = { args: { status: 'maintenance' } };

/** No new bookings (P-40). */
export const NewBookingOff: Story = { args: { status: 'new-booking-off' } };

/** The account is on its way. */
export const Loading: Story = { args: { waits: true } };

/** The service does not answer. */
export const Unreachable: Story = { args: { failure: 'unreachable' } };

/** The account does not exist. */
export const NotFound: Story = { args: { failure: 'not-found' } };

/** The language of the account's welcome, as assistive technology hears it. */
const welcomeIsIn =
  (language: Language): Story['play'] =>
  async ({ canvasElement }) => {
    const root = canvasElement.querySelector('opus-booking')?.shadowRoot;
    const heading = () => root?.querySelector('opus-notice')?.shadowRoot?.querySelector('h2');
    await waitFor(() => expect(heading()).toBeVisible());
    await expect(heading()).toHaveAttribute('lang', language);
  };

/** The account's own texts in the patient's language (P-07). */
export const OwnTextsInSwedish: Story = {
  args: { lang: 'sv', translated: true },
  play: welcomeIsIn('sv'),
};

/** No text in the patient's language: the account's own, marked as Norwegian. */
export const OwnTextsNotInFinnish: Story = {
  args: { lang: 'fi', translated: true },
  play: welcomeIsIn('nb'),
};

export const FiveLanguages: Story = fiveLanguages;

/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = fiveAccents;

/** 320 px wide. */
export const Narrow: Story = narrow;

/** 320 px wide, with times to choose from. */
export const NarrowTimes: Story = { ...ChooseTime, ...narrow };

/** On dark paper, by `color-scheme`. */
export const Dark: Story = dark;

/** On dark paper, with times to choose from, in every colour. */
export const DarkInFiveAccents: Story = { ...ChooseTime, ...fiveAccents, ...dark };
