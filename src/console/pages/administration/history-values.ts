import type { Language } from '../../../contract/index.js';
import { date } from '../../words/dates.js';
import { languageName } from '../../words/language-name.js';
import { rightWords, roleWords } from '../../words/shell-words.js';
import { bookingPageWords } from '../booking-page/page-words.js';
import { choiceName, fieldName } from './history-fields.js';
import type { FieldNames } from './history-fields.js';
import { historyFieldWords } from './history-field-words.js';

/** What a value of the history is said with: words, and the names of what ids stand for. */
export interface ValueNames extends FieldNames {
  /** The name of a record of a kind; undefined where it is gone. */
  readonly nameOf: (kind: string, id: string) => string | undefined;
}

/** Kinds that the ids in a field are of. */
const references: Readonly<Record<string, string>> = {
  company: 'companies',
  group: 'groups',
  clinic: 'clinics',
  clinics: 'clinics',
  category: 'categories',
  categories: 'categories',
  clinician: 'clinicians',
  cliniciansWithoutNeed: 'clinicians',
  bookingList: 'template-lists',
  timebookList: 'template-lists',
  preblockList: 'preblock-lists',
  template: 'templates',
};
const itemsOf: Readonly<Record<string, string>> = {
  'template-lists': 'templates',
  'preblock-lists': 'preblock-definitions',
};

/** Fields whose value is one of a few. */
const choices = new Set([
  'type',
  'mode',
  'purpose',
  'kind',
  'to',
  'answers',
  'approvals',
  'NO',
  'SE',
  'FI',
  'DK',
]);
const ofLanguages = new Set(['language', 'languages', 'textLanguage']);

/** A value as somebody reads it who has never seen JSON. `path` is that of its field. */
export function valueText(kind: string, path: string, value: unknown, names: ValueNames): string {
  const words = names.words(historyFieldWords);
  const field = path.slice(path.lastIndexOf('.') + 1);
  if (value === undefined || value === null || value === '') return words.nothing!;
  if (typeof value === 'boolean') return value ? words.yes! : words.no!;
  if (typeof value === 'string') return oneText(kind, field, value, names);
  if (Array.isArray(value)) {
    if (value.length === 0) return words.nothing!;
    const parts = value.map((one) => valueText(kind, path, one, names));
    return parts.join(value.some((one) => typeof one === 'object') ? '; ' : ', ');
  }
  if (typeof value === 'object') return wholeText(kind, value, names);
  return typeof value === 'number' ? String(value) : words.nothing!;
}

function oneText(kind: string, field: string, value: string, names: ValueNames): string {
  const words = names.words(historyFieldWords);
  const referred = field === 'items' ? itemsOf[kind] : references[field];
  if (referred) return names.nameOf(referred, value) ?? value;
  if (field === 'rights') return names.words(rightWords)[value] ?? value;
  if (field === 'role') return names.words(roleWords)[value] ?? value;
  if (field === 'confirmation') return value === 'code' ? words.yes! : words.no!;
  if (field === 'format') return value === 'html' ? words.yes! : words.no!;
  if (field === 'stepOrder') {
    const step = `step${value.charAt(0).toUpperCase()}${value.slice(1)}`;
    return names.words(bookingPageWords)[step] ?? value;
  }
  if (ofLanguages.has(field)) return languageName(value as Language, names.language);
  if (field === 'expiresAt') return date(value, names.language);
  return (choices.has(field) ? choiceName(kind, value, names) : undefined) ?? value;
}

/** Something with fields of its own: a picture by its size, the owner of a list by name, else field by field. */
function wholeText(kind: string, value: object, names: ValueNames): string {
  const { width, height, kind: of, id } = value as Record<string, unknown>;
  if (typeof width === 'number' && typeof height === 'number') {
    return `${names.words(historyFieldWords).image!} ${width} × ${height}`;
  }
  if (typeof of === 'string' && typeof id === 'string') {
    return names.nameOf(of === 'company' ? 'companies' : 'clinicians', id) ?? id;
  }
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .map(([name, part]) => {
      const text = valueText(kind, name, part, names);
      const label = fieldName(kind, name, names) ?? name;
      return name in references && typeof part === 'string' ? text : `${label}: ${text}`;
    })
    .join(', ');
}
