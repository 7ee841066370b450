import type { Language } from '../../../contract/index.js';
import { languageName } from '../../words/language-name.js';
import { messagesWords } from '../messages/messages-words.js';
import { openingWords } from '../booking-page/opening-words.js';
import { bookingPageWords } from '../booking-page/page-words.js';
import { switchWords } from '../booking-page/switch-words.js';
import { clinicianWords } from '../places/clinician-words.js';
import { placesWords } from '../places/places-words.js';
import { policyWords } from '../reminders/policy-words.js';
import { senderWords } from '../reminders/sender-words.js';
import { listsWords } from '../treatments/lists-words.js';
import { preblockWords } from '../treatments/preblock-words.js';
import { templateWords } from '../treatments/template-words.js';
import { treatmentsWords } from '../treatments/treatments-words.js';
import type { InFive } from '../../words/in-language.js';
import { historyFieldWords } from './history-field-words.js';
import { keysWords } from './keys-words.js';
import { providerWords } from './logins-words.js';
import { rulesWords } from './rules-words.js';
import { staffWords } from './staff-words.js';

export type WordTable = Readonly<Record<string, InFive>>;

/** Where the labels of a kind's fields stand: the words of the page that edits it, in the order in which they are asked. */
const tables: Readonly<Record<string, readonly WordTable[]>> = {
  settings: [switchWords, bookingPageWords, rulesWords, messagesWords],
  texts: [bookingPageWords],
  theme: [bookingPageWords],
  script: [bookingPageWords],
  status: [openingWords],
  lists: [listsWords],
  companies: [placesWords],
  groups: [placesWords],
  clinics: [placesWords],
  clinicians: [clinicianWords, placesWords],
  resources: [treatmentsWords],
  templates: [templateWords],
  'template-lists': [listsWords],
  'preblock-definitions': [preblockWords],
  'preblock-lists': [listsWords],
  'message-texts': [messagesWords],
  reminders: [policyWords],
  'sms-senders': [senderWords],
  'eid-providers': [providerWords],
  'sign-in-providers': [providerWords],
  people: [staffWords],
  patients: [placesWords, switchWords],
  recalls: [templateWords],
  keys: [keysWords],
};

/** Fields whose label has another name on their page, by their path. */
const labels: Readonly<Record<string, string>> = {
  confirmation: 'code',
  stepOrder: 'steps',
  'login.on': 'loginOn',
  'login.sms': 'loginSms',
  'login.eid': 'eid',
  html: 'scriptHtml',
  clientSecret: 'secret',
  nationalIdClaim: 'claim',
  items: 'chosen',
  rights: 'keyRights',
  'sender.sms': 'senderSms',
  // Of a person of the staff.
  'people.clinician': 'ownCalendar',
  'clinicians.clinics': 'places',
  'keys.clinics': 'keyClinics',
  'message-texts.format': 'html',
  'reminders.daysWithoutSending': 'days',
  'pauses.night.from': 'nightFrom',
  'pauses.night.to': 'nightTo',
  'thankYou.hoursAfter': 'hoursAfter',
};

/** How words are found, and in which language names of languages are. */
export interface FieldNames {
  readonly words: (table: WordTable) => Readonly<Record<string, string>>;
  readonly language: Language;
}

/** The label of a field as its page has it; undefined where no page has one. */
export function fieldName(kind: string, path: string, names: FieldNames): string | undefined {
  const [first, language, ...inner] = path.split('.');
  if (first === 'translations' && language !== undefined && inner.length > 0) {
    const name = fieldName(kind, inner.join('.'), names);
    const spoken = languageName(language as Language, names.language);
    return name === undefined ? undefined : `${name} (${spoken})`;
  }
  const last = path.slice(path.lastIndexOf('.') + 1);
  const key = labels[`${kind}.${path}`] ?? labels[path] ?? last;
  for (const table of [...(tables[kind] ?? []), historyFieldWords]) {
    if (key in table) return names.words(table)[key];
  }
  return undefined;
}

/** One of a few values, such as a type of preblocks, in the words of its page; undefined where it has none. */
export function choiceName(kind: string, value: string, { words }: FieldNames): string | undefined {
  const table = tables[kind]?.find((one) => value in one);
  return table && words(table)[value];
}
