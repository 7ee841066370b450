import { sql } from 'drizzle-orm';
import { check, customType, foreignKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** The account that a row belongs to; every row carries it, and row-level security reads it (N-04). */
export const accountId = () => text('account_id').notNull();

/** An instant with microseconds, read and written as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Bytes, such as those of an image. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

/** A national ID: encrypted, with the name of its key and an HMAC to find it by; empty where the row has none. */
export const sealedId = () => ({
  nationalIdKey: text('national_id_key'),
  nationalIdSealed: bytes('national_id_sealed'),
  nationalIdLookup: text('national_id_lookup'),
});

/** The same in a row that always has one. */
export const requiredSealedId = () => ({
  nationalIdKey: text('national_id_key').notNull(),
  nationalIdSealed: bytes('national_id_sealed').notNull(),
  nationalIdLookup: text('national_id_lookup').notNull(),
});

/** A row has all of a sealed national ID, or nothing of it. */
export function sealedWhole(
  name: string,
  columns: Record<keyof ReturnType<typeof sealedId>, PgColumn>,
) {
  const { nationalIdKey, nationalIdSealed, nationalIdLookup } = columns;
  return check(
    name,
    sql`num_nulls(${nationalIdKey}, ${nationalIdSealed}, ${nationalIdLookup}) IN (0, 3)`,
  );
}

/** A half-open range of instants. */
export const instantRange = customType<{ data: string; driverData: string }>({
  dataType: () => 'tstzrange',
});

/** A composite foreign key: the other row has to be of the same account. */
export function withinAccount(
  columns: [PgColumn, PgColumn],
  foreignColumns: [PgColumn, PgColumn],
  onDelete: 'cascade' | 'restrict' = 'restrict',
) {
  return foreignKey({ columns, foreignColumns }).onDelete(onDelete);
}
