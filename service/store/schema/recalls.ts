import { date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bookings, patients } from './bookings.js';
import { clinicians } from './catalogue.js';
import { accountId, instant, withinAccount } from './columns.js';
import { bookingTemplates } from './treatments.js';

/** Needs: a patient is due in a week, with a clinician and a length (P-38, A-08). */
export const recalls = pgTable(
  'recalls',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    patientId: uuid('patient_id').notNull(),
    /** Monday of the recall week. */
    week: date('week', { mode: 'string' }).notNull(),
    minutes: integer('minutes').notNull(),
    templateId: text('template_id').notNull(),
    clinicianId: text('clinician_id'),
    intervalMonths: integer('interval_months'),
    /** The booking that consumed it; null: still due. */
    bookingId: uuid('booking_id'),
    /** The need whose booking this one follows (*move next recall*). */
    followsId: uuid('follows_id'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.patientId], [patients.accountId, patients.id], 'cascade'),
    withinAccount(
      [table.accountId, table.templateId],
      [bookingTemplates.accountId, bookingTemplates.id],
    ),
    withinAccount([table.accountId, table.clinicianId], [clinicians.accountId, clinicians.id]),
    withinAccount([table.accountId, table.bookingId], [bookings.accountId, bookings.id]),
    index('recalls_patient').on(table.accountId, table.patientId),
  ],
);

/** Lines of the patients' journals: moves and cancellations, where the account keeps them (A-12, A-16). */
export const journalEntries = pgTable(
  'journal_entries',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    patientId: uuid('patient_id').notNull(),
    bookingId: uuid('booking_id'),
    kind: text('kind').$type<'moved' | 'cancelled'>().notNull(),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.patientId], [patients.accountId, patients.id], 'cascade'),
    index('journal_entries_patient').on(table.accountId, table.patientId, table.at),
  ],
);
