import type { Language, RecordInput, Reminders, ReminderTexts } from '../../../contract/index.js';
import { toClockTime, toInstant, formatInstant } from '../../../domain/clock-time.js';
import type { StaffApi } from '../../api/staff-api.js';

type Named<Kind extends 'clinics' | 'clinicians' | 'companies'> = RecordInput<Kind> & {
  readonly id: string;
};

/** What pages about SMS need to know of the account. */
export interface SmsSettings {
  readonly timeZone: string;
  readonly textLanguage: Language;
  readonly companies: readonly Named<'companies'>[];
  readonly clinics: readonly Named<'clinics'>[];
  readonly clinicians: readonly Named<'clinicians'>[];
}

export async function readSmsSettings(api: StaffApi): Promise<SmsSettings> {
  const items = async (name: 'clinics' | 'clinicians' | 'companies') =>
    ((await api.call(name)).data as { items: never[] }).items;
  const [{ timeZone, textLanguage }, companies, clinics, clinicians] = await Promise.all([
    api.describeAccount(),
    items('companies'),
    items('clinics'),
    items('clinicians'),
  ]);
  return { timeZone, textLanguage, companies, clinics, clinicians };
}

/** The texts in force, of the account: its own ones, else the standard texts of its language. */
export interface TextsInForce {
  readonly policy: Reminders;
  readonly standard: ReminderTexts;
}

export async function readTextsInForce(api: StaffApi): Promise<TextsInForce> {
  const [policy, standard] = await Promise.all([api.call('reminders'), api.call('reminderTexts')]);
  return { policy: policy.data, standard: standard.data };
}

/** What a control for date and time has of an instant, by the clock of a zone: `2026-11-20T08:00`. */
export const toControl = (instant: string | number, timeZone: string): string => {
  const { date, minutes } = toClockTime(instant, timeZone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** The instant of what a control for date and time has, as the API writes it. */
export const fromControl = (value: string, timeZone: string): string => {
  const [date = '', clock = ''] = value.split('T');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return formatInstant(toInstant(date, hours * 60 + minutes, timeZone), timeZone);
};
