import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../src/define/appointment-list.js';
import '../src/define/notice.js';
import '../src/define/time-alert.js';
import type { BookingApi } from '../src/api/booking-api.js';
import type { OwnAppointment, Recall, SessionAccess } from '../src/contract/index.js';
import { opusAccount } from './fixtures/account.js';
import {
  bookedNeed,
  cancelled,
  coming,
  due,
  late,
  long,
  now,
  overdue,
  past,
  twoDeadlines,
  untitled,
} from './fixtures/own.js';
import { dark, fiveAccents, fiveLanguages, narrow } from './fixtures/variants.js';

interface Inputs {
  appointments: readonly OwnAppointment[] | undefined;
  recalls: readonly Recall[];
  kept: readonly string[];
  access: SessionAccess;
  canBook: boolean;
  canAsk: boolean;
  alertFor: string;
  failed: boolean;
  lang: string;
}

/** Nobody is told of earlier times here. */
const noService = {
  alerts: () => Promise.reject(new Error('No service here.')),
} as unknown as BookingApi;

const meta: Meta<Inputs> = {
  title: 'Own appointments/List',
  component: 'opus-appointment-list',
  args: {
    appointments: [coming, late, untitled, twoDeadlines, cancelled, ...past],
    recalls: [],
    kept: [],
    access: 'record',
    canBook: true,
    canAsk: false,
    alertFor: '',
    failed: false,
    lang: 'nb',
  },
  render: (args) => html`
    <opus-appointment-list
      lang=${args.lang}
      .appointments=${args.appointments}
      .recalls=${args.recalls}
      .kept=${args.kept}
      .access=${args.access}
      .phone=${opusAccount.clinics[0]?.phone ?? ''}
      .timeZone=${opusAccount.timeZone}
      .textLang=${opusAccount.textLanguage}
      .now=${now}
      ?can-book=${args.canBook}
      ?can-ask=${args.canAsk}
      alert-for=${args.alertFor}
      ?failed=${args.failed}
      >${
        args.alertFor
          ? html`<opus-time-alert
              slot="alert"
              .account=${{ ...opusAccount, settings: { ...opusAccount.settings, timeAlerts: true } }}
              .client=${noService}
              .wish=${{ appointment: args.alertFor }}
              .known=${true}
              .open=${true}
            ></opus-time-alert>`
          : nothing
      }</opus-appointment-list
    >
  `,
};
export default meta;

type Story = StoryObj<Inputs>;

/** Can be changed, too late, without a treatment, two deadlines; what is over behind a button. */
export const EveryState: Story = {};
/** Due needs come first (P-38). */
export const Due: Story = { args: { appointments: [coming], recalls: [due] } };
/** Not to be booked here: the clinic's phone. */
export const Overdue: Story = { args: { appointments: [coming], recalls: [overdue] } };
export const NeedBooked: Story = { args: { appointments: [coming], recalls: [bookedNeed] } };
/** Cancelled just now: it stays where it was. */
export const CancelledJustNow: Story = {
  args: { appointments: [cancelled, coming], kept: ['cancelled'] },
};
/** News of an earlier time, where the account offers it: a button on each card that can move (P-48). */
export const EarlierTimes: Story = { args: { appointments: [coming, late], canAsk: true } };
/** The form in place of that button. */
export const AskingForEarlierTimes: Story = {
  args: { appointments: [coming], canAsk: true, alertFor: coming.id },
};
export const Empty: Story = { args: { appointments: [] } };
/** A login by a mobile that nobody has vouched for (P-39). */
export const Restricted: Story = { args: { appointments: [coming], access: 'mobile' } };
export const Loading: Story = { args: { appointments: undefined } };
/** Names as long as they come. */
export const LongNames: Story = { args: { appointments: [long], recalls: [] } };
export const FiveLanguages: Story = {
  ...fiveLanguages,
  args: { appointments: [coming, late], recalls: [due, overdue] },
};
/** Whatever the clinic's colour, text and lines keep their contrast (P-09). */
export const FiveAccents: Story = {
  ...fiveAccents,
  args: { appointments: [coming], recalls: [due] },
};
/** 320 px wide. */
export const Narrow: Story = { ...narrow, args: { recalls: [due], lang: 'fi' } };
/** On dark paper. */
export const Dark: Story = { ...dark, args: { recalls: [due] } };
