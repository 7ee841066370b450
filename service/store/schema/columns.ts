import { customType, foreignKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** The account that a row belongs to; every row carries it, and row-level security reads it (N-04). */
export const accountId = () => text('account_id').notNull();

/** An instant with microseconds, read and written as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Bytes of an image. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

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
