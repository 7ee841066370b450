import type { DataKey } from './data-key.js';
import { toBase64Url } from './secrets.js';

/** Tables that hold a national ID, each encrypted at rest (N-08). */
export const sealedTables = ['patients', 'bookings', 'logins', 'sessions'] as const;
export type SealedTable = (typeof sealedTables)[number];

/** A national ID as a row holds it. */
export interface SealedId {
  /** Name of the key. */
  nationalIdKey: string;
  /** Nonce of 96 bits, then AES-256-GCM with its tag. */
  nationalIdSealed: Uint8Array;
  /** HMAC-SHA-256 to find the row by, base64url. */
  nationalIdLookup: string;
}

/** A row's columns of a national ID, which may be empty. */
export type StoredId = { [Column in keyof SealedId]: SealedId[Column] | null };

/** The national IDs of one account. */
export interface AccountIds {
  /** Encrypts an ID for one row, which alone it can be read from again. */
  seal: (table: SealedTable, id: string, nationalId: string) => Promise<SealedId>;
  /** Reads the ID of a row; null where it has none. Throws a `SealedIdError` for one that was moved or changed. */
  open: (table: SealedTable, row: StoredId & { id: string }) => Promise<string | null>;
  /** What to find an ID by: one HMAC for each known key, so that rows of both are found while keys are changed. */
  lookups: (nationalId: string) => Promise<string[]>;
}

/** National IDs under the keys of a service. The first key encrypts; every one of them reads. */
export interface NationalIds {
  readonly keyNames: readonly string[];
  /** By the key's name, what a database keeps to recognize each key again; tells nothing of the key. */
  checkValues: () => Promise<Map<string, string>>;
  ofAccount: (accountId: string) => AccountIds;
}

/** A stored national ID can't be read. Holds no value, for it may be logged. */
export class SealedIdError extends Error {
  override readonly name = 'SealedIdError';
}

const nonceBytes = 12;
const encoder = new TextEncoder();

/** The keys that follow from one data key (HKDF, RFC 5869): each has one purpose. */
async function derive({ bytes }: DataKey) {
  const root = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const deriveKey = (info: string, algorithm: AesKeyGenParams | HmacKeyGenParams) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(info) },
      root,
      algorithm,
      false,
      algorithm.name === 'HMAC' ? ['sign'] : ['encrypt', 'decrypt'],
    );
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const [encryption, lookup] = await Promise.all([
    deriveKey('opus national-id encryption', { name: 'AES-GCM', length: 256 }),
    deriveKey('opus national-id look-up', hmac),
  ]);
  return { encryption, lookup };
}

/** Makes the national IDs of some keys, the writing one first; throws without any. */
export function createNationalIds(keys: readonly DataKey[]): NationalIds {
  const known = keys.map((key) => ({ name: key.name, derived: derive(key) }));
  const [first] = known;
  if (!first) throw new Error('National IDs need a data key.');

  const sign = async ({ derived }: (typeof known)[number], ...parts: string[]) => {
    const { lookup } = await derived;
    const text = encoder.encode(JSON.stringify(parts));
    return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', lookup, text)));
  };

  const ofAccount = (accountId: string): AccountIds => {
    // Ties the value to its row: in any other it can't be read (NIST SP 800-38D, additional authenticated data).
    const place = (table: SealedTable, id: string) =>
      encoder.encode(JSON.stringify([accountId, table, id]));
    const lookupOf = (key: (typeof known)[number], nationalId: string) =>
      sign(key, 'national-id', accountId, nationalId);

    return {
      async seal(table, id, nationalId) {
        const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
        const sealed = await crypto.subtle.encrypt(
          { name: 'AES-GCM', iv, additionalData: place(table, id) },
          (await first.derived).encryption,
          encoder.encode(nationalId),
        );
        const bytes = new Uint8Array(nonceBytes + sealed.byteLength);
        bytes.set(iv);
        bytes.set(new Uint8Array(sealed), nonceBytes);
        return {
          nationalIdKey: first.name,
          nationalIdSealed: bytes,
          nationalIdLookup: await lookupOf(first, nationalId),
        };
      },
      async open(table, { id, nationalIdKey, nationalIdSealed }) {
        if (nationalIdKey === null || nationalIdSealed === null) return null;
        const key = known.find(({ name }) => name === nationalIdKey);
        if (!key) throw new SealedIdError(`The data key "${nationalIdKey}" is not known.`);
        const bytes = new Uint8Array(nationalIdSealed);
        const { encryption } = await key.derived;
        const opened = await crypto.subtle
          .decrypt(
            {
              name: 'AES-GCM',
              iv: bytes.subarray(0, nonceBytes),
              additionalData: place(table, id),
            },
            encryption,
            bytes.subarray(nonceBytes),
          )
          .catch((cause: unknown) => {
            throw new SealedIdError(`A national ID of ${table} does not belong to its row.`, {
              cause,
            });
          });
        return new TextDecoder().decode(opened);
      },
      lookups: (nationalId) => Promise.all(known.map((key) => lookupOf(key, nationalId))),
    };
  };

  return {
    keyNames: known.map(({ name }) => name),
    async checkValues() {
      const values = known.map(
        async (key) => [key.name, (await sign(key, 'data-key-check')).slice(0, 22)] as const,
      );
      return new Map(await Promise.all(values));
    },
    ofAccount,
  };
}
