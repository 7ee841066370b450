import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DataJournal } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { accountId, instant } from './columns.js';

type Entry = DataJournal['entries'][number];

/** What was done with personal data (GDPR, article 5.2): who, when and what, never the data. It outlives the patient. */
export const dataJournal = pgTable(
  'data_journal',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    at: instant('at').notNull(),
    actor: text('actor').$type<Entry['actor']>().notNull(),
    /** Name of the person or key. */
    actorName: text('actor_name'),
    kind: text('kind').$type<Entry['kind']>().notNull(),
    /** No foreign key: an erased patient's entry stays. */
    patientId: uuid('patient_id'),
    counts: jsonb('counts').$type<Entry['counts']>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('data_journal_at').on(table.accountId, table.at),
    index('data_journal_patient').on(table.accountId, table.patientId, table.at),
  ],
);
