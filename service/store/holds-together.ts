import { and, count, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { takeLock } from './database.js';
import type { NewReservation } from './reservations.js';
import { rateWindows, reservations } from './schema/index.js';
import { fromJson, statement, toJson } from './statement.js';

// What holds that are placed together ask and store: one statement each, whatever their number.

/** A list of texts without commas, as one value. */
const listed = (name: string) => sql`string_to_array(${sql.placeholder(name)}, ',')`;

const selectTokens = statement((tx) =>
  tx
    .select({ tokenHash: reservations.tokenHash })
    .from(reservations)
    .where(
      and(
        sql`${reservations.tokenHash} = ANY(${listed('tokenHashes')})`,
        eq(reservations.status, 'held'),
      ),
    ),
);

/** Which of some tokens have a hold already, whether it is alive or has expired. */
export async function findHeldTokens(
  tx: AccountTransaction,
  tokenHashes: readonly string[],
): Promise<Set<string | null>> {
  const rows = await selectTokens(tx, { tokenHashes: tokenHashes.join() });
  return new Set(rows.map(({ tokenHash }) => tokenHash));
}

/** Takes locks one after the other, until the transaction ends. */
export async function takeLocks(tx: AccountTransaction, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const lock = takeLock(sql`name`);
  await tx.execute(
    sql`SELECT ${lock} FROM json_array_elements_text(${JSON.stringify(names)}::json) AS name`,
  );
}

const insertHolds = statement((tx) =>
  tx
    .insert(reservations)
    .select(fromJson(reservations))
    .onConflictDoNothing()
    .returning({ id: reservations.id }),
);

/** Takes the times that nobody else has: the database decides. Returns the ids of what it took. */
export async function insertHoldsUnlessTaken(
  tx: AccountTransaction,
  rows: readonly NewReservation[],
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const inserted = await insertHolds(tx, { rows: toJson(reservations, rows) });
  return new Set(inserted.map(({ id }) => id));
}

/** Live holds of each of some addresses. */
export async function countLiveHoldsOf(
  tx: AccountTransaction,
  addressHashes: readonly string[],
  now: Date,
): Promise<Map<string | null, number>> {
  const rows = await tx
    .select({ addressHash: reservations.addressHash, live: count() })
    .from(reservations)
    .where(
      and(
        inArray(reservations.addressHash, [...addressHashes]),
        eq(reservations.status, 'held'),
        gt(reservations.expiresAt, now),
      ),
    )
    .groupBy(reservations.addressHash);
  return new Map(rows.map(({ addressHash, live }) => [addressHash, live]));
}

/** A day of a clinician, in epoch milliseconds. */
export interface ClinicianDay {
  clinician: string;
  start: number;
  end: number;
}

/** A time that a stranger holds, or that waits for a code. */
export type HeldTime = Pick<NewReservation, 'clinicianId' | 'startsAt' | 'endsAt'> & {
  addressHash: string | null;
};

/** What strangers hold on some days. */
export function findHeldTimes(
  tx: AccountTransaction,
  days: readonly ClinicianDay[],
  now: Date,
): Promise<HeldTime[]> {
  const { clinicianId, startsAt, endsAt, addressHash } = reservations;
  const rows = days.map(({ clinician, start, end }) => ({
    clinician,
    start: new Date(start),
    end: new Date(end),
  }));
  const wanted = sql`json_to_recordset(${JSON.stringify(rows)}::json) AS wanted(clinician text, start timestamptz, "end" timestamptz)`;
  return tx
    .select({ clinicianId, startsAt, endsAt, addressHash })
    .from(wanted)
    .innerJoin(
      reservations,
      and(
        eq(clinicianId, sql`wanted.clinician`),
        eq(reservations.anonymous, true),
        inArray(reservations.status, ['held', 'pending']),
        gt(reservations.expiresAt, now),
        sql`${startsAt} < wanted."end" AND ${endsAt} > wanted.start`,
      ),
    );
}

/** How often a subject is used. */
export interface Uses {
  subject: string;
  uses: number;
}

const usesOf = (uses: readonly Uses[]): SQL =>
  sql`json_to_recordset(${JSON.stringify(uses)}::json) AS used(subject text, uses int)`;

/** Counts uses in the present window of so many milliseconds, one subject after the other; returns the new counts. */
export async function countTogether(
  tx: AccountTransaction,
  accountId: string,
  uses: readonly Uses[],
  milliseconds: number,
  now: number,
): Promise<Map<string, number>> {
  if (uses.length === 0) return new Map();
  const startsAt = new Date(Math.floor(now / milliseconds) * milliseconds).toISOString();
  const rows = await tx
    .insert(rateWindows)
    .select(
      sql`SELECT ${accountId}, used.subject, ${startsAt}::timestamptz, used.uses FROM ${usesOf(uses)}`,
    )
    .onConflictDoUpdate({
      target: [rateWindows.accountId, rateWindows.subject, rateWindows.startsAt],
      set: { count: sql`${rateWindows.count} + excluded.count` },
    })
    .returning({ subject: rateWindows.subject, count: rateWindows.count });
  return new Map(rows.map((row) => [row.subject, row.count]));
}

/** Gives back what `countTogether` counted in the same transaction; nothing is left of what was not used before. */
export async function giveBackTogether(
  tx: AccountTransaction,
  uses: readonly Uses[],
  milliseconds: number,
  now: number,
): Promise<void> {
  if (uses.length === 0) return;
  const startsAt = new Date(Math.floor(now / milliseconds) * milliseconds);
  await tx
    .update(rateWindows)
    .set({ count: sql`${rateWindows.count} - used.uses` })
    .from(usesOf(uses))
    .where(and(eq(rateWindows.subject, sql`used.subject`), eq(rateWindows.startsAt, startsAt)));
  const subjects = uses.map(({ subject }) => subject);
  await tx
    .delete(rateWindows)
    .where(
      and(
        inArray(rateWindows.subject, subjects),
        eq(rateWindows.startsAt, startsAt),
        lte(rateWindows.count, 0),
      ),
    );
}
