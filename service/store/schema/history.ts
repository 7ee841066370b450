import { sql } from 'drizzle-orm';
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { HistoryEntry } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { accountId, bytes, instant } from './columns.js';

/** Numbers of the history's entries, in the order in which they were written. */
export const historyNumbers = pgSequence('opus_history');

/** Part of a record: what changed of it. */
export type RecordPart = Record<string, unknown>;

/** Who changed what, with before and after (C-04). Written with the change itself, and never changed. */
export const staffHistory = pgTable(
  'staff_history',
  {
    accountId: accountId(),
    id: bigint('id', { mode: 'number' })
      .notNull()
      .default(sql`nextval('opus_history')`),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').$type<HistoryEntry['actor']['kind']>().notNull(),
    actorId: text('actor_id'),
    actorName: text('actor_name').notNull(),
    action: text('action').$type<HistoryEntry['action']>().notNull(),
    kind: text('kind').notNull(),
    /** Null for what an account has one of. No foreign key: entries outlive what they tell of. */
    recordId: text('record_id'),
    recordName: text('record_name'),
    fields: text('fields').array().notNull(),
    before: jsonb('before').$type<RecordPart>(),
    after: jsonb('after').$type<RecordPart>(),
    /** Hashes of the images that before and after name. */
    images: text('images').array().notNull().default([]),
    count: integer('count'),
    place: jsonb('place').$type<HistoryEntry['place']>(),
    importId: uuid('import_id'),
    undoesId: bigint('undoes_id', { mode: 'number' }),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('staff_history_record').on(table.accountId, table.kind, table.recordId, table.id),
    index('staff_history_actor').on(table.accountId, table.actorId, table.id),
    index('staff_history_at').on(table.accountId, table.at),
    index('staff_history_undoes').on(table.accountId, table.undoesId),
  ],
);

/** Photos and logos that the history names, by the hash of their bytes, so that a former one can be had back. */
export const staffImages = pgTable(
  'staff_images',
  {
    accountId: accountId(),
    /** SHA-256 of the base64 of its bytes, base64url. */
    hash: text('hash').notNull(),
    bytes: bytes('bytes').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.hash] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);
