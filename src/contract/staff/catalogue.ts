import * as z from 'zod/mini';
import { Id } from '../primitives.js';
import {
  Days,
  Hours,
  Latitude,
  Length,
  LongText,
  Longitude,
  Name,
  OfferGrid,
  Position,
  TreatmentLength,
} from './fields.js';
import { ImageUpload } from './account.js';

/** The lists in force for whoever they are assigned to; null: none assigned. */
const assignedLists = {
  bookingList: z.optional(z.nullable(Id)),
  /** Which templates the timebook offers first when staff book (*registreringsliste*); it filters and sorts, and refuses nothing. */
  timebookList: z.optional(z.nullable(Id)),
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
  latitude: z.optional(Latitude),
  longitude: z.optional(Longitude),
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
  preblockExpiryHours: z.optional(z.nullable(Hours)),
  /** Length of a preblock that is placed without an end, in minutes. */
  preblockMinutes: z.optional(z.nullable(Length)),
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
  minutes: TreatmentLength,
  category: Id,
  position: z.optional(Position),
  /** Kind of resource it needs. */
  resource: z.optional(z.nullable(z.string())),
  useInTimebook: z.boolean(),
  useInBooking: z.boolean(),
  moveOnline: z.boolean(),
  cancelOnline: z.boolean(),
  maxDaysToMove: z.optional(z.nullable(Days)),
  useInRecall: z.boolean(),
  moveNextRecall: z.boolean(),
  recallCard: z.boolean(),
  /** Never shown to the patient. */
  timebookText: z.optional(LongText),
  description: z.optional(LongText),
  priceText: z.optional(z.string().check(z.maxLength(200))),
  /** Absent or null: the step is the template's own minutes; 0: every line of the timebook. */
  minutesBetweenOffers: z.optional(z.nullable(OfferGrid)),
  /** Null: today may be booked; 0: from tomorrow; 1: from the day after. */
  leadDays: z.optional(z.nullable(Days)),
  /** Days before the appointment until which it may be cancelled or moved; null: the account's hours. */
  cancelDays: z.optional(z.nullable(Days)),
  moveDays: z.optional(z.nullable(Days)),
  /** Rules of need. */
  governedByNeed: z.optional(z.boolean()),
  mayChooseClinician: z.optional(z.boolean()),
  cliniciansWithoutNeed: z.optional(z.array(Id)),
  maxDaysAfterRecallWeek: z.optional(z.nullable(Days)),
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
