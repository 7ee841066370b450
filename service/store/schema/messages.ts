import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Language, SmsReason, SmsType } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { accountId, instant } from './columns.js';

/** V waiting, S sent, SB sent and answered, F failed, A cancelled, FV failed and waiting again, U expired (M-06). */
export type MessageStatus = 'V' | 'S' | 'SB' | 'F' | 'A' | 'FV' | 'U';

/**
 * What a message is about: `code` confirms a booking, a session or an address, `login` opens a session, `freed` tells of an earlier time;
 * three go to staff; the others are Opus SMS.
 */
export type MessageKind =
  | 'code'
  | 'login'
  | 'booked'
  | 'moved'
  | 'cancelled'
  | 'freed'
  | 'sign-in'
  | 'invitation'
  | 'test'
  | SmsType;

/** Messages on their way, and what became of them; the text of a code is erased once it is sent (M-17). */
export const outbox = pgTable(
  'outbox',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    kind: text('kind').$type<MessageKind>().notNull(),
    channel: text('channel').$type<'sms' | 'email'>().notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject'),
    /** Null once sent, of what held a code or went to staff. */
    text: text('text'),
    /** The same as HTML, of an e-mail that has it; null in the same way. */
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
    /** The first try: since then the gateway may have it, whatever was noted down. */
    triedAt: instant('tried_at'),
    createdAt: instant('created_at').notNull(),
    sendAt: instant('send_at').notNull(),
    expiresAt: instant('expires_at'),
    /** When a planned one would have expired by itself, where staff have set another instant: which time of its appointment it is about. */
    usualExpiry: instant('usual_expiry'),
    sentAt: instant('sent_at'),
    /** The last try that failed, and what the gateway said: never who it was for (N-02). */
    failedAt: instant('failed_at'),
    failure: text('failure'),
    /** Who and where it is about, for the lists of the clinic; null where nobody on file, or no appointment, is known. */
    patientId: uuid('patient_id'),
    companyId: text('company_id'),
    clinicId: text('clinic_id'),
    clinicianId: text('clinician_id'),
    /** Made with an appointment by the policy of reminders: goes on with it (M-07, M-10). */
    planned: boolean('planned').notNull().default(false),
    /** Staff have written its text, or set its time: a changed policy leaves that. */
    textByHand: boolean('text_by_hand').notNull().default(false),
    timeByHand: boolean('time_by_hand').notNull().default(false),
    /** What the gateway reports, and the instant that it names (M-13). */
    delivery: text('delivery').$type<'delivered' | 'not-delivered'>(),
    deliveryAt: instant('delivery_at'),
    /** When an answer came, and what it says about the appointment. */
    answeredAt: instant('answered_at'),
    answer: text('answer').$type<'yes' | 'no'>(),
    reason: text('reason').$type<SmsReason>(),
    /** The run of a text to many that made it. */
    runId: uuid('run_id'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('outbox_waiting').on(table.accountId, table.status, table.sendAt),
    // What somebody waits for: codes, news, and what staff have just written.
    index('outbox_soon')
      .on(table.accountId, table.sendAt)
      .where(sql`${table.status} IN ('V', 'FV') AND NOT ${table.planned}`),
    index('outbox_booking').on(table.accountId, table.bookingId),
    index('outbox_login').on(table.accountId, table.loginId),
    index('outbox_sends').on(table.accountId, table.sendAt),
    index('outbox_made').on(table.accountId, table.createdAt, table.id),
    index('outbox_recipient').on(table.accountId, table.recipient, table.createdAt),
    index('outbox_patient').on(table.accountId, table.patientId),
    index('outbox_gateway_id').on(table.accountId, table.messageId),
    index('outbox_expiring')
      .on(table.accountId, table.expiresAt)
      .where(sql`${table.status} IN ('V', 'FV')`),
    // When the last one left, and the last one failed: what every page of the console asks.
    index('outbox_sent')
      .on(table.accountId, table.sentAt)
      .where(sql`${table.sentAt} IS NOT NULL`),
    index('outbox_failed')
      .on(table.accountId, table.failedAt)
      .where(sql`${table.failedAt} IS NOT NULL`),
    // Each mobile gets one message of a run, whoever works through it.
    uniqueIndex('outbox_run')
      .on(table.accountId, table.runId, table.recipient)
      .where(sql`${table.runId} IS NOT NULL`),
    // What was tried may have reached the gateway under its id: only what never was goes on with its appointment.
    uniqueIndex('outbox_planned')
      .on(table.accountId, table.bookingId, table.kind)
      .where(sql`${table.planned} AND ${table.status} = 'V' AND ${table.tries} = 0`),
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
