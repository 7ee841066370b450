import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
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
import type { Language } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { clinicians, clinics } from './catalogue.js';
import {
  accountId,
  instant,
  instantRange,
  requiredSealedId,
  sealedId,
  sealedWhole,
  withinAccount,
} from './columns.js';
import { bookingTemplates, resources } from './treatments.js';

export type ReservationStatus =
  'held' | 'pending' | 'booked' | 'released' | 'expired' | 'cancelled';

/**
 * The one table of taken time: holds, pending and booked rows. Exclusion constraints in the migrations keep a
 * clinician and a resource from being taken twice; `party` is the hold's own id, or that of the appointment it moves.
 */
export const reservations = pgTable(
  'reservations',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    clinicianId: text('clinician_id').notNull(),
    clinicId: text('clinic_id').notNull(),
    templateId: text('template_id'),
    resourceId: text('resource_id'),
    partyId: uuid('party_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    during: instantRange('during')
      .notNull()
      .generatedAlwaysAs(sql`tstzrange(starts_at, ends_at)`),
    status: text('status').$type<ReservationStatus>().notNull(),
    /** SHA-256 of the hold's token, hex: one token, one live hold. */
    tokenHash: text('token_hash'),
    /** HMAC of the request that made the hold, so that repeating it repeats the answer. */
    requestHash: text('wish_hash'),
    /** End of a hold or of a pending booking; null once booked. */
    expiresAt: instant('expires_at'),
    extensions: integer('extensions').notNull().default(0),
    /** HMAC of the caller's network address. */
    addressHash: text('address_hash'),
    /** The need that the time is for. */
    recallId: uuid('recall_id'),
    /** Made without a session: counts against the clinician's day. */
    anonymous: boolean('anonymous').notNull().default(true),
    createdAt: instant('created_at').notNull(),
    cancelledAt: instant('cancelled_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.clinicianId], [clinicians.accountId, clinicians.id]),
    withinAccount([table.accountId, table.clinicId], [clinics.accountId, clinics.id]),
    withinAccount(
      [table.accountId, table.templateId],
      [bookingTemplates.accountId, bookingTemplates.id],
    ),
    withinAccount([table.accountId, table.resourceId], [resources.accountId, resources.id]),
    check(
      'reservations_status',
      sql`${table.status} IN ('held', 'pending', 'booked', 'released', 'expired', 'cancelled')`,
    ),
    check('reservations_not_empty', sql`NOT isempty(${table.during})`),
    check(
      'reservations_expiry',
      sql`(${table.status} NOT IN ('held', 'pending')) OR ${table.expiresAt} IS NOT NULL`,
    ),
    uniqueIndex('reservations_one_live_hold')
      .on(table.accountId, table.partyId)
      .where(sql`${table.status} IN ('held', 'pending')`),
    uniqueIndex('reservations_one_hold_per_token')
      .on(table.accountId, table.tokenHash)
      .where(sql`${table.status} = 'held'`),
    index('reservations_start').on(table.accountId, table.startsAt),
    // What takes time from some instant on: past appointments, of which there are ever more, lie before it.
    index('reservations_taken')
      .on(table.accountId, table.endsAt)
      .where(sql`${table.status} IN ('held', 'pending', 'booked')`),
    index('reservations_taken_of_clinician')
      .on(table.accountId, table.clinicianId, table.endsAt)
      .where(sql`${table.status} IN ('held', 'pending', 'booked')`),
    index('reservations_live_by_address')
      .on(table.accountId, table.addressHash)
      .where(sql`${table.status} = 'held'`),
    index('reservations_expiring')
      .on(table.expiresAt)
      .where(sql`${table.status} IN ('held', 'pending')`),
  ],
);

/** A patient on file; unverified contact details wait in `patient_changes` (P-39). */
export const patients = pgTable(
  'patients',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    /** Normalized by the market's rules. */
    ...requiredSealedId(),
    birthDate: date('birth_date', { mode: 'string' }),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    mobile: text('mobile'),
    email: text('email'),
    address1: text('address1'),
    address2: text('address2'),
    postalCode: text('postal_code'),
    /** Whether the mobile is a way in: confirmed by e-ID or by the clinic (P-39). */
    mobileTrusted: boolean('mobile_trusted').notNull().default(false),
    /** Whether the patient wishes SMS, when that was said, and to whom; null: not said (M-15). */
    smsWish: boolean('sms_wish'),
    smsWishAt: instant('sms_wish_at'),
    smsWishSource: text('sms_wish_source').$type<'sms' | 'staff'>(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    uniqueIndex('patients_national_id_lookup').on(table.accountId, table.nationalIdLookup),
    index('patients_national_id_key').on(table.nationalIdKey),
    index('patients_name').on(table.accountId, table.lastName, table.firstName, table.id),
    index('patients_mobile').on(table.accountId, table.mobile.op('text_pattern_ops')),
  ],
);

/** The patient's details as entered in the booking, with consent, message and the state of the code (P-25, P-28, P-31, A-11). */
export const bookings = pgTable(
  'bookings',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    reservationId: uuid('reservation_id').notNull(),
    /** Null until the booking is confirmed, and for what staff put into the timebook without a patient. */
    patientId: uuid('patient_id'),
    firstName: text('first_name'),
    lastName: text('last_name'),
    ...sealedId(),
    mobile: text('mobile'),
    email: text('email'),
    address1: text('address1'),
    address2: text('address2'),
    postalCode: text('postal_code'),
    message: text('message'),
    campaignCode: text('campaign_code'),
    /** Timebook text that staff typed by hand. */
    text: text('text'),
    consentVersion: text('consent_version'),
    consentAt: instant('consent_at'),
    /** Language of the text that was consented to; null where the page did not say. */
    consentLang: text('consent_lang').$type<Language>(),
    lang: text('lang').$type<Language>(),
    /** `ITB` for what patients book themselves. */
    registeredBy: text('registered_by').notNull(),
    registeredAt: instant('registered_at').notNull(),
    /** How often the appointment was changed: SEQUENCE of its calendar entry (RFC 5545, 3.8.7.4). */
    sequence: integer('sequence').notNull().default(0),
    /** When staff noted that the patient had come (C-07); null: not yet. */
    arrivedAt: instant('arrived_at'),
    /** Whether the patient gets a recall card, as staff said; null: as the template says. */
    recallCard: boolean('recall_card'),
    /** What the patient has answered to a reminder by SMS, and the start that it was about: a no to another time is none to this one (M-08). */
    smsAnswer: text('sms_answer').$type<'yes' | 'no'>(),
    smsAnswerTo: instant('sms_answer_to'),
    confirmedAt: instant('confirmed_at'),
    confirmedBy: text('confirmed_by').$type<'code' | 'none' | 'session' | 'staff'>(),
    /** HMAC of the code in force; null when none is needed or it is used up. */
    codeHash: text('code_hash'),
    codeExpiresAt: instant('code_expires_at'),
    codeSentAt: instant('code_sent_at'),
    /** Wrong tries across all codes of the booking. */
    codeTries: integer('code_tries').notNull().default(0),
    codeResends: integer('code_resends').notNull().default(0),
    /** Where the code in force went; a login by SMS shows only bookings confirmed through its mobile (P-39). */
    codeMobile: text('code_mobile'),
    codeEmail: text('code_email'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount(
      [table.accountId, table.reservationId],
      [reservations.accountId, reservations.id],
      'cascade',
    ),
    withinAccount([table.accountId, table.patientId], [patients.accountId, patients.id]),
    uniqueIndex('bookings_reservation').on(table.accountId, table.reservationId),
    index('bookings_patient').on(table.accountId, table.patientId),
    index('bookings_national_id_lookup').on(table.accountId, table.nationalIdLookup),
    index('bookings_national_id_key').on(table.nationalIdKey),
    sealedWhole('bookings_national_id_whole', table),
    index('bookings_mobile').on(table.accountId, table.mobile),
  ],
);

/**
 * Texts that appointments have or had in the timebook, which the history names by their id (C-04): it keeps nothing that may be about a
 * person, and these go with their appointment.
 */
export const appointmentTexts = pgTable(
  'appointment_texts',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    bookingId: uuid('booking_id').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.bookingId], [bookings.accountId, bookings.id], 'cascade'),
    index('appointment_texts_booking').on(table.accountId, table.bookingId),
  ],
);

/** Details given without login that differ from the patient's record: the clinic decides (P-39). */
export const patientChanges = pgTable(
  'patient_changes',
  {
    accountId: accountId(),
    id: uuid('id').notNull().defaultRandom(),
    patientId: uuid('patient_id').notNull(),
    bookingId: uuid('booking_id'),
    /** Field name of the contract's `Patient` → old and new value. */
    changes: jsonb('changes')
      .$type<Record<string, { from: string | null; to: string }>>()
      .notNull(),
    status: text('status').$type<'waiting' | 'accepted' | 'refused'>().notNull(),
    askedAt: instant('asked_at').notNull(),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.patientId], [patients.accountId, patients.id], 'cascade'),
    withinAccount([table.accountId, table.bookingId], [bookings.accountId, bookings.id], 'cascade'),
    index('patient_changes_waiting').on(table.accountId, table.status, table.askedAt),
  ],
);
