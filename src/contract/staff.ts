import * as z from 'zod/mini';
import { AccountStatus, EidProvider, FieldSettings, Settings, Texts } from './account.js';
import { Patient } from './requests.js';
import { ChoiceStep, CivilDate, Id, Instant, Language, Market, Minutes } from './primitives.js';

const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const LongText = z.string().check(z.maxLength(5000));
const Position = z.int().check(z.nonnegative());
/** Local time of day `HH:MM`, `24:00` for the end of the day. */
export const ClockTime = z.string().check(z.regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/));
/** ISO weekday, Monday 1 to Sunday 7. */
export const Weekday = z.int().check(z.minimum(1), z.maximum(7));

/** `PUT /v1/staff/accounts/{account}`: create an account, or change what it is. Needs the platform's key. */
export const AccountSetup = z.object({
  name: Name,
  market: Market,
  timeZone: z.string(),
  languages: z.array(Language).check(z.minLength(1)),
  textLanguage: Language,
});
export type AccountSetup = z.infer<typeof AccountSetup>;

/** The operator's token is shown once, when the account is made. */
export const AccountCreated = z.object({ account: Id, operatorToken: z.optional(z.string()) });
export type AccountCreated = z.infer<typeof AccountCreated>;

/** All settings as staff see them: the public ones and those that only the service needs. */
export const StaffSettings = z.extend(Settings, {
  /** Moving and cancelling appointments that have no template (P-36, P-37). */
  moveWithoutTemplate: z.boolean(),
  cancelWithoutTemplate: z.boolean(),
  /** Hours before the start until which moving and cancelling are allowed; null: always. */
  changeDeadlineHours: z.nullable(z.int().check(z.nonnegative())),
  /** Journal switches. */
  journalMoves: z.boolean(),
  journalCancellations: z.boolean(),
  /** Publishing needs working time marked Recall [R]. */
  publishingNeedsRecallTime: z.boolean(),
  /** Lines of the timebook in minutes, used where a template asks for every line. */
  timebookGridMinutes: Minutes,
  /** Origins that may call with a session; empty means none. Anonymous calls are open to all. */
  allowedOrigins: z.array(z.string()),
  /** Who messages come from (M-01, M-08, M-12); null: the account's name and the service's own address and number. */
  sender: z.object({
    emailName: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
    emailAddress: z.nullable(z.email()),
    /** At most 11 letters and digits, or a number. */
    sms: z.nullable(z.string().check(z.regex(/^(\+?[0-9]{3,15}|[A-Za-z0-9 ]{1,11})$/))),
  }),
});
export type StaffSettings = z.infer<typeof StaffSettings>;

/** `PATCH …/settings`: what is absent stays. Refused when a code is asked while mobile and e-mail are both off (P-25). */
export const SettingsPatch = z.partial(
  z.extend(StaffSettings, {
    fields: z.partial(FieldSettings),
    login: z.partial(z.object({ sms: z.boolean(), eid: z.array(EidProvider) })),
    stepOrder: z.array(ChoiceStep),
  }),
);
export type SettingsPatch = z.infer<typeof SettingsPatch>;

/** `PATCH …/texts`: an empty text goes back to the standard text. */
export const TextsPatch = z.partial(Texts);
export type TextsPatch = z.infer<typeof TextsPatch>;

export const StatusChange = z.object({ status: AccountStatus });
export type StatusChange = z.infer<typeof StatusChange>;

/** An image as base64: PNG, JPEG, WebP, AVIF or SVG. A logo holds at most 25 000 bytes (S-05). */
export const ImageUpload = z.object({
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/svg+xml']),
  base64: z.string().check(z.maxLength(48_000)),
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
});
export type ImageUpload = z.infer<typeof ImageUpload>;

/** `PATCH …/theme`: null removes. */
export const ThemePatch = z.object({
  accent: z.optional(z.nullable(z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/)))),
  logo: z.optional(z.nullable(ImageUpload)),
});
export type ThemePatch = z.infer<typeof ThemePatch>;

/**
 * `PUT …/script` (*Avansert › Script*, S-07): HTML with scripts, as a vendor of statistics gives it. The hosted page runs it
 * in a frame of its own, fed with the public events (P-41); the widget never does. Empty: none.
 */
export const PageScript = z.object({ html: z.string().check(z.maxLength(20_000)) });
export type PageScript = z.infer<typeof PageScript>;

/** The lists in force for whoever they are assigned to; null: none assigned. */
const assignedLists = {
  bookingList: z.optional(z.nullable(Id)),
  preblockList: z.optional(z.nullable(Id)),
};

