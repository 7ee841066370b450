import { customType, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { patients } from './bookings.js';
import { accountId, withinAccount } from './columns.js';

/** Text that sorts by its bytes, so that an index finds beginnings of words. */
const plainText = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

/** The words of patients' names as they are searched for: small letters without accents. A trigger writes them (C-03). */
export const patientWords = pgTable(
  'patient_words',
  {
    accountId: accountId(),
    word: plainText('word').notNull(),
    patientId: uuid('patient_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.word, table.patientId] }),
    index('patient_words_patient').on(table.accountId, table.patientId),
    withinAccount([table.accountId, table.patientId], [patients.accountId, patients.id], 'cascade'),
  ],
);
