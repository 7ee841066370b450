import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Language } from '../../../src/contract/index.js';
import { accounts } from './accounts.js';
import { patients } from './bookings.js';
import {
  accountId,
  instant,
  requiredSealedId,
  sealedId,
  sealedWhole,
  withinAccount,
} from './columns.js';

/** Ways to log in (P-33). */
export type LoginKind = 'sms' | 'eid';

/** The state of a code that was sent: six digits as a keyed HMAC, with few tries. */
const codeColumns = () => ({
  codeHash: text('code_hash'),
  codeExpiresAt: instant('code_expires_at'),
  codeSentAt: instant('code_sent_at'),
  codeTries: integer('code_tries').notNull().default(0),
  codeResends: integer('code_resends').notNull().default(0),
});

/**
 * Logins under way (P-33). One is stored for unknown patients too, so that known and unknown cost the same. The caller's
 * token, and for e-ID state, nonce and PKCE verifier, are HMACs of the id and never stored.
 */
export const logins = pgTable(
  'logins',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    kind: text('kind').$type<LoginKind>().notNull(),
    lang: text('lang').$type<Language>().notNull(),
    /** Normalized; typed for SMS, from the provider for e-ID. */
    ...sealedId(),
    mobile: text('mobile'),
    ...codeColumns(),
    /** HMAC of the network that began it. */
    addressHash: text('address_hash'),
    /** The e-ID provider, and the origin of the page that began. */
    provider: text('provider'),
    returnOrigin: text('return_origin'),
    /** Path and query to send the whole page back to; null: the provider was visited in a window of its own. */
    returnPath: text('return_path'),
    /** SHA-256 of what the browser's cookie holds: only the one that began may come back from the provider. */
    browserHash: text('browser_hash'),
    firstName: text('first_name'),
    lastName: text('last_name'),
    /** When the provider identified the patient. */
    identifiedAt: instant('identified_at'),
    /** When a session came of it, or it failed for good: it can't be used again. */
    endedAt: instant('ended_at'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
    index('logins_expiring').on(table.expiresAt),
    index('logins_national_id_lookup').on(table.accountId, table.nationalIdLookup),
    index('logins_national_id_key').on(table.nationalIdKey),
    sealedWhole('logins_national_id_whole', table),
    index('logins_mobile').on(table.accountId, table.mobile),
  ],
);

/** Open sessions (P-33). The token is stored as SHA-256 only; that of a login by SMS is derived (`sms-login.ts`), that of one by e-ID random. */
export const sessions = pgTable(
  'sessions',
  {
    accountId: accountId(),
    id: uuid('id').notNull(),
    tokenHash: text('token_hash').notNull(),
    kind: text('kind').$type<LoginKind>().notNull(),
    /** Normalized. */
    ...requiredSealedId(),
    /** Null: known by e-ID, not on file. */
    patientId: uuid('patient_id'),
    /** Only what was confirmed by a code to this mobile may be seen (P-39); null: everything. */
    onlyMobile: text('only_mobile'),
    /** From the e-ID provider. */
    firstName: text('first_name'),
    lastName: text('last_name'),
    /** When a code confirmed the session (P-43); a login by SMS does at once. */
    confirmedAt: instant('confirmed_at'),
    ...codeColumns(),
    createdAt: instant('created_at').notNull(),
    /** Ends after this without a call; never after `endsAt`. */
    idleAt: instant('idle_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    withinAccount([table.accountId, table.patientId], [patients.accountId, patients.id], 'cascade'),
    uniqueIndex('sessions_token').on(table.accountId, table.tokenHash),
    index('sessions_ending').on(table.endsAt),
    index('sessions_national_id_key').on(table.nationalIdKey),
  ],
);

/** OpenID providers by account (P-33). */
export const eidProviders = pgTable(
  'eid_providers',
  {
    accountId: accountId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    issuer: text('issuer').notNull(),
    clientId: text('client_id').notNull(),
    clientSecret: text('client_secret'),
    nationalIdClaim: text('national_id_claim').notNull(),
    scope: text('scope').notNull().default('openid profile'),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.id] }),
    foreignKey({ columns: [table.accountId], foreignColumns: [accounts.id] }),
  ],
);
