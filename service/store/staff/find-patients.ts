import { and, asc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { AccountTransaction } from '../database.js';
import type { PatientRow } from '../patients.js';
import { bookings, patients, patientWords, recalls, reservations } from '../schema/index.js';
import type { NeedTime } from '../recalls.js';

/** Which patients to find: by national ID or mobile, or by words. */
export interface PatientFilter {
  /** HMACs of a national ID. */
  lookups?: readonly string[];
  /** Beginnings of words of the name, as they were typed. */
  words?: string;
  /** Beginnings of the mobile, any of them. */
  mobiles?: readonly string[];
  /** The patient after whom the page begins. */
  after?: PatientRow | undefined;
  limit: number;
}

/** Patients by last name, first name and id. */
export async function findPatients(
  tx: AccountTransaction,
  { lookups, words, mobiles = [], after, limit }: PatientFilter,
): Promise<PatientRow[]> {
  const named = words === undefined ? [] : await beginningsOf(tx, words);
  // A text without a letter or digit is nobody's name.
  if (named.length === 0 && words !== undefined) return [];
  return tx
    .select()
    .from(patients)
    .where(
      and(
        or(
          lookups && inArray(patients.nationalIdLookup, [...lookups]),
          ...mobiles.map(beginsWithDigits),
        ),
        ...named.map((word) => hasWord(tx, word)),
        after &&
          sql`(${patients.lastName}, ${patients.firstName}, ${patients.id}) > (${after.lastName}, ${after.firstName}, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(patients.lastName), asc(patients.firstName), asc(patients.id))
    .limit(limit);
}

/** Whether a column is the id of a patient whose name has the words typed, or their beginnings; of nobody where there are none. */
export async function isOfNamed(tx: AccountTransaction, id: PgColumn, typed: string): Promise<SQL> {
  const words = await beginningsOf(tx, typed);
  return words.length === 0 ? sql`false` : and(...words.map((word) => hasWord(tx, word, id)))!;
}

/** The words of a typed name, folded as those of patients are. */
async function beginningsOf(tx: AccountTransaction, typed: string): Promise<string[]> {
  const rows = await tx
    .select({ word: sql<string>`word` })
    .from(sql`opus_name_words(${typed}) AS word`);
  return rows.map(({ word }) => word);
}

// By comparisons and not by LIKE: row-level security lets an index be used by operators only that tell nothing of rows of others.

/** The highest code point, after every other letter. */
const last = '\u{10FFFF}';

function hasWord(tx: AccountTransaction, word: string, id: PgColumn = patients.id): SQL {
  const { patientId, word: known } = patientWords;
  return inArray(
    id,
    tx
      .select({ id: patientId })
      .from(patientWords)
      .where(and(gte(known, word), lt(known, word + last))),
  );
}

/** Mobiles in E.164 that begin so; a colon comes after every digit. */
function beginsWithDigits(mobile: string): SQL {
  return sql`(${patients.mobile} ~>=~ ${mobile} AND ${patients.mobile} ~<~ ${`${mobile}:`})`;
}

/** Needs by week and id: all, or one patient's; `after` is the one after which the page begins. */
export function findNeeds(
  tx: AccountTransaction,
  patient: string | undefined,
  after: { week: string; id: string } | undefined,
  limit: number,
): Promise<NeedTime[]> {
  return tx
    .select({ recall: recalls, reservation: reservations })
    .from(recalls)
    .leftJoin(
      bookings,
      and(eq(bookings.accountId, recalls.accountId), eq(bookings.id, recalls.bookingId)),
    )
    .leftJoin(
      reservations,
      and(
        eq(reservations.accountId, bookings.accountId),
        eq(reservations.id, bookings.reservationId),
        eq(reservations.status, 'booked'),
      ),
    )
    .where(
      and(
        patient === undefined ? undefined : eq(recalls.patientId, patient),
        after && sql`(${recalls.week}, ${recalls.id}) > (${after.week}::date, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(recalls.week), asc(recalls.id))
    .limit(limit);
}
