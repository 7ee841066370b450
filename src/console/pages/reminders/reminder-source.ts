import type { Language, RecordInput, Reminders, ReminderTexts } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { readAll } from '../../catalogue/records.js';
import type { RecordSource } from '../../state/record-editor.js';
import { changesOf } from '../../state/record-sources.js';

/** The policy of reminders. */
export const remindersSource = (api: StaffApi): RecordSource<Reminders> => ({
  read: () => api.call('reminders'),
  store: (draft, before, version) =>
    api.call('changeReminders', { body: changesOf(before, draft), version }),
});

type WithId<T> = T & { readonly id: string };

/** What a policy is about, and what its texts are shown with. */
export interface ReminderWorld {
  /** IANA zone of the account. */
  readonly timeZone: string;
  /** Of the account's own texts. */
  readonly textLanguage: Language;
  readonly languages: readonly Language[];
  readonly clinics: readonly WithId<RecordInput<'clinics'>>[];
  readonly clinicians: readonly WithId<RecordInput<'clinicians'>>[];
  readonly texts: ReminderTexts;
  /** Who SMS of the account come from. */
  readonly sender: string;
}

/** Reads it; rejects with a `StaffError`. */
export async function readReminderWorld(api: StaffApi): Promise<ReminderWorld> {
  const [account, settings, clinics, clinicians, texts] = await Promise.all([
    api.describeAccount(),
    api.call('settings'),
    readAll(api, 'clinics'),
    readAll(api, 'clinicians'),
    api.call('reminderTexts'),
  ]);
  const { timeZone, textLanguage, languages } = account;
  return {
    ...{ timeZone, textLanguage, clinics, clinicians, texts: texts.data },
    languages: [...new Set([textLanguage, ...languages])],
    sender: settings.data.sender?.sms ?? account.name,
  };
}
