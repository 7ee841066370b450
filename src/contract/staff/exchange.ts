import * as z from 'zod/mini';
import { Texts } from '../account.js';
import { Id, Language, Market } from '../primitives.js';
import { PageScript, SettingsPatch, StaffTheme, StatusChange } from './account.js';
import { OrganisationLists } from './catalogue.js';
import { recordKinds } from './record-kinds.js';
import { RemindersPatch } from './reminders.js';

/** Version of the document; one that changes what an older service would take wrongly gets the next number. */
export const exportVersion = 1;

const listed = <Input extends z.ZodMiniObject>({ input }: { input: Input }) =>
  z.array(z.extend(input, { id: Id }));

/** What documents of before had and nothing read; it is not imported. */
const former = z.optional(z.unknown());

/**
 * All settings and the whole catalogue of an account (S-08, C-12), in the shapes of the calls that store them. Without secrets,
 * patients, people and keys.
 */
const ExportOfVersion1 = z.object({
  version: z.literal(exportVersion),
  /** Where it comes from; not imported, but for `textLanguage`, which has to be the same. */
  account: z.object({
    id: Id,
    name: z.string(),
    market: Market,
    timeZone: z.string(),
    textLanguage: Language,
  }),
  groups: listed(recordKinds.groups),
  categories: listed(recordKinds.categories),
  templates: listed(recordKinds.templates),
  'preblock-definitions': z.array(
    z.extend(recordKinds['preblock-definitions'].input, { id: Id, validFor: former }),
  ),
  'template-lists': listed(recordKinds['template-lists']),
  'preblock-lists': listed(recordKinds['preblock-lists']),
  companies: listed(recordKinds.companies),
  clinics: listed(recordKinds.clinics),
  resources: listed(recordKinds.resources),
  clinicians: z.array(z.extend(recordKinds.clinicians.input, { id: Id, mayPublish: former })),
  'message-texts': listed(recordKinds['message-texts']),
  'eid-providers': listed(recordKinds['eid-providers']),
  /** Absent in documents of before there were reminders. */
  'sms-senders': z.optional(listed(recordKinds['sms-senders'])),
  reminders: z.optional(RemindersPatch),
  lists: OrganisationLists,
  /** All of them; one that a document does not have stays as it is. */
  settings: SettingsPatch,
  texts: Texts,
  theme: StaffTheme,
  script: PageScript,
  status: StatusChange,
});

/** By version first, so that a document of another one is refused as that and not field by field. */
export const AccountExport = z.discriminatedUnion('version', [ExportOfVersion1]);
export type AccountExport = z.infer<typeof AccountExport>;

/** `POST …/import`: up to 32 MB. */
export const ImportRequest = z.object({
  document: AccountExport,
  /** Only lists what would change. */
  dryRun: z.optional(z.boolean()),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** What an import changes, or would change. */
export const ImportAnswer = z.object({
  differences: z.array(
    z.object({
      kind: z.string(),
      id: z.optional(Id),
      what: z.enum(['new', 'changed']),
      /** With `changed`: paths of the fields. */
      fields: z.array(z.string()),
    }),
  ),
  isDryRun: z.boolean(),
  /** Names the entries of the history; absent where nothing was changed. */
  import: z.optional(z.string()),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
