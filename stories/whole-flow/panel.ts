import type { InputType } from 'storybook/internal/types';
import type {
  AccountStatus,
  ChoiceStep,
  FieldSettings,
  Language,
  Settings,
  SettingsPatch,
} from '../../src/contract/index.js';
import { stepOrders } from '../../src/domain/step-order.js';
import type { AccountOptions } from './page-service.js';

/** As the sample account has it, or switched here. */
type Switch = 'own' | 'on' | 'off';

/** What an account can be set to; the rest follows from the service. */
type PanelSettings = Omit<Settings, 'utf8Email'>;

/** The settings that are on or off. */
type SwitchName = {
  [Name in keyof PanelSettings]: PanelSettings[Name] extends boolean ? Name : never;
}[keyof PanelSettings];

/** What the panel beneath the story changes. Names and values are plain, so that an address can carry them. */
export type PanelArgs = Record<SwitchName | keyof FieldSettings | 'loginSms', Switch> & {
  account: string;
  lang: 'own' | Language;
  /** The four steps, joined by `-`. */
  stepOrder: string;
  confirmation: 'own' | Settings['confirmation'];
  status: AccountStatus;
  accent?: string;
};

/** A record of every switch: a new one in the contract does not compile until it is here. */
const switches: Readonly<Record<SwitchName, string>> = {
  combinedView: 'Combined view (P-03)',
  weekendBooking: 'Times on weekends (P-19)',
  anyClinic: '"Any clinic" (P-14)',
  anyClinician: '"Any clinician" (P-16)',
  patientMessage: 'Message to the clinic (P-25)',
  selfCreation: 'New patients may book (P-42)',
  newBookingRequiresLogin: 'Booking asks for login (P-34)',
  viewAppointments: 'Own appointments (P-35)',
  moveAppointment: 'Moving (P-36)',
  cancelAppointment: 'Cancelling (P-37)',
  timeAlerts: 'Earlier times (P-48)',
};

const fields: Readonly<Record<keyof FieldSettings, string>> = {
  mobile: 'Mobile, required',
  email: 'E-mail, required',
  address1: 'Street address 1, required',
  address2: 'Street address 2, optional',
  postalCode: 'Postcode, required',
  campaignCode: 'Campaign code, optional',
};

const stepNames: Readonly<Record<ChoiceStep, string>> = {
  clinic: 'Clinic',
  treatment: 'Treatment',
  clinician: 'Clinician',
  time: 'Time',
};

const orders = stepOrders().map((order) => ({
  value: order.join('-'),
  label: order.map((step) => stepNames[step]).join(' › '),
}));

const labelsOfOwn = { own: 'as the account' };

function allOwn<Name extends string>(names: Readonly<Record<Name, string>>): Record<Name, Switch> {
  const own = Object.keys(names).map((name) => [name, 'own']);
  return Object.fromEntries(own) as Record<Name, Switch>;
}

function switchTypes(names: Readonly<Record<string, string>>, category: string) {
  const types = Object.entries(names).map(([name, label]): [string, InputType] => [
    name,
    {
      name: label,
      control: { type: 'inline-radio', labels: labelsOfOwn },
      options: ['own', 'on', 'off'],
      table: { category },
    },
  ]);
  return Object.fromEntries(types);
}

/** Everything as the sample account has it. */
export const ownArgs: PanelArgs = {
  account: 'opusdentalklinikken',
  lang: 'own',
  status: 'open',
  stepOrder: 'own',
  confirmation: 'own',
  ...allOwn(switches),
  ...allOwn(fields),
  loginSms: 'own',
};

const accounts: Readonly<Record<string, string>> = {
  opusdentalklinikken: 'Opus Dental Klinikken (NO)',
  kodefri: 'Tannlege Wildahl (NO, one of everything)',
  kjeden: 'Tannkjeden (NO, 60 clinics)',
  opustandlakarna: 'OpusTandläkarna (SE)',
  demoklinikka: 'Demoklinikka (FI)',
  aldente: 'al dente Tandklinik (DK)',
};

/** Controls of the panel, in groups. */
export const panelTypes: Record<string, InputType> = {
  account: {
    control: { type: 'select', labels: accounts },
    options: Object.keys(accounts),
    table: { category: 'Account' },
  },
  lang: {
    name: 'language',
    control: { type: 'inline-radio', labels: { own: 'as the browser' } },
    options: ['own', 'nb', 'sv', 'fi', 'da', 'en'],
    table: { category: 'Account' },
  },
  status: {
    control: { type: 'select' },
    options: ['open', 'maintenance', 'new-booking-off', 'unpublished'],
    table: { category: 'Account' },
  },
  accent: { control: { type: 'color' }, table: { category: 'Account' } },
  stepOrder: {
    name: 'Step order (P-02)',
    control: {
      type: 'select',
      labels: {
        ...labelsOfOwn,
        ...Object.fromEntries(orders.map(({ value, label }) => [value, label])),
      },
    },
    options: ['own', ...orders.map(({ value }) => value)],
    table: { category: 'Steps' },
  },
  confirmation: {
    name: 'Confirmation code (P-31)',
    control: { type: 'inline-radio', labels: { ...labelsOfOwn, code: 'by code', none: 'none' } },
    options: ['own', 'code', 'none'],
    table: { category: 'Steps' },
  },
  ...switchTypes(switches, 'Switches'),
  ...switchTypes({ loginSms: 'Login by SMS (P-33)' }, 'Switches'),
  ...switchTypes(fields, 'Fields of the form (P-25)'),
};

/** What the panel asks of the account, as the staff API takes it. */
export function requestOf(args: PanelArgs): AccountOptions {
  const { stepOrder, confirmation, status, accent, loginSms } = args;
  const settings: SettingsPatch = {
    ...switched(switches, args),
    fields: switched(fields, args),
    ...(loginSms === 'own' ? {} : { login: { sms: loginSms === 'on' } }),
    ...(stepOrder === 'own' ? {} : { stepOrder: stepOrder.split('-') as ChoiceStep[] }),
    ...(confirmation === 'own' ? {} : { confirmation }),
  };
  return { settings, status, accent };
}

/** The switches that do not stay as the account has them. */
function switched<Name extends keyof PanelArgs>(
  names: Readonly<Record<Name, string>>,
  args: PanelArgs,
): Partial<Record<Name, boolean>> {
  const changed = (Object.keys(names) as Name[]).filter((name) => args[name] !== 'own');
  return Object.fromEntries(changed.map((name) => [name, args[name] === 'on'])) as Partial<
    Record<Name, boolean>
  >;
}
