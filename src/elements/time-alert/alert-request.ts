import type { Account, Language, TimeAlertRequest } from '../../contract/index.js';
import { addDays, type CivilDate } from '../../domain/civil-date.js';
import { emptyDraft } from '../../domain/empty-draft.js';
import {
  bookingDetailsOf,
  checkDraftField,
  type DraftProblem,
  type DraftRules,
} from '../../domain/patient-draft.js';
import type { Channel, Days } from './alert-fields.js';

/** Which times would do: what was chosen, or those before an appointment. */
export type AlertWish = Pick<
  TimeAlertRequest,
  'clinic' | 'group' | 'clinician' | 'treatment' | 'appointment'
>;

/** What the form of an alert holds. */
export interface AlertForm {
  readonly wish: AlertWish;
  readonly channel: Channel;
  readonly typed: Readonly<Record<'mobile' | 'email', string>>;
  /** The last day that would do. */
  readonly until: string;
  readonly hasConsent: boolean;
  /** Whether the session, or a booking's token, has proven an address. */
  readonly known: boolean;
}

/** An alert lasts no longer, days. */
const longest = 90;

/** The field that an address is typed into. */
export const addressField = (channel: Channel) =>
  channel === 'sms' ? ('mobile' as const) : ('email' as const);

/** The first and the last day that may be asked for. */
export function daysFrom(today: CivilDate): Days {
  return { today, latest: addDays(today, longest) };
}

/** The day that the form begins with: the wanted one, else a month from today, inside what may be asked for. */
export function untilAtFirst(wanted: string, { today, latest }: Days): CivilDate {
  const day = wanted || addDays(today, 30);
  return day < today ? today : day > latest ? latest : day;
}

function rulesOf({ market, settings }: Account, today: CivilDate): DraftRules {
  const fields = { ...settings.fields, mobile: true, email: true };
  return { market, settings: { ...settings, fields }, today };
}

/** What has to be mended before anything is sent, in the order of the form. */
export function alertProblems(
  { channel, typed, hasConsent, known }: AlertForm,
  account: Account,
  today: CivilDate,
): readonly DraftProblem[] {
  const field = addressField(channel);
  const code = known
    ? undefined
    : checkDraftField({ ...emptyDraft, ...typed }, field, rulesOf(account, today));
  return [
    ...(code ? [{ field, code }] : []),
    ...(hasConsent ? [] : [{ field: 'consent' as const, code: 'empty' as const }]),
  ];
}

/** The request of a form without problems; before an appointment no day is asked for, and an address that is proven is not sent. */
export function alertRequest(
  { wish, channel, typed, until, known }: AlertForm,
  account: Account,
  { today, lang }: { today: CivilDate; lang: Language },
): TimeAlertRequest {
  const field = addressField(channel);
  const { patient } = bookingDetailsOf({ ...emptyDraft, ...typed }, rulesOf(account, today));
  return {
    ...wish,
    ...(wish.appointment || !until ? {} : { until }),
    ...(known ? {} : { [field]: patient[field] ?? typed[field] }),
    consent: { version: account.texts.consentVersion, lang },
    lang,
  };
}
