import {
  boolean,
  doublePrecision,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
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
    /** Not read any more (decision 25). */
    mayPublish: boolean('may_publish').notNull().default(true),
    bookingList: text('booking_list'),
    timebookList: text('timebook_list'),
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