export const OrganisationLists = z.object(assignedLists);
export type OrganisationLists = z.infer<typeof OrganisationLists>;

export const CompanyInput = z.object({ name: Name, ...assignedLists });
export type CompanyInput = z.infer<typeof CompanyInput>;

export const GroupInput = z.object({ name: Name, position: Position });
export type GroupInput = z.infer<typeof GroupInput>;

export const ClinicInput = z.object({
  name: Name,
  company: Id,
  group: z.optional(z.nullable(Id)),
  address1: z.string().check(z.maxLength(200)),
  address2: z.optional(z.string().check(z.maxLength(200))),
  postalCode: z.string().check(z.maxLength(16)),
  city: z.string().check(z.maxLength(100)),
  phone: z.string().check(z.maxLength(32)),
  email: z.string().check(z.maxLength(254)),
  position: Position,
  heading: z.optional(z.nullable(z.string().check(z.maxLength(200)))),
  text: z.optional(z.nullable(LongText)),
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
});
export type ClinicInput = z.infer<typeof ClinicInput>;

export const ClinicianInput = z.object({
  name: Name,
  title: z.optional(z.string().check(z.maxLength(100))),
  text: z.optional(LongText),
  photo: z.optional(z.nullable(ImageUpload)),
  position: Position,
  /** Takes part in online booking (*Tilmeldt*, S-01, P-42). */
  published: z.boolean(),
  /** Takes new patients (*Aktiv*, P-42). */
  acceptsNewPatients: z.boolean(),
  /** Where they work, with the consent given there (P-16). */
  clinics: z.array(z.object({ clinic: Id, photoConsent: z.boolean(), titleConsent: z.boolean() })),
  /** Free times vanish this many hours before they begin; null: they do not. */
  preblockExpiryHours: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  /** Default length of a new preblock in minutes. */
  preblockMinutes: z.optional(z.nullable(Minutes)),
  /** May publish Internet preblocks. */
  mayPublish: z.optional(z.boolean()),
  ...assignedLists,
});
export type ClinicianInput = z.infer<typeof ClinicianInput>;

export const CategoryInput = z.object({ name: Name, position: Position });
export type CategoryInput = z.infer<typeof CategoryInput>;

/** A chair or room (*pride*, A-09). */
export const ResourceInput = z.object({ name: Name, clinic: Id, kind: z.string() });
export type ResourceInput = z.infer<typeof ResourceInput>;

/** A booking template. */
export const TemplateInput = z.object({
  /** Shown to the patient; a leading "- " is not (P-46). */
  name: Name,
  minutes: Minutes.check(z.maximum(720)),
  category: Id,
  position: z.optional(Position),
  /** Kind of resource it needs. */
  resource: z.optional(z.nullable(z.string())),
  useInTimebook: z.boolean(),
  useInBooking: z.boolean(),
  moveOnline: z.boolean(),
  cancelOnline: z.boolean(),
  maxDaysToMove: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  useInRecall: z.boolean(),
  moveNextRecall: z.boolean(),
  recallCard: z.boolean(),
  /** Never shown to the patient. */
  timebookText: z.optional(LongText),
  description: z.optional(LongText),
  priceText: z.optional(z.string().check(z.maxLength(200))),
  /** Absent or null: the step is the template's own minutes; 0: every line of the timebook. */
  minutesBetweenOffers: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  /** Null: today may be booked; 0: from tomorrow; 1: from the day after. */
  leadDays: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  /** Days before the appointment until which it may be cancelled or moved; null: the account's hours. */
  cancelDays: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  moveDays: z.optional(z.nullable(z.int().check(z.nonnegative()))),
  /** Rules of need. */
  governedByNeed: z.optional(z.boolean()),
  mayChooseClinician: z.optional(z.boolean()),
  cliniciansWithoutNeed: z.optional(z.array(Id)),
  maxDaysAfterRecallWeek: z.optional(z.nullable(z.int().check(z.nonnegative()))),
});
export type TemplateInput = z.infer<typeof TemplateInput>;

/** Who may use a list. */
export const ListOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['all', 'organisation']) }),
  z.object({ kind: z.enum(['company', 'clinician']), id: Id }),
]);
export type ListOwner = z.infer<typeof ListOwner>;

/** A list of templates or of preblock definitions, in its order. */
export const ListInput = z.object({ name: Name, owner: ListOwner, items: z.array(Id) });
export type ListInput = z.infer<typeof ListInput>;

export const TemplateListInput = z.extend(ListInput, { purpose: z.enum(['booking', 'timebook']) });
export type TemplateListInput = z.infer<typeof TemplateListInput>;

