import { sql } from 'drizzle-orm';
import { bigint, date, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { accountId } from './columns.js';

/**
 * How often an account's timebook has changed. Triggers write it as the last thing before a transaction commits, and the row's
 * lock lets one commit after the other: who sees a revision sees all that came before it.
 */
export const timebookRevisions = pgTable(
  'timebook_revisions',
  {
    accountId: accountId(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
    /** Tells the account from another one that had its id before. */
    begun: bigint('begun', { mode: 'number' })
      .notNull()
      .default(sql`nextval('opus_revision')`),
  },
  (table) => [
    primaryKey({ columns: [table.accountId] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** The revision that last changed a clinician's day: a date of the timebook, or the UTC date of a reservation. */
export const dayRevisions = pgTable(
  'day_revisions',
  {
    accountId: accountId(),
    clinicianId: text('clinician_id').notNull(),
    date: date('date', { mode: 'string' }).notNull(),
    revision: bigint('revision', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.clinicianId, table.date] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('day_revisions_revision').on(table.accountId, table.revision),
  ],
);
