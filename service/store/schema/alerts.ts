import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Language } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { bookings, patients } from './bookings.js';
import { accountId, instant, withinAccount } from './columns.js';

/** Who wants to be told when an earlier time opens (P-48): one address, what would fit, and until when. */
export const timeAlerts = pgTable(
  'time_alerts',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    channel: text('channel').$type<'sms' | 'email'>().notNull(),
    /** Mobile in E.164, or an e-mail address: all that is known of who asked without a login. */
    recipient: text('recipient').notNull(),
    lang: text('lang').$type<Language>().notNull(),
    /** What would fit; null: any. */
    clinicId: text('clinic_id'),
    groupId: text('group_id'),
    clinicianId: text('clinician_id'),
    templateId: text('template_id'),
    /** The appointment that is to be earlier. */
    bookingId: uuid('booking_id'),
    /** Who asked with a login; null: may be anybody, and is offered what new patients are (P-42). */
    patientId: uuid('patient_id'),
    /** A time that begins before this instant would do. */
    before: instant('before').notNull(),
    consentVersion: text('consent_version').notNull(),
    consentAt: instant('consent_at').notNull(),
    consentLang: text('consent_lang').$type<Language>(),
    /** When the address was proven; null: its code has not come back. */
    confirmedAt: instant('confirmed_at'),
    codeHash: text('code_hash'),
    codeExpiresAt: instant('code_expires_at'),
    codeTries: integer('code_tries').notNull().default(0),
    /** When the last message of it was made, and how many there were. */
    toldAt: instant('told_at'),
    told: integer('told').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    withinAccount([table.accountId, table.patientId], [patients.accountId, patients.id], 'cascade'),
    withinAccount([table.accountId, table.bookingId], [bookings.accountId, bookings.id], 'cascade'),
    // Who waits longest comes first.
    index('time_alerts_waiting')
      .on(table.accountId, table.confirmedAt, table.id)
      .where(sql`${table.confirmedAt} IS NOT NULL`),
    index('time_alerts_recipient').on(table.accountId, table.recipient),
    index('time_alerts_patient').on(table.accountId, table.patientId),
    index('time_alerts_booking').on(table.accountId, table.bookingId),
    index('time_alerts_expiring').on(table.accountId, table.expiresAt),
  ],
);

/**
 * Stretches of a clinician's time that have been freed, noted down by triggers in the transaction that frees them and only while
 * somebody waits: of an appointment two instants, of what is published a date with minutes of the wall clock.
 */
export const timeOpenings = pgTable(
  'time_openings',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    clinicianId: text('clinician_id').notNull(),
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    date: date('date', { mode: 'string' }),
    fromMinutes: integer('from_minutes'),
    toMinutes: integer('to_minutes'),
    /** When it was looked at first, and when the next who wait are told; null: not yet, at once. */
    noticedAt: instant('noticed_at'),
    nextAt: instant('next_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    check(
      'time_openings_whole',
      sql`num_nulls(${table.startsAt}, ${table.endsAt}) IN (0, 2) AND num_nulls(${table.date}, ${table.fromMinutes}, ${table.toMinutes}) = CASE WHEN ${table.startsAt} IS NULL THEN 0 ELSE 3 END`,
    ),
    index('time_openings_next').on(table.accountId, table.nextAt),
  ],
);

/** Which address was told of which time: nobody is told twice (P-48). */
export const timeAlertsTold = pgTable(
  'time_alerts_told',
  {
    accountId: accountId(),
    recipient: text('recipient').notNull(),
    clinicianId: text('clinician_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.accountId, table.recipient, table.clinicianId, table.startsAt],
    }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('time_alerts_told_start').on(table.accountId, table.startsAt),
  ],
);
