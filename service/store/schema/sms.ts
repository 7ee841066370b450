import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  SmsLeftOut,
  SmsSenderInput,
  SmsSendingInput,
  SmsType,
} from '../../../src/contract/index.js';
import { accounts, companies } from './accounts.js';
import { accountId, bytes, instant, withinAccount } from './columns.js';

/** SMS that came in (*Mottatt*). */
export const smsReceived = pgTable(
  'sms_received',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    /** The gateway's own id of it: whatever comes twice is kept once. */
    gatewayId: text('gateway_id').notNull(),
    sender: text('sender').notNull(),
    recipient: text('recipient'),
    text: text('text').notNull(),
    meaning: text('meaning').$type<'yes' | 'no' | 'cancel' | 'stop' | 'start'>(),
    /** The message in the outbox that it answers, and whom that was about. */
    answersId: uuid('answers_id'),
    bookingId: uuid('booking_id'),
    patientId: uuid('patient_id'),
    companyId: text('company_id'),
    clinicianId: text('clinician_id'),
    isRead: boolean('is_read').notNull().default(false),
    followUp: boolean('follow_up').notNull().default(false),
    receivedAt: instant('received_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    uniqueIndex('sms_received_gateway_id').on(table.accountId, table.gatewayId),
    index('sms_received_made').on(table.accountId, table.createdAt, table.id),
    index('sms_received_unread')
      .on(table.accountId)
      .where(sql`NOT ${table.isRead}`),
    index('sms_received_sender').on(table.accountId, table.sender),
    index('sms_received_patient').on(table.accountId, table.patientId),
  ],
);

/** Reports about messages that the service does not know under that id yet: a gateway may report before it has answered. */
export const smsReports = pgTable(
  'sms_reports',
  {
    accountId: accountId(),
    gatewayId: text('gateway_id').notNull(),
    delivery: text('delivery').$type<'delivered' | 'not-delivered'>().notNull(),
    reportedAt: instant('reported_at').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.gatewayId] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** Numbers that have said STOP, whoever they belong to (M-15). */
export const smsRefusals = pgTable(
  'sms_refusals',
  {
    accountId: accountId(),
    mobile: text('mobile').notNull(),
    refusedAt: instant('refused_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.mobile] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** Who a company's SMS come from, and in which countries that is approved (M-14). */
export const smsSenders = pgTable(
  'sms_senders',
  {
    accountId: accountId(),
    companyId: text('company_id').notNull(),
    name: text('name'),
    number: text('number'),
    approvals: jsonb('approvals').$type<NonNullable<SmsSenderInput['approvals']>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.companyId] }),
    withinAccount(
      [table.accountId, table.companyId],
      [companies.accountId, companies.id],
      'cascade',
    ),
  ],
);

/** How reports and answers come in, what they are signed with, and where the account's SMS are handed over. */
export const smsGateways = pgTable(
  'sms_gateways',
  {
    accountId: accountId(),
    format: text('format').$type<'own' | '46elks' | 'twilio'>().notNull(),
    sealedSecret: bytes('sealed_secret'),
    /** Where SMS are handed over, and as whom; null: by the service's own gateway. */
    sending: jsonb('sending').$type<Omit<SmsSendingInput, 'password'>>(),
    sealedPassword: bytes('sealed_password'),
    /** When it called last, and when somebody did who could not prove the secret; written once a minute at most. */
    lastCallAt: instant('last_call_at'),
    lastRefusedAt: instant('last_refused_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** What became of Opus SMS that are kept no longer (N-08), by month and clinic: numbers, and nothing of anybody. */
export const messageCounts = pgTable(
  'message_counts',
  {
    accountId: accountId(),
    /** First day of the month in the account's time zone. */
    month: date('month', { mode: 'string' }).notNull(),
    /** Empty: no clinic is known. */
    clinicId: text('clinic_id').notNull(),
    sent: integer('sent').notNull(),
    reminders: integer('reminders').notNull(),
    delivered: integer('delivered').notNull(),
    notDelivered: integer('not_delivered').notNull(),
    failed: integer('failed').notNull(),
    answered: integer('answered').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.month, table.clinicId] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** The last run of a worker over an account's outbox. */
export const smsRuns = pgTable(
  'sms_runs',
  {
    accountId: accountId(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** A changed policy that is being worked through: which appointments have been looked at (M-10). */
export const reminderRuns = pgTable(
  'reminder_runs',
  {
    accountId: accountId(),
    /** Start and id of the last appointment that was looked at; null before the first. */
    afterStart: instant('after_start'),
    afterId: uuid('after_id'),
    done: integer('done').notNull().default(0),
    total: integer('total').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);

/** One text on its way to many: who has been looked at, so that whoever is killed is followed by the next. */
export const messageRuns = pgTable(
  'message_runs',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    /** SHA-256 of who asked and of the `Idempotency-Key`, and HMAC of the body: what is asked twice is done once. */
    keyHash: text('key_hash').notNull(),
    bodyHash: text('body_hash').notNull(),
    /** What `recipients` are: ids of patients or of appointments, or numbers. Emptied with the text once all is done. */
    audience: text('audience').$type<'patients' | 'appointments' | 'numbers'>().notNull(),
    recipients: jsonb('recipients').$type<readonly string[]>().notNull(),
    type: text('type').$type<SmsType>().notNull(),
    clinicId: text('clinic_id'),
    text: text('text'),
    sendAt: instant('send_at'),
    /** Set by hand; null: as usual. */
    expiresAt: instant('expires_at'),
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    made: integer('made').notNull().default(0),
    leftOut: jsonb('left_out').$type<SmsLeftOut>().notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    endedAt: instant('ended_at'),
    isStopped: boolean('is_stopped').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    uniqueIndex('message_runs_key').on(table.accountId, table.keyHash),
    index('message_runs_started').on(table.accountId, table.startedAt),
  ],
);
