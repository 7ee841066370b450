import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/booking.js';
import type { BookingErrorKind } from '../src/api/booking-error.js';
import type { Account, AccountStatus, Language } from '../src/contract/index.js';
import { ScriptedApi } from '../test/state/support/scripted-api.js';
import { opusAccount } from './fixtures/account.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Args {
  lang: Language;
  status: AccountStatus;
  accent: string;
  clinic: string;
  treatment: string;
  clinician: string;
  confirmation: 'code' | 'none';
  failure?: BookingErrorKind;
  waits?: boolean;
}

/** A service in memory, with free times on the coming Monday. The real one runs in the demo. */
function serviceOf({ status, accent, confirmation, failure, waits }: Args): ScriptedApi {
  const account: Account = {
    ...opusAccount,
    status,
    theme: { ...opusAccount.theme, accent },
    settings: { ...opusAccount.settings, confirmation },
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
    clinician: 'lise-negard',
  },
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
