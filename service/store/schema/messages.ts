import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { accountId, instant } from './columns.js';

/** V waiting, S sent, SB sent and answered, F failed, A cancelled, FV failed and waiting again, U expired (M-06). */
export type MessageStatus = 'V' | 'S' | 'SB' | 'F' | 'A' | 'FV' | 'U';

/** What a message is about: `code` confirms a booking or a session, `login` opens one; the last three go to staff. */
export type MessageKind =
  'code' | 'login' | 'booked' | 'moved' | 'cancelled' | 'sign-in' | 'invitation' | 'test';

/** Messages on their way; the text of a code is erased once it is sent. */
export const outbox = pgTable(
  'outbox',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    kind: text('kind').$type<MessageKind>().notNull(),
    channel: text('channel').$type<'sms' | 'email'>().notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject'),
    /** Null once sent. */
    text: text('text'),
    /** The same as HTML, of an e-mail that has it; null once sent. */
    html: text('html'),
    /** A calendar entry that goes with an e-mail (RFC 5545); null once sent. */
    calendar: text('calendar'),
    /** Who it comes from: a name, and an address or number; null: the service's own. */
    senderName: text('sender_name'),
    sender: text('sender'),
    lang: text('lang').$type<Language>().notNull(),
    status: text('status').$type<MessageStatus>().notNull(),
    bookingId: uuid('booking_id'),
    /** Of a code that opens a session, or confirms one. */
    loginId: uuid('login_id'),
    /** The transport's own id of the message. */
    messageId: text('message_id'),
    tries: integer('tries').notNull().default(0),
    createdAt: instant('created_at').notNull(),
    sendAt: instant('send_at').notNull(),
    expiresAt: instant('expires_at'),
    sentAt: instant('sent_at'),
    /** The last try that failed, and what the gateway said: never who it was for (N-02). */
    failedAt: instant('failed_at'),
    failure: text('failure'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('outbox_waiting').on(table.accountId, table.status, table.sendAt),
    index('outbox_booking').on(table.accountId, table.bookingId),
    index('outbox_login').on(table.accountId, table.loginId),
  ],
);

/** The account's own texts, by event, channel and language; what is not here is the standard text (M-01, M-02). */
export const messageTexts = pgTable(
  'message_texts',
  {
    accountId: accountId(),
    /** Event, channel and language: `booked-email-nb`. */
    id: text('id').notNull(),
    subject: text('subject'),
    text: text('text').notNull(),
    format: text('format').$type<'plain' | 'html'>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** The inbox of demo mode: the messages that the demo's transport got. */
export const demoMessages = pgTable(
  'demo_messages',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    channel: text('channel').$type<'sms' | 'email'>().notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject'),
    text: text('text').notNull(),
    html: text('html'),
    calendar: text('calendar'),
    sender: text('sender'),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('demo_messages_at').on(table.at),
  ],
);