export const PreblockType = z.enum([
  'standard',
  'recall',
  'administration',
  'amount',
  'treatment',
  'patient',
  'internet',
]);
export type PreblockType = z.infer<typeof PreblockType>;

/** A preblock definition. */
export const PreblockInput = z.object({
  name: Name,
  text: z.optional(LongText),
  code: z.optional(z.string().check(z.maxLength(32))),
  colour: z.optional(z.string().check(z.maxLength(32))),
  validFor: z.enum(['resources', 'personal']),
  type: PreblockType,
  /** Whether `categories` are the ones let in or the ones kept out (A-15: allow by default). */
  mode: z.enum(['allow', 'deny']),
  categories: z.array(Id),
  mayBypass: z.boolean(),
  allowAllRebookings: z.boolean(),
  /** Days before its date on which it stops counting; null: never. */
  expiresDaysBefore: z.optional(z.nullable(z.int().check(z.nonnegative()))),
});
export type PreblockInput = z.infer<typeof PreblockInput>;

const interval = {
  clinician: Id,
  clinic: Id,
  date: CivilDate,
  from: ClockTime,
  to: ClockTime,
};

/** A dated interval, on the dates of a repeated week where `repeat` is given. */
const repeat = z.optional(
  z.object({ weekdays: z.array(Weekday).check(z.minLength(1)), until: CivilDate }),
);

/** `POST …/working-time`: up to 1,000 intervals at once, civil time. */
export const WorkingTimeInput = z.object({
  intervals: z
    .array(z.object({ ...interval, recall: z.optional(z.boolean()), repeat }))
    .check(z.minLength(1), z.maxLength(1000)),
});
export type WorkingTimeInput = z.infer<typeof WorkingTimeInput>;

export const WorkingTime = z.object({
  id: z.string(),
  series: z.nullable(z.string()),
  ...interval,
  recall: z.boolean(),
});
export type WorkingTime = z.infer<typeof WorkingTime>;

/** `POST …/preblocks`: place a definition, singly or as a series. */
export const PlacementInput = z.object({
  placements: z
    .array(z.object({ ...interval, preblock: Id, repeat }))
    .check(z.minLength(1), z.maxLength(1000)),
});
export type PlacementInput = z.infer<typeof PlacementInput>;

export const Placement = z.object({
  id: z.string(),
  series: z.nullable(z.string()),
  preblock: Id,
  ...interval,
});
export type Placement = z.infer<typeof Placement>;

/** What a placing made: a series id for each wish that repeats, and how many intervals in all. */
export const PlacedAnswer = z.object({
  ids: z.array(z.string()),
  series: z.array(z.string()),
  count: z.int(),
});
export type PlacedAnswer = z.infer<typeof PlacedAnswer>;

/** Range of the staff's reading calls: dates, half-open, at most 92 days. */
export const StaffRange = z.object({
  from: CivilDate,
  to: CivilDate,
  clinician: z.optional(Id),
  clinic: z.optional(Id),
});
export type StaffRange = z.infer<typeof StaffRange>;

/** A row of the timebook as the clinic sees it. */
export const TimebookEntry = z.object({
  id: z.string(),
  status: z.enum(['held', 'pending', 'booked', 'cancelled']),
  start: Instant,
  minutes: Minutes,
  clinic: Id,
  clinician: Id,
  template: z.nullable(Id),
  patient: z.nullable(
    z.object({
      id: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      birthDate: z.nullable(CivilDate),
    }),
  ),
  /** Timebook text, `CC: code`, message. */
  text: z.string(),
  /** `ITB` for what patients book themselves. */
  registeredBy: z.string(),
  registeredAt: Instant,
});
export type TimebookEntry = z.infer<typeof TimebookEntry>;

/** `POST …/timebook`: staff book by hand; takes the time from the patients. */
export const TimebookInput = z.object({
  start: Instant,
  minutes: Minutes,
  clinic: Id,
  clinician: Id,
  template: z.optional(Id),
  /** Of a patient on file. */
  patient: z.optional(z.uuid()),
  text: z.optional(LongText),
});
export type TimebookInput = z.infer<typeof TimebookInput>;

/** A change of a patient's details that waits for yes or no (P-39). */
export const PatientChange = z.object({
  id: z.string(),
  patient: z.object({ id: z.string(), firstName: z.string(), lastName: z.string() }),
  changes: z.record(z.string(), z.object({ from: z.nullable(z.string()), to: z.string() })),
  askedAt: Instant,
});
export type PatientChange = z.infer<typeof PatientChange>;

