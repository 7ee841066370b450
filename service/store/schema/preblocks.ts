import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { PreblockType } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { accountId, instant, withinAccount } from './columns.js';
import { categories } from './treatments.js';
import type { ListOwnerKind } from './treatments.js';

/** A preblock definition; its categories are let in or kept out by `mode`. */
export const preblockDefinitions = pgTable(
  'preblock_definitions',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    text: text('text'),
    code: text('code'),
    colour: text('colour'),
    /** Not read any more (decision 25). */
    validFor: text('valid_for').$type<'resources' | 'personal'>().notNull().default('resources'),
    type: text('type').$type<PreblockType>().notNull(),
    mode: text('mode').$type<'allow' | 'deny'>().notNull(),
    mayBypass: boolean('may_bypass').notNull(),
    allowAllRebookings: boolean('allow_all_rebookings').notNull(),
    expiresDaysBefore: integer('expires_days_before'),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

export const preblockCategories = pgTable(
  'preblock_categories',
  {
    accountId: accountId(),
    preblockId: text('preblock_id').notNull(),
    categoryId: text('category_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.preblockId, table.categoryId] }),
    withinAccount(
      [table.accountId, table.preblockId],
      [preblockDefinitions.accountId, preblockDefinitions.id],
      'cascade',
    ),
    withinAccount([table.accountId, table.categoryId], [categories.accountId, categories.id]),
  ],
);

/** A list of preblock definitions. */
export const preblockLists = pgTable(
  'preblock_lists',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    ownerKind: text('owner_kind').$type<ListOwnerKind>().notNull(),
    ownerId: text('owner_id'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

export const preblockListItems = pgTable(
  'preblock_list_items',
  {
    accountId: accountId(),
    listId: text('list_id').notNull(),
    position: integer('position').notNull(),
    preblockId: text('preblock_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.listId, table.position] }),
    index('preblock_list_items_preblock').on(table.accountId, table.preblockId),
    withinAccount(
      [table.accountId, table.listId],
      [preblockLists.accountId, preblockLists.id],
      'cascade',
    ),
    withinAccount(
      [table.accountId, table.preblockId],
      [preblockDefinitions.accountId, preblockDefinitions.id],
      'cascade',
    ),
  ],
);
