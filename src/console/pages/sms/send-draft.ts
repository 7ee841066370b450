import type { Language, SentMessage, SmsRunInput, SmsType } from '../../../contract/index.js';
import type { TextsInForce } from './sms-settings.js';
import { fromControl } from './sms-settings.js';

/** To whom: one patient, a number, many of the register, or those who come on a day. */
export const audiences = ['patient', 'number', 'many', 'day'] as const;
export type AudienceName = (typeof audiences)[number];

/** What somebody is about to send. */
export interface SendDraft {
  readonly whom: AudienceName;
  /** Of the chosen patient; empty: none yet. */
  readonly patient: string;
  readonly number: string;
  /** Ids of patients, or of a day's appointments. */
  readonly chosen: readonly string[];
  readonly type: SmsType;
  /** Undefined: the text as it is set up. */
  readonly text: string | undefined;
  readonly clinic: string;
  /** `planned`: a reminder when the account's policy says. */
  readonly when: 'now' | 'planned' | 'at';
  /** Of a control for date and time. */
  readonly at: string;
  /** When it is of no use any more, in the same way; empty: as usual. */
  readonly expires: string;
}

export const emptyDraft: SendDraft = {
  ...{ whom: 'patient', patient: '', number: '', chosen: [], type: 'general' },
  ...{ text: undefined, clinic: '', when: 'now', at: '', expires: '' },
};

/** Types that go with an appointment, at their own time. */
export const isPlanned = (type: SentMessage['type']): boolean =>
  type.startsWith('reminder') || type === 'thank-you';

/** The texts that there are for an audience. */
export const typesFor = (whom: AudienceName): readonly SmsType[] =>
  whom === 'day'
    ? ['general', 'message', 'reminder-1', 'reminder-2', 'reminder-3', 'thank-you']
    : ['general', 'recall'];

/** The text of a type as it is set up for the account: its own, else the standard text of its language. */
export function textInForce(
  { policy, standard }: TextsInForce,
  type: SmsType,
  language: Language,
): string {
  const { reminders, thankYou, texts } = policy;
  const own =
    type === 'thank-you'
      ? thankYou?.text
      : type.startsWith('reminder')
        ? reminders[Number(type.slice(-1)) - 1]?.text
        : texts[type as keyof typeof texts];
  const found = standard.items.find((item) => item.type === type && item.lang === language);
  return own ?? found?.text ?? '';
}

/** A part of a draft that something can be wrong with. */
export type DraftPart = 'recipient' | 'text' | 'time' | 'expiry';
/** What is missing of a draft: the field that has to be filled in first. */
export type Missing = Exclude<DraftPart, 'expiry'>;

export function missingOf(draft: SendDraft): Missing | undefined {
  const { whom, patient, number, chosen, text, when, at } = draft;
  const hasOne = whom === 'patient' ? patient : whom === 'number' ? number.trim() : chosen.length;
  if (!hasOne) return 'recipient';
  if (text?.trim() === '') return 'text';
  return when === 'at' && !at ? 'time' : undefined;
}

/** A whole draft as the service takes it; `now` is an instant, `timeZone` that of the clinic. */
export function inputOf(draft: SendDraft, now: string, timeZone: string): SmsRunInput {
  const { whom, patient, number, chosen, type, text, clinic, when, at, expires } = draft;
  const sendsAt =
    when === 'at' ? fromControl(at, timeZone) : when === 'now' && isPlanned(type) ? now : undefined;
  return {
    ...(whom === 'patient' && { patients: [patient] }),
    ...(whom === 'number' && { numbers: [number.trim()] }),
    ...(whom === 'many' && { patients: [...chosen] }),
    ...(whom === 'day' && { appointments: [...chosen] }),
    type,
    ...(text !== undefined && { text: text.trim() }),
    ...(clinic && whom !== 'day' && { clinic }),
    ...(sendsAt && { sendsAt }),
    ...(expires && { expiresAt: fromControl(expires, timeZone) }),
  };
}
