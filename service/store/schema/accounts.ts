import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type {
  AccountStatus,
  ConsentText,
  Language,
  Market,
  Reminders,
  StaffSettings,
  Texts,
} from '../../../src/contract/index.js';
import { accountId, bytes, instant } from './columns.js';

/** Numbers of revisions: never used twice, whatever account. */
export const revisions = pgSequence('opus_revision');

/** One customer: profile, settings, texts, theme, and the lists assigned to the organisation. */
export const accounts = pgTable('accounts', {
  /** Slug, and the name of the account's page until another one is chosen. */
  id: text('id').primaryKey(),
  /** The name of the account's page (S-03), which `site_names` keeps from others; null: its id. */
  siteName: text('site_name'),
  name: text('name').notNull(),
  market: text('market').$type<Market>().notNull(),
  timeZone: text('time_zone').notNull(),
  languages: text('languages').array().$type<Language[]>().notNull(),
  textLanguage: text('text_language').$type<Language>().notNull(),
  maintenance: boolean('maintenance').notNull().default(false),
  unpublished: boolean('unpublished').notNull().default(false),
  newBookingOff: boolean('new_booking_off').notNull().default(false),
  /** What patients meet, as `statusOf` says. */
  status: text('status')
    .$type<AccountStatus>()
    .notNull()
    .generatedAlwaysAs(
      sql`CASE WHEN unpublished THEN 'unpublished' WHEN maintenance THEN 'maintenance' WHEN new_booking_off THEN 'new-booking-off' ELSE 'open' END`,
    ),
  settings: jsonb('settings').$type<StaffSettings>().notNull(),
  texts: jsonb('texts').$type<Texts>().notNull(),
  /** `#rrggbb`. */
  accent: text('accent'),
  logo: bytes('logo'),
  logoType: text('logo_type'),
  logoWidth: integer('logo_width'),
  logoHeight: integer('logo_height'),
  /** Short hash of the bytes, for addresses that may be cached for long. */
  logoVersion: text('logo_version'),
  /** HTML that the hosted page runs in a frame of its own (P-41). */
  script: text('script'),
  /** The policy of reminders (M-04, M-05); null: the standard one, without any. */
  reminders: jsonb('reminders').$type<Reminders>(),
  bookingList: text('booking_list'),
  timebookList: text('timebook_list'),
  preblockList: text('preblock_list'),
  /** Set anew by triggers with every change of the account's row or catalogue: its ETag. */
  revision: bigint('revision', { mode: 'number' })
    .notNull()
    .default(sql`nextval('opus_revision')`),
  createdAt: instant('created_at').notNull(),
});

/** Each version of what patients consent to, so that a booking's version says for ever which text it was (P-28). */
export const consentTexts = pgTable(
  'consent_texts',
  {
    accountId: accountId(),
    version: text('version').notNull(),
    /** By the language that the text is written in. */
    texts: jsonb('texts').$type<Partial<Record<Language, ConsentText>>>().notNull(),
    /** Null for what an account had before versions were kept. */
    since: instant('since'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.version] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** A legal unit (*Firma*) that groups clinics, with the lists assigned to it. */
export const companies = pgTable(
  'companies',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    bookingList: text('booking_list'),
    timebookList: text('timebook_list'),
    preblockList: text('preblock_list'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);
