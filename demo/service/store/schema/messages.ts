import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '../../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { accountId, instant } from './columns.js';

/** V waiting, S sent, SB sent and answered, F failed, A cancelled, FV failed and waiting again, U expired (M-06). */
export type MessageStatus = 'V' | 'S' | 'SB' | 'F' | 'A' | 'FV' | 'U';

/** Messages on their way; the text of a code is erased once it is sent. */
export const outbox = pgTable(
  'outbox',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    kind: text('kind').$type<'code' | 'booked'>().notNull(),
    channel: text('channel').$type<'sms' | 'email'>().notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject'),
    /** Null once sent. */
    text: text('text'),
    lang: text('lang').$type<Language>().notNull(),
    status: text('status').$type<MessageStatus>().notNull(),
    bookingId: uuid('booking_id'),
    /** The transport's own id of the message. */
    messageId: text('message_id'),
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    sendAt: instant('send_at').notNull(),
    expiresAt: instant('expires_at'),
    sentAt: instant('sent_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('outbox_waiting').on(table.accountId, table.status, table.sendAt),
    index('outbox_booking').on(table.accountId, table.bookingId),
  ],
);

/** The inbox of demo mode: what the demo's transport was asked to send. */
export const demoMessages = pgTable(
  'demo_messages',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    channel: text('channel').$type<'sms' | 'email'>().notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject'),
    text: text('text').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('demo_messages_at').on(table.at),
  ],
);
