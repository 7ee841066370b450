import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { PreblockType } from '../../../../src/contract/index.js';
import { accounts, companies } from './accounts.js';
import { accountId, bytes, instant, withinAccount } from './columns.js';

/** A named group of clinics (P-13). */
export const clinicGroups = pgTable(
  'clinic_groups',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** A place with an address, in the account's order (P-12). */
export const clinics = pgTable(
  'clinics',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    companyId: text('company_id').notNull(),
    groupId: text('group_id'),
    name: text('name').notNull(),
    address1: text('address1').notNull(),
    address2: text('address2'),
    postalCode: text('postal_code').notNull(),
    city: text('city').notNull(),
    phone: text('phone').notNull(),
    email: text('email').notNull(),
    position: integer('position').notNull(),
    heading: text('heading'),
    text: text('text'),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    /** Out of the catalogue, kept for the appointments that name it. */
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.companyId], [companies.accountId, companies.id]),
    withinAccount([table.accountId, table.groupId], [clinicGroups.accountId, clinicGroups.id]),
  ],
);

/** Who treats: published or not, with the lists assigned to them (S-01, S-02, A-07). */
export const clinicians = pgTable(
  'clinicians',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    title: text('title'),
    text: text('text'),
    photo: bytes('photo'),
    photoType: text('photo_type'),
    photoWidth: integer('photo_width'),
    photoHeight: integer('photo_height'),
    /** Short hash of the bytes, for addresses that may be cached for long. */
    photoVersion: text('photo_version'),
    position: integer('position').notNull(),
    published: boolean('published').notNull(),
    acceptsNewPatients: boolean('accepts_new_patients').notNull(),
    preblockExpiryHours: integer('preblock_expiry_hours'),
    preblockMinutes: integer('preblock_minutes'),
    mayPublish: boolean('may_publish').notNull().default(true),
    bookingList: text('booking_list'),
    preblockList: text('preblock_list'),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** Where a clinician works, with the consents given there (P-16). */
export const clinicianClinics = pgTable(
  'clinician_clinics',
  {
    accountId: accountId(),
    clinicianId: text('clinician_id').notNull(),
    clinicId: text('clinic_id').notNull(),
    photoConsent: boolean('photo_consent').notNull(),
    titleConsent: boolean('title_consent').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.clinicianId, table.clinicId] }),
    withinAccount(
      [table.accountId, table.clinicianId],
      [clinicians.accountId, clinicians.id],
      'cascade',
    ),
    withinAccount([table.accountId, table.clinicId], [clinics.accountId, clinics.id], 'cascade'),
  ],
);

/** What ties a template to a preblock. */
export const categories = pgTable(
  'categories',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** A chair or room (*pride*, A-09); templates ask for a kind. */
export const resources = pgTable(
  'resources',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    clinicId: text('clinic_id').notNull(),
    kind: text('kind').notNull(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.clinicId], [clinics.accountId, clinics.id]),
  ],
);

/** A booking template. */
export const bookingTemplates = pgTable(
  'booking_templates',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    minutes: integer('minutes').notNull(),
    categoryId: text('category_id').notNull(),
    position: integer('position').notNull().default(0),
    /** Kind of resource it needs; null: none. */
    resourceKind: text('resource_kind'),
    useInTimebook: boolean('use_in_timebook').notNull(),
    useInBooking: boolean('use_in_booking').notNull(),
    moveOnline: boolean('move_online').notNull(),
    cancelOnline: boolean('cancel_online').notNull(),
    maxDaysToMove: integer('max_days_to_move'),
    useInRecall: boolean('use_in_recall').notNull(),
    moveNextRecall: boolean('move_next_recall').notNull(),
    recallCard: boolean('recall_card').notNull(),
    timebookText: text('timebook_text'),
    description: text('description'),
    priceText: text('price_text'),
    minutesBetweenOffers: integer('minutes_between_offers'),
    leadDays: integer('lead_days'),
    cancelDays: integer('cancel_days'),
    moveDays: integer('move_days'),
    governedByNeed: boolean('governed_by_need').notNull().default(false),
    mayChooseClinician: boolean('may_choose_clinician').notNull().default(false),
    cliniciansWithoutNeed: text('clinicians_without_need').array().notNull().default([]),
    maxDaysAfterRecallWeek: integer('max_days_after_recall_week'),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.categoryId], [categories.accountId, categories.id]),
  ],
);

/** A list of templates for the timebook or for e-booking. */
export const templateLists = pgTable(
  'template_lists',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    purpose: text('purpose').$type<'booking' | 'timebook'>().notNull(),
    ownerKind: text('owner_kind').$type<ListOwnerKind>().notNull(),
    /** Id of the owning company or clinician. */
    ownerId: text('owner_id'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

type ListOwnerKind = 'all' | 'organisation' | 'company' | 'clinician';

export const templateListItems = pgTable(
  'template_list_items',
  {
    accountId: accountId(),
    listId: text('list_id').notNull(),
    position: integer('position').notNull(),
    templateId: text('template_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.listId, table.position] }),
    withinAccount(
      [table.accountId, table.listId],
      [templateLists.accountId, templateLists.id],
      'cascade',
    ),
    withinAccount(
      [table.accountId, table.templateId],
      [bookingTemplates.accountId, bookingTemplates.id],
      'cascade',
    ),
  ],
);

/** A preblock definition; its categories are let in or kept out by `mode`. */
export const preblockDefinitions = pgTable(
  'preblock_definitions',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    text: text('text'),
    code: text('code'),
    colour: text('colour'),
    validFor: text('valid_for').$type<'resources' | 'personal'>().notNull(),
    type: text('type').$type<PreblockType>().notNull(),
    mode: text('mode').$type<'allow' | 'deny'>().notNull(),
    mayBypass: boolean('may_bypass').notNull(),
    allowAllRebookings: boolean('allow_all_rebookings').notNull(),
    expiresDaysBefore: integer('expires_days_before'),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

export const preblockCategories = pgTable(
  'preblock_categories',
  {
    accountId: accountId(),
    preblockId: text('preblock_id').notNull(),
    categoryId: text('category_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.preblockId, table.categoryId] }),
    withinAccount(
      [table.accountId, table.preblockId],
      [preblockDefinitions.accountId, preblockDefinitions.id],
      'cascade',
    ),
    withinAccount([table.accountId, table.categoryId], [categories.accountId, categories.id]),
  ],
);

/** A list of preblock definitions. */
export const preblockLists = pgTable(
  'preblock_lists',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    ownerKind: text('owner_kind').$type<ListOwnerKind>().notNull(),
    ownerId: text('owner_id'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

export const preblockListItems = pgTable(
  'preblock_list_items',
  {
    accountId: accountId(),
    listId: text('list_id').notNull(),
    position: integer('position').notNull(),
    preblockId: text('preblock_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.listId, table.position] }),
    index('preblock_list_items_preblock').on(table.accountId, table.preblockId),
    withinAccount(
      [table.accountId, table.listId],
      [preblockLists.accountId, preblockLists.id],
      'cascade',
    ),
    withinAccount(
      [table.accountId, table.preblockId],
      [preblockDefinitions.accountId, preblockDefinitions.id],
      'cascade',
    ),
  ],
);
