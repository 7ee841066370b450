import { boolean, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { clinics } from './catalogue.js';
import { accountId, instant, withinAccount } from './columns.js';

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

/** Who may use a list. */
export type ListOwnerKind = 'all' | 'organisation' | 'company' | 'clinician';

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
