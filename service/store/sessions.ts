import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { stillThere } from './gone.js';
import type { SealedId } from './national-ids.js';
import { logins, sessions } from './schema/index.js';

type StoredSession = typeof sessions.$inferSelect;

/** A session as it is worked with: its national ID readable. */
export type SessionRow = Omit<StoredSession, keyof SealedId> & { nationalId: string };

async function opened(tx: AccountTransaction, row: StoredSession): Promise<SessionRow> {
  const nationalId = (await tx.nationalIds.open('sessions', row))!;
  const {
    nationalIdKey: _key,
    nationalIdSealed: _sealed,
    nationalIdLookup: _lookup,
    ...rest
  } = row;
  return { ...rest, nationalId };
}

const minute = 60_000;

/** A session without a call ends after so many minutes, and after so many whatever is called. */
const idleMinutes = 20;
const maxMinutes = 240;
/** A session in use is written down at most once in so many milliseconds. */
const touchEvery = 30_000;

/** What a new session is made of; the rest follows from `now`. */
export type NewSession = Pick<SessionRow, 'accountId' | 'tokenHash' | 'kind' | 'nationalId'> &
  Partial<Pick<SessionRow, 'patientId' | 'onlyMobile' | 'firstName' | 'lastName' | 'confirmedAt'>>;

/** Opens a session at `now`, epoch milliseconds (P-33). */
export async function insertSession(
  tx: AccountTransaction,
  { nationalId, ...session }: NewSession,
  now: number,
): Promise<SessionRow> {
  const id = crypto.randomUUID();
  const [row] = await tx
    .insert(sessions)
    .values({
      ...session,
      ...(await tx.nationalIds.seal('sessions', id, nationalId)),
      id,
      createdAt: new Date(now),
      idleAt: new Date(now + idleMinutes * minute),
      endsAt: new Date(now + maxMinutes * minute),
    })
    .returning();
  return opened(tx, row!);
}

/** The live session of a token, with its idle end put off; undefined when there is none. */
export async function findLiveSession(
  tx: AccountTransaction,
  tokenHash: string,
  now: number,
): Promise<SessionRow | undefined> {
  const [row] = await tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        isNull(sessions.revokedAt),
        gt(sessions.idleAt, new Date(now)),
        gt(sessions.endsAt, new Date(now)),
      ),
    );
  if (!row) return undefined;
  const idleAt = new Date(now + idleMinutes * minute);
  if (idleAt.getTime() - row.idleAt.getTime() < touchEvery) return opened(tx, row);
  await tx.update(sessions).set({ idleAt }).where(eq(sessions.id, row.id));
  return opened(tx, { ...row, idleAt });
}

/** A session as it is now, locked; throws a `GoneError` where it was deleted meanwhile. */
export async function lockSession(tx: AccountTransaction, id: string): Promise<SessionRow> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.id, id)).for('update');
  return opened(tx, stillThere(row));
}

/** Changes a session; throws a `GoneError` where it was deleted meanwhile. */
export async function updateSession(
  tx: AccountTransaction,
  id: string,
  change: Partial<Omit<SessionRow, 'nationalId'>>,
): Promise<SessionRow> {
  const [row] = await tx.update(sessions).set(change).where(eq(sessions.id, id)).returning();
  return opened(tx, stillThere(row));
}

/** Ends the sessions that a code to a mobile of a patient opened: that mobile is no way in any more (P-33). */
export async function endSmsSessions(
  tx: AccountTransaction,
  patientId: string,
  now: Date,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(eq(sessions.patientId, patientId), eq(sessions.kind, 'sms'), isNull(sessions.revokedAt)),
    );
}

/** Seconds until a session ends where nothing is called meanwhile. */
export function secondsLeft({ idleAt, endsAt }: SessionRow, now: number): number {
  return Math.max(0, Math.floor((Math.min(idleAt.getTime(), endsAt.getTime()) - now) / 1000));
}

/** Forgets sessions and logins a day after they ended. */
export async function forgetOldSessions(tx: AccountTransaction, now: number): Promise<void> {
  const dayBefore = new Date(now - 86_400_000);
  await tx
    .delete(sessions)
    .where(
      or(
        lte(sessions.endsAt, dayBefore),
        lte(sessions.idleAt, dayBefore),
        lte(sessions.revokedAt, dayBefore),
      ),
    );
  await tx.delete(logins).where(lte(logins.expiresAt, dayBefore));
}
