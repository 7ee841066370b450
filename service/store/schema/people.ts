import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import type { GivenRole, Language, StaffRight } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { clinicians } from './catalogue.js';
import { accountId, bytes, instant, withinAccount } from './columns.js';

/** People of a clinic's staff (C-01). One who was removed keeps the name, which a history needs, and nothing else. */
export const staffPeople = pgTable(
  'staff_people',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** Null once removed. */
    email: text('email'),
    /** In lower case: one address is one person's. */
    emailKey: text('email_key'),
    roles: jsonb('roles').$type<GivenRole[]>().notNull(),
    /** *Preblock for Internet* (A-13). */
    mayPublish: boolean('may_publish').notNull().default(true),
    /** The calendar that is the person's own. */
    clinicianId: text('clinician_id'),
    language: text('language').$type<Language>(),
    createdAt: instant('created_at').notNull(),
    removedAt: instant('removed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    withinAccount(
      [table.accountId, table.clinicianId],
      [clinicians.accountId, clinicians.id],
      'restrict',
    ),
    uniqueIndex('staff_people_email').on(table.accountId, table.emailKey),
  ],
);

/** Of whom a row is: it goes with the person. */
const ofPerson = (table: {
  accountId: typeof staffPeople.accountId;
  personId: typeof staffPeople.id;
}) =>
  withinAccount(
    [table.accountId, table.personId],
    [staffPeople.accountId, staffPeople.id],
    'cascade',
  );

/** Public keys of people's passkeys (C-02). */
export const staffPasskeys = pgTable(
  'staff_passkeys',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    /** As the authenticator names it, base64url. */
    credentialId: text('credential_id').notNull(),
    publicKey: bytes('public_key').notNull(),
    /** How often it was used, where the authenticator counts; going back tells a copy. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().$type<string[]>().notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    ofPerson(table as never),
    uniqueIndex('staff_passkeys_credential').on(table.accountId, table.credentialId),
    index('staff_passkeys_person').on(table.accountId, table.personId),
  ],
);

/** How somebody got in. */
export type SignInKind = 'code' | 'passkey' | 'invitation' | 'demo';

/** Open sessions of people (C-02). The token is random and stored as SHA-256 only; what they may do is read with each call. */
export const staffSessions = pgTable(
  'staff_sessions',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    personId: uuid('person_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    kind: text('kind').$type<SignInKind>().notNull(),
    /** Such as `Firefox, Windows`. */
    device: text('device').notNull(),
    createdAt: instant('created_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    /** Ends after this without a call; never after `endsAt`. */
    idleAt: instant('idle_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    ofPerson(table as never),
    uniqueIndex('staff_sessions_token').on(table.accountId, table.tokenHash),
    index('staff_sessions_person').on(table.accountId, table.personId),
    index('staff_sessions_ending').on(table.endsAt),
  ],
);

/** What a sign-in under way is for: a code by e-mail, signing in by a passkey, or adding one. */
export type StaffSignInKind = 'code' | 'passkey' | 'new-passkey';

/**
 * Sign-ins under way (C-02). One is stored for unknown addresses too, so that known and unknown cost the same. Codes are HMACs;
 * the caller's token and the challenge of a passkey are HMACs of the id and never stored.
 */
export const staffSignIns = pgTable(
  'staff_sign_ins',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    kind: text('kind').$type<StaffSignInKind>().notNull(),
    /** Whose new passkey it is. */
    personId: uuid('person_id'),
    /** HMAC of the address in lower case; of a code alone. */
    emailHash: text('email_hash'),
    codeHash: text('code_hash'),
    codeTries: integer('code_tries').notNull().default(0),
    /** HMAC of the network that began it. */
    addressHash: text('address_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** When it was used, or replaced by a newer one. */
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    ofPerson(table as never),
    index('staff_sign_ins_email').on(table.accountId, table.emailHash, table.createdAt),
    index('staff_sign_ins_expiring').on(table.expiresAt),
  ],
);

/** Invitations that wait (C-02): one of each person at most, since a new one ends the former. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    accountId: accountId(),
    personId: uuid('person_id').notNull(),
    /** SHA-256 of the token. */
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.personId] }),
    ofPerson(table as never),
    uniqueIndex('staff_invitations_token').on(table.accountId, table.tokenHash),
  ],
);

/** API keys (C-11, *API-tilgangsrettigheter*); one that was revoked stays, for the history. */
export const staffKeys = pgTable(
  'staff_keys',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** SHA-256 of the key. */
    tokenHash: text('token_hash').notNull(),
    /** Null: every right there is, which the operator's key alone has. */
    rights: jsonb('rights').$type<StaffRight[]>(),
    /** Where rights at a place hold; null: everywhere. */
    clinics: jsonb('clinics').$type<string[]>(),
    /** The one that `POST …/operator-token` replaces. */
    isOperator: boolean('is_operator').notNull().default(false),
    /** Name of who made it. */
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at'),
    /** To the minute. */
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    uniqueIndex('staff_keys_token').on(table.accountId, table.tokenHash),
    uniqueIndex('staff_keys_operator')
      .on(table.accountId)
      .where(sql`${table.isOperator} AND ${table.revokedAt} IS NULL`),
  ],
);
