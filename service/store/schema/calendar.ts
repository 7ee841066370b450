import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { clinicians, clinics } from './catalogue.js';
import { accountId, withinAccount } from './columns.js';
import { preblockDefinitions } from './preblocks.js';

const interval = () => ({
  accountId: accountId(),
  id: uuid('id').notNull().defaultRandom(),
  clinicianId: text('clinician_id').notNull(),
  clinicId: text('clinic_id').notNull(),
  /** Civil date in the account's time zone. */
  date: date('date', { mode: 'string' }).notNull(),
  /** Minutes of the wall clock from midnight, half-open; 1440 is the end of the day. */
  fromMinutes: integer('from_minutes').notNull(),
  toMinutes: integer('to_minutes').notNull(),
  /** The rows of one repeated request share it. */
  series: uuid('series'),
});

/** When and where a clinician works: at one clinic at a time, which an exclusion constraint guards. */
export const workingTimes = pgTable(
  'working_times',
  { ...interval(), recall: boolean('recall').notNull().default(false) },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount(
      [table.accountId, table.clinicianId],
      [clinicians.accountId, clinicians.id],
      'cascade',
    ),
    withinAccount([table.accountId, table.clinicId], [clinics.accountId, clinics.id], 'cascade'),
    check(
      'working_times_interval',
      sql`${table.fromMinutes} >= 0 AND ${table.toMinutes} <= 1440 AND ${table.fromMinutes} < ${table.toMinutes}`,
    ),
    index('working_times_date').on(table.accountId, table.date),
    index('working_times_clinician_date').on(table.accountId, table.clinicianId, table.date),
    index('working_times_series').on(table.accountId, table.series),
  ],
);

/** A preblock definition placed in a clinician's calendar. */
export const preblockPlacements = pgTable(
  'preblock_placements',
  { ...interval(), preblockId: text('preblock_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount(
      [table.accountId, table.preblockId],
      [preblockDefinitions.accountId, preblockDefinitions.id],
      'cascade',
    ),
    withinAccount(
      [table.accountId, table.clinicianId],
      [clinicians.accountId, clinicians.id],
      'cascade',
    ),
    withinAccount([table.accountId, table.clinicId], [clinics.accountId, clinics.id], 'cascade'),
    check(
      'preblock_placements_interval',
      sql`${table.fromMinutes} >= 0 AND ${table.toMinutes} <= 1440 AND ${table.fromMinutes} < ${table.toMinutes}`,
    ),
    index('preblock_placements_date').on(table.accountId, table.date),
    index('preblock_placements_clinician_date').on(table.accountId, table.clinicianId, table.date),
    index('preblock_placements_series').on(table.accountId, table.series),
  ],
);
