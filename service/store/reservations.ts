import { and, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { lockOf, takeLock } from './database.js';
import { reservations } from './schema/index.js';
import { joint } from './shared-transaction.js';
import { insertInto, statement, updateOf } from './statement.js';
import { touches, takingStatuses } from './timebook.js';

export type Reservation = typeof reservations.$inferSelect;

/** What a new hold stores; instants as `Date`. */
export type NewReservation = typeof reservations.$inferInsert;

const isTaking = sql`${reservations.status} IN ${takingStatuses}`;

/**
 * Serializes everything that is done under one name until the transaction ends, across processes. In a transaction that several
 * share it throws a `LockedElsewhereError` instead of waiting.
 */
export async function lockName(tx: AccountTransaction, ...parts: string[]): Promise<void> {
  const name = lockOf(parts);
  await (tx.share ? tx.share.lock(name) : tx.execute(sql`SELECT ${takeLock(name)}`));
}

/**
 * The party of a token's live hold at `now`, or of the booking it became while that waits for its code: the patient's own
 * time is never taken to them (P-24). Without locking it; undefined when there is none.
 */
export async function findParty(
  tx: AccountTransaction,
  tokenHash: string,
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ party: reservations.partyId })
    .from(reservations)
    .where(
      and(
        eq(reservations.tokenHash, tokenHash),
        inArray(reservations.status, ['held', 'pending']),
        gt(reservations.expiresAt, now),
      ),
    )
    // A caller may use one token again after booking: the newer hold comes first.
    .orderBy(reservations.status);
  return row?.party;
}

const byToken = eq(reservations.tokenHash, sql.placeholder('tokenHash'));

const selectHeldByToken = statement((tx) =>
  tx
    .select()
    .from(reservations)
    .where(and(byToken, eq(reservations.status, 'held')))
    .for('update'),
);

const selectByTokenAndId = statement((tx) =>
  tx
    .select()
    .from(reservations)
    .where(and(byToken, eq(reservations.id, sql.placeholder('id'))))
    .for('update'),
);

const selectByTokensAndIds = statement((tx) =>
  tx
    .select()
    .from(reservations)
    .where(
      and(
        sql`${reservations.tokenHash} = ANY(string_to_array(${sql.placeholder('tokenHashes')}, ','))`,
        sql`${reservations.id} = ANY(string_to_array(${sql.placeholder('ids')}, ',')::uuid[])`,
      ),
    )
    // In one order, so that two who lock several do not wait in a circle.
    .orderBy(reservations.id)
    .for('update'),
);

/** The hold that a token proves, locked; undefined where it is none of this token's. */
export const findHoldOf = joint({
  async one(tx, given: { tokenHash: string; id: string }) {
    const [row] = await selectByTokenAndId(tx, given);
    return row;
  },
  async many(tx, given) {
    const tokenHashes = given.map(({ tokenHash }) => tokenHash).join();
    const rows = await selectByTokensAndIds(tx, {
      tokenHashes,
      ids: given.map(({ id }) => id).join(),
    });
    return given.map(({ tokenHash, id }) =>
      rows.find((row) => row.id === id.toLowerCase() && row.tokenHash === tokenHash),
    );
  },
});

/** The time that a token holds, locked; undefined when there is none. */
export async function findHeld(
  tx: AccountTransaction,
  tokenHash: string,
): Promise<Reservation | undefined> {
  const [row] = await selectHeldByToken(tx, { tokenHash });
  return row;
}

/** Ends holds and pending bookings that have expired, a clinician's and a resource's within some time; returns how many. */
export async function expireInTheWay(
  tx: AccountTransaction,
  way: { clinicianId: string; resourceIds: string[]; startsAt: Date; endsAt: Date },
  now: Date,
): Promise<number> {
  const { clinicianId, resourceIds, startsAt, endsAt } = way;
  const rows = await tx
    .update(reservations)
    .set({ status: 'expired' })
    .where(
      and(
        isTaking,
        lte(reservations.expiresAt, now),
        touches(startsAt.getTime(), endsAt.getTime()),
        resourceIds.length > 0
          ? or(
              eq(reservations.clinicianId, clinicianId),
              inArray(reservations.resourceId, resourceIds),
            )
          : eq(reservations.clinicianId, clinicianId),
      ),
    )
    .returning({ id: reservations.id });
  return rows.length;
}

const insertUnlessTaken = insertInto(reservations, { orNothing: true });

/** Takes the time, or answers undefined when somebody else has it: the database decides, and waits for the transaction that was first. */
export function insertReservation(
  tx: AccountTransaction,
  row: NewReservation,
): Promise<Reservation | undefined> {
  return insertUnlessTaken(tx, row);
}

const update = updateOf(reservations);

/** Changes a reservation. */
export async function updateReservation(
  tx: AccountTransaction,
  id: string,
  change: Partial<Pick<Reservation, 'status' | 'expiresAt' | 'extensions' | 'cancelledAt'>>,
): Promise<Reservation> {
  const row = await update(tx, id, change);
  if (!row) throw new Error('A reservation vanished within its own transaction.');
  return row;
}

/** Live holds of an address, other than one. */
export async function countLiveHolds(
  tx: AccountTransaction,
  addressHash: string,
  exceptId: string | undefined,
  now: Date,
): Promise<number> {
  const rows = await tx
    .select({ id: reservations.id })
    .from(reservations)
    .where(
      and(
        eq(reservations.addressHash, addressHash),
        eq(reservations.status, 'held'),
        gt(reservations.expiresAt, now),
      ),
    );
  return rows.filter(({ id }) => id !== exceptId).length;
}

/** Deletes holds and bookings that were not confirmed, a day after they ended; returns how many. */
export async function forgetOldHolds(tx: AccountTransaction, now: Date): Promise<number> {
  const dayBefore = new Date(now.getTime() - 86_400_000);
  const rows = await tx
    .delete(reservations)
    .where(
      and(
        inArray(reservations.status, ['held', 'pending', 'released', 'expired']),
        lte(reservations.expiresAt, dayBefore),
        isNull(reservations.cancelledAt),
        sql`NOT EXISTS (SELECT FROM bookings WHERE bookings.account_id = ${reservations.accountId} AND bookings.reservation_id = ${reservations.id} AND bookings.confirmed_at IS NOT NULL)`,
      ),
    )
    .returning({ id: reservations.id });
  return rows.length;
}