export const PatientChangeDecision = z.object({ accept: z.boolean() });
export type PatientChangeDecision = z.infer<typeof PatientChangeDecision>;

/**
 * `PUT …/patients/{id}`: a patient on file; the id is a UUID of the caller's choice. The clinic vouches for what it stores,
 * so the mobile is a way in (P-39).
 */
export const PatientInput = Patient;
export type PatientInput = z.infer<typeof PatientInput>;

/** `PUT …/recalls/{id}`: a need (P-38, A-08); the id is a UUID of the caller's choice. */
export const RecallInput = z.object({
  patient: z.uuid(),
  /** Any date of the recall week. */
  week: CivilDate,
  minutes: Minutes.check(z.maximum(720)),
  /** A template that is used in recall. */
  template: Id,
  clinician: z.optional(z.nullable(Id)),
  /** Months between two recalls: with *move next recall* the next one follows the booked date; absent: none follows. */
  intervalMonths: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(120)))),
});
export type RecallInput = z.infer<typeof RecallInput>;

/** One line of a patient's journal. */
export const JournalEntry = z.object({
  at: Instant,
  kind: z.enum(['moved', 'cancelled']),
  text: z.string(),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

export const Journal = z.object({ entries: z.array(JournalEntry) });
export type Journal = z.infer<typeof Journal>;

/** What a message tells of (M-01, M-02): the texts of codes are not the account's to change. */
export const MessageEvent = z.enum(['booked', 'moved', 'cancelled']);
export type MessageEvent = z.infer<typeof MessageEvent>;

/** `PUT …/message-texts/{id}`, where the id is event, channel and language, such as `booked-email-nb` (M-01 to M-03). */
export const MessageTextInput = z.object({
  /** E-mail only. */
  subject: z.optional(z.string().check(z.maxLength(200))),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000)),
  /** `html`: e-mail only; the values of merge fields are escaped. */
  format: z.optional(z.enum(['plain', 'html'])),
});
export type MessageTextInput = z.infer<typeof MessageTextInput>;

/** How long an SMS is with sample values in its merge fields (M-02). */
export const SmsLength = z.object({
  encoding: z.enum(['gsm-7', 'ucs-2']),
  /** Septets of GSM-7 (an extension character counts two), or UTF-16 units. */
  units: z.int(),
  parts: z.int(),
});
export type SmsLength = z.infer<typeof SmsLength>;

/** A text in force. */
export const MessageText = z.object({
  id: Id,
  event: MessageEvent,
  channel: z.enum(['sms', 'email']),
  lang: Language,
  subject: z.optional(z.string()),
  text: z.string(),
  format: z.enum(['plain', 'html']),
  isStandard: z.boolean(),
  length: z.optional(SmsLength),
});
export type MessageText = z.infer<typeof MessageText>;

export const MessageTextList = z.object({ texts: z.array(MessageText) });
export type MessageTextList = z.infer<typeof MessageTextList>;

/** `PUT …/eid-providers/{id}`: an OpenID provider that patients of the account may log in with (P-33). */
export const EidProviderInput = z.object({
  name: Name,
  /** `https`, except in demo mode on this machine. */
  issuer: z.url(),
  clientId: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Never answered. Absent keeps the stored one, as long as issuer and client are the same; none: a public client. */
  clientSecret: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  /** What is asked for, `openid` always among it; `openid profile` unless told. */
  scope: z.optional(z.string().check(z.regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/), z.maxLength(500))),
  /** The claim that holds the national ID, such as `pid`. */
  nationalIdClaim: z.string().check(z.minLength(1), z.maxLength(100)),
});
export type EidProviderInput = z.infer<typeof EidProviderInput>;

export const EidProviderSetup = z.extend(z.omit(EidProviderInput, { clientSecret: true }), {
  id: Id,
  hasSecret: z.boolean(),
});
export type EidProviderSetup = z.infer<typeof EidProviderSetup>;

export const EidProviderList = z.object({ providers: z.array(EidProviderSetup) });
export type EidProviderList = z.infer<typeof EidProviderList>;

export const WorkingTimeList = z.object({ workingTime: z.array(WorkingTime) });
export type WorkingTimeList = z.infer<typeof WorkingTimeList>;

export const PlacementList = z.object({ preblocks: z.array(Placement) });
export type PlacementList = z.infer<typeof PlacementList>;

export const Timebook = z.object({ entries: z.array(TimebookEntry) });
export type Timebook = z.infer<typeof Timebook>;

export const PatientChangeList = z.object({ changes: z.array(PatientChange) });
export type PatientChangeList = z.infer<typeof PatientChangeList>;
