import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** The data keys that this database has been written with: what to recognize each by, never the key. No account sees it. */
export const dataKeys = pgTable('data_keys', {
  name: text('name').primaryKey(),
  /** Part of an HMAC under a key that follows from it. */
  checkValue: text('check_value').notNull(),
  firstUsedAt: timestamp('first_used_at', { withTimezone: true, mode: 'date' })
    .notNull()
    .defaultNow(),
});
