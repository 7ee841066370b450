import { and, asc, eq, inArray } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import type { Booking } from './bookings.js';
import { appointmentTexts } from './schema/index.js';

/**
 * The id by which the history names the present text of an appointment, kept for as long as the appointment is there; null: it has none
 * by hand. The same text has the same id.
 */
export async function keepText(
  tx: AccountTransaction,
  { accountId, id: bookingId, text }: Pick<Booking, 'accountId' | 'id' | 'text'>,
): Promise<string | null> {
  if (text === null) return null;
  const [known] = await tx
    .select({ id: appointmentTexts.id })
    .from(appointmentTexts)
    .where(and(eq(appointmentTexts.bookingId, bookingId), eq(appointmentTexts.text, text)))
    .limit(1);
  if (known) return known.id;
  const [kept] = await tx
    .insert(appointmentTexts)
    .values({ accountId, bookingId, text })
    .returning({ id: appointmentTexts.id });
  return kept!.id;
}

/** A kept text by its id, or undefined. */
export async function findKeptText(
  tx: AccountTransaction,
  id: string,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ text: appointmentTexts.text })
    .from(appointmentTexts)
    .where(eq(appointmentTexts.id, id));
  return row?.text;
}

/** Every text that some appointments have or had, by the appointment's id. */
export async function textsOf(
  tx: AccountTransaction,
  bookingIds: readonly string[],
): Promise<Map<string, string[]>> {
  const texts = new Map<string, string[]>();
  if (bookingIds.length === 0) return texts;
  const { bookingId, text, id } = appointmentTexts;
  const rows = await tx
    .select({ bookingId, text })
    .from(appointmentTexts)
    .where(inArray(bookingId, [...bookingIds]))
    .orderBy(asc(text), asc(id));
  for (const row of rows) {
    texts.set(row.bookingId, [...(texts.get(row.bookingId) ?? []), row.text]);
  }
  return texts;
}
