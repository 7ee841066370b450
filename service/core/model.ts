import type { PreblockType } from '../../src/contract/staff.js';
import type { CivilDate } from '../../src/domain/civil-date.js';

/** A half-open stretch of real time, epoch milliseconds. */
export interface Stretch {
  start: number;
  end: number;
}

/** The account's settings that decide which times exist. */
export interface AccountRules {
  /** IANA zone of every clinic of the account. */
  timeZone: string;
  /** P-19. */
  weekendBooking: boolean;
  /** */
  publishingNeedsRecallTime: boolean;
  /** the timebook's own lines, minutes from midnight. */
  timebookGridMinutes: number;
}

/** The lists assigned to an organisation, a company or a clinician; null: none assigned. */
export interface AssignedLists {
  bookingList: string | null;
  preblockList: string | null;
}

export interface CompanyRules extends AssignedLists {
  id: string;
}

export interface ClinicRules {
  id: string;
  company: string;
  group: string | null;
}

export interface ClinicianRules extends AssignedLists {
  id: string;
  /** Takes part in online booking (*Tilmeldt*). */
  published: boolean;
  /** Takes patients who are not on file (*Aktiv*, P-42). */
  acceptsNewPatients: boolean;
  /** Free times vanish so many hours before they begin; null: they stay. */
  preblockExpiryHours: number | null;
  /** Where they work. */
  clinics: readonly string[];
}

/** What of a booking template decides about times. */
export interface Template {
  id: string;
  minutes: number;
  category: string;
  /** Kind of resource it needs. */
  resource: string | null;
  useInBooking: boolean;
  /** null: the template's own minutes from the preblock's start; 0: every line of the timebook. */
  minutesBetweenOffers: number | null;
  /** null: from today; 0: from tomorrow; 1: from the day after. */
  leadDays: number | null;
  /** without a need only `cliniciansWithoutNeed` offer it. */
  governedByNeed: boolean;
  /** of a template that is not governed by need, empty means every clinician. */
  cliniciansWithoutNeed: readonly string[];
}

/** A list of templates or of preblock definitions, in its order. */
export interface ItemList {
  id: string;
  items: readonly string[];
}

/** What of a preblock definition decides about times. */
export interface PreblockDefinition {
  id: string;
  type: PreblockType;
  /** Whether `categories` are let in or kept out. */
  mode: 'allow' | 'deny';
  categories: readonly string[];
  allowAllRebookings: boolean;
  /** Staff may book over it what it does not let in; patients never. */
  mayBypass: boolean;
  /** On this many days before its date it stops counting; null: never. */
  expiresDaysBefore: number | null;
}

/** A chair or room of a clinic (*pride*, A-09). */
export interface Resource {
  id: string;
  clinic: string;
  kind: string;
}

/** A dated interval by the clock of the account's zone, minutes after midnight; `to` at most 1440. */
export interface CivilInterval {
  clinician: string;
  clinic: string;
  date: CivilDate;
  from: number;
  to: number;
}

/** */
export interface WorkingInterval extends CivilInterval {
  /** Marked Recall [R]. */
  recall: boolean;
}

/** A preblock in a clinician's calendar. */
export interface PreblockPlacement extends CivilInterval {
  id: string;
  definition: string;
}

/** A held, pending or booked time; epoch milliseconds. */
export interface BusyInterval extends Stretch {
  clinician: string;
  /** Whose it is: a patient's own hold counts as free to them. */
  party?: string | undefined;
}

export interface ResourceBusy extends Stretch {
  resource: string;
  party?: string | undefined;
}

/** What changes seldom. Every array is in the account's order. */
export interface Catalogue {
  account: AccountRules;
  organisation: AssignedLists;
  companies: readonly CompanyRules[];
  clinics: readonly ClinicRules[];
  clinicians: readonly ClinicianRules[];
  templates: readonly Template[];
  templateLists: readonly ItemList[];
  preblockLists: readonly ItemList[];
  definitions: readonly PreblockDefinition[];
  resources: readonly Resource[];
}

/** The rows of the timebook within a range, in any order. Rows beyond the range do no harm. */
export interface TimebookRows {
  workingTime: readonly WorkingInterval[];
  placements: readonly PreblockPlacement[];
  busy: readonly BusyInterval[];
  resourceBusy: readonly ResourceBusy[];
}

export type AvailabilityRows = Catalogue & TimebookRows;

/** What the patient has chosen so far; absent means any. */
export interface SlotFilters {
  clinic?: string | undefined;
  group?: string | undefined;
  clinician?: string | undefined;
  treatment?: string | undefined;
  /** Only slots that start at this instant, epoch milliseconds. */
  at?: number | undefined;
  /** Only clinicians who take new patients (P-42). */
  newPatient?: boolean | undefined;
  /** An existing appointment is to be moved, so *allow all rebookings* counts. */
  rebooking?: boolean | undefined;
  /** The party whose own times count as free. */
  party?: string | undefined;
  /** Times for an appointment to be moved or for a need, in place of those that the lists offer. */
  own?: OwnRequest | undefined;
}

/** What of a template decides where it fits; an appointment without a template has no category. */
export type OfferedTemplate = Pick<
  Template,
  'id' | 'minutes' | 'resource' | 'minutesBetweenOffers' | 'leadDays'
> & { category: string | null };

/** What a patient who is on file is to have instead of a treatment of the lists (P-36, P-38). */
export interface OwnRequest {
  /** With the minutes of the appointment or the need. */
  template: OfferedTemplate;
  /** A need is booked only with whose list in force has its template; an appointment moves to any preblock that permits it. */
  isListed: boolean;
  /** Dates on which it may lie. */
  within: DateRange;
  /** Whom the need fixes. */
  clinician?: string | undefined;
  /** The present time of the appointment, which is not offered again; epoch milliseconds. */
  present?: { clinician: string; start: number } | undefined;
}

/** Dates, half-open. */
export interface DateRange {
  from: CivilDate;
  to: CivilDate;
}

/** One bookable time; `start` in epoch milliseconds. */
export interface FreeSlot {
  start: number;
  minutes: number;
  clinic: string;
  clinician: string;
  treatment: string;
}
