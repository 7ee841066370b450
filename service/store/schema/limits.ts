import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './accounts.js';
import { accountId, instant } from './columns.js';

/** What a call answered under an `Idempotency-Key`; the answer itself is rebuilt from the booking's state. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: accountId(),
    /** The call and the HMAC of the caller's token. */
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** Status of the first answer, 2xx. */
    status: integer('status').notNull(),
    bookingId: uuid('booking_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.scope, table.key] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('idempotency_keys_created').on(table.createdAt),
  ],
);

/** Counters of fixed windows, shared by all processes. */
export const rateWindows = pgTable(
  'rate_windows',
  {
    accountId: accountId(),
    /** What is counted, and the HMAC of whose uses. */
    subject: text('subject').notNull(),
    startsAt: instant('starts_at').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.subject, table.startsAt] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('rate_windows_start').on(table.startsAt),
  ],
);

/**
 * Networks from which a mobile's owner has entered a code that went there alone: what strangers do elsewhere does not slow them
 * down (N-05). Holds HMACs only.
 */
export const provedNetworks = pgTable(
  'proved_networks',
  {
    accountId: accountId(),
    /** HMAC of a mobile and a network. */
    subject: text('subject').notNull(),
    provedAt: instant('proved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.subject] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('proved_networks_proved').on(table.provedAt),
  ],
);

/** One row per wrong code of a session, counted over 24 hours per patient. */
export const codeFailures = pgTable(
  'code_failures',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    /** HMAC of a national ID. */
    subject: text('subject').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('code_failures_subject').on(table.accountId, table.subject, table.at),
  ],
);
