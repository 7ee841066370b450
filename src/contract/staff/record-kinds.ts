import * as z from 'zod/mini';
import { CivilDate, Id } from '../primitives.js';
import { ImageUpload } from './account.js';
import { PreblockInput } from './calendar.js';
import {
  CategoryInput,
  ClinicianInput,
  ClinicInput,
  CompanyInput,
  GroupInput,
  ListInput,
  ResourceInput,
  TemplateInput,
  TemplateListInput,
} from './catalogue.js';
import { EidProviderInput, EidProviderList } from './eid-providers.js';
import { MessageTextInput, MessageTextList } from './message-texts.js';
import { PatientInput, RecallInput } from './patients.js';
import { SmsSenderInput } from './reminders.js';
import type { StaffRight } from './rights.js';

/** A kind of thing that staff store by an id of their own. */
interface RecordSetup {
  /** Names of the calls that read all and one, and what stands after `put` and `delete` in those that change one. */
  readonly many: string;
  readonly one: string;
  readonly stem: string;
  /** One of it in words: `a company`. */
  readonly title: string;
  /** What `PUT` takes and `GET` answers. */
  readonly input: z.ZodMiniObject;
  /** What a list has beside the id, where that is not the input. */
  readonly item?: z.ZodMiniObject;
  /** The whole answer of the list, where it has more than items. */
  readonly list?: z.ZodMiniType;
  readonly query?: z.ZodMiniObject;
  readonly read: StaffRight;
  readonly write: StaffRight;
  readonly remove: StaffRight;
  /** Each belongs to a clinic, or to several: changing one needs the right there. */
  readonly atPlace?: true;
  /** What `DELETE` does, where it does more than delete. */
  readonly removal?: string;
}

/** Which page of a long list: the `next` of the page before. */
const Page = z.object({ cursor: z.optional(z.uuid()) });

const catalogue = { read: 'read', write: 'catalogue', remove: 'catalogue' } as const;
const settings = { read: 'read', write: 'settings', remove: 'settings' } as const;

/** A photo in a list: its bytes come with the one that it belongs to. */
const PhotoSize = z.omit(ImageUpload, { base64: true });

/** Everything that staff store by an id, by its name in addresses, in the history and in exports (C-03). */
export const recordKinds = {
  companies: {
    many: 'companies',
    one: 'company',
    stem: 'Company',
    title: 'a company',
    ...catalogue,
    input: CompanyInput,
  },
  groups: {
    many: 'groups',
    one: 'group',
    stem: 'Group',
    title: 'a group of clinics',
    ...catalogue,
    input: GroupInput,
  },
  clinics: {
    many: 'clinics',
    one: 'clinic',
    stem: 'Clinic',
    title: 'a clinic',
    ...catalogue,
    atPlace: true,
    input: ClinicInput,
  },
  clinicians: {
    many: 'clinicians',
    one: 'clinician',
    stem: 'Clinician',
    title: 'a clinician',
    ...catalogue,
    atPlace: true,
    input: ClinicianInput,
    item: z.extend(ClinicianInput, { photo: z.optional(PhotoSize) }),
  },
  categories: {
    many: 'categories',
    one: 'category',
    stem: 'Category',
    title: 'a category',
    ...catalogue,
    input: CategoryInput,
  },
  resources: {
    many: 'resources',
    one: 'resource',
    stem: 'Resource',
    title: 'a chair or room',
    ...catalogue,
    atPlace: true,
    input: ResourceInput,
  },
  templates: {
    many: 'templates',
    one: 'template',
    stem: 'Template',
    title: 'a booking template',
    ...catalogue,
    input: TemplateInput,
  },
  'template-lists': {
    many: 'templateLists',
    one: 'templateList',
    stem: 'TemplateList',
    title: 'a list of templates',
    ...catalogue,
    input: TemplateListInput,
  },
  'preblock-definitions': {
    many: 'preblockDefinitions',
    one: 'preblockDefinition',
    stem: 'Preblock',
    title: 'a preblock definition',
    ...catalogue,
    input: PreblockInput,
  },
  'preblock-lists': {
    many: 'preblockLists',
    one: 'preblockList',
    stem: 'PreblockList',
    title: 'a list of preblocks',
    ...catalogue,
    input: ListInput,
  },
  'message-texts': {
    many: 'messageTexts',
    one: 'messageText',
    stem: 'MessageText',
    title: "the account's own text of a message",
    removal: 'Go back to the standard text',
    ...settings,
    input: MessageTextInput,
    list: MessageTextList,
  },
  'sms-senders': {
    many: 'smsSenders',
    one: 'smsSender',
    stem: 'SmsSender',
    title: "the sender of a company's SMS",
    removal: "Go back to the account's sender",
    ...settings,
    input: SmsSenderInput,
  },
  'eid-providers': {
    many: 'eidProviders',
    one: 'eidProvider',
    stem: 'EidProvider',
    title: 'an OpenID provider, without its secret',
    ...settings,
    input: EidProviderInput,
    list: EidProviderList,
  },
  patients: {
    many: 'patients',
    one: 'patient',
    stem: 'Patient',
    title: 'a patient on file',
    read: 'patients',
    write: 'patients',
    remove: 'privacy',
    removal:
      'Erase all that is held about a patient, who has been exported and has no appointment ahead',
    input: PatientInput,
    item: z.extend(PatientInput, { birthDate: z.optional(CivilDate) }),
    query: Page,
  },
  recalls: {
    many: 'recalls',
    one: 'recall',
    stem: 'Recall',
    title: 'a need',
    read: 'patients',
    write: 'patients',
    remove: 'patients',
    input: RecallInput,
    /** `isBooked`: an appointment has taken it up. */
    item: z.extend(RecallInput, { isBooked: z.boolean() }),
    query: z.extend(Page, { patient: z.optional(z.uuid()) }),
  },
} as const satisfies Record<string, RecordSetup>;

export type RecordKindName = keyof typeof recordKinds;

/** What `PUT` of a kind takes, read by the contract. */
export type RecordInput<Name extends RecordKindName> = z.infer<(typeof recordKinds)[Name]['input']>;

/** The answer of a list: items with their ids, and where to go on. */
export function recordListOf(kind: RecordSetup): z.ZodMiniType {
  if (kind.list) return kind.list;
  const items = z.array(z.extend(kind.item ?? kind.input, { id: Id }));
  return z.object({ items, next: z.optional(z.string()) });
}
