import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { accounts } from './accounts.js';
import { instant } from './columns.js';

/**
 * Every name that an account's page has or had (S-03), over all accounts. The role of the service has no right on it: what it may
 * know and do is in the functions of the migration `site_names`.
 */
export const siteNames = pgTable(
  'site_names',
  {
    name: text('name').primaryKey(),
    /** Not `account_id`: this is no table of one account. */
    owner: text('owner')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** Until when a former name leads to the present one; null: this is the present one. */
    leadsUntil: instant('leads_until'),
  },
  (table) => [
    index('site_names_owner').on(table.owner),
    uniqueIndex('site_names_present')
      .on(table.owner)
      .where(sql`${table.leadsUntil} IS NULL`),
  ],
).enableRLS();
