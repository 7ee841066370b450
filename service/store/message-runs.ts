import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { BookedTime } from './bookings.js';
import { withTime } from './bookings.js';
import type { AccountTransaction, Database } from './database.js';
import type { PatientRow } from './patients.js';
import { bookings, messageRuns, outbox, patients, reservations } from './schema/index.js';

export type MessageRun = typeof messageRuns.$inferSelect;

/** Stores a run, unless one with its key is there; returns the stored one. Whoever comes at the same moment waits for the first. */
export async function insertRun(
  tx: AccountTransaction,
  run: typeof messageRuns.$inferInsert,
): Promise<MessageRun> {
  await tx
    .insert(messageRuns)
    .values(run)
    .onConflictDoNothing({ target: [messageRuns.accountId, messageRuns.keyHash] });
  const [stored] = await tx.select().from(messageRuns).where(eq(messageRuns.keyHash, run.keyHash));
  return stored!;
}

/** The last runs, newest first, without whom they are for. */
export function findRuns(tx: AccountTransaction, limit: number) {
  return tx
    .select(summary)
    .from(messageRuns)
    .orderBy(desc(messageRuns.startedAt), desc(messageRuns.id))
    .limit(limit);
}

const { id, type, total, done, made, leftOut, startedAt, startedBy, endedAt, isStopped } =
  messageRuns;
const summary = { id, type, total, done, made, leftOut, startedAt, startedBy, endedAt, isStopped };
export type RunSummary = Pick<MessageRun, keyof typeof summary>;

/** One run, without whom it is for; undefined where there is none. */
export async function findMessageRun(
  tx: AccountTransaction,
  runId: string,
): Promise<RunSummary | undefined> {
  const [run] = await tx.select(summary).from(messageRuns).where(eq(messageRuns.id, runId));
  return run;
}

/** A run that is under way, locked: one named, or any that no other process has; undefined where there is none. */
export async function takeMessageRun(
  tx: AccountTransaction,
  runId?: string,
): Promise<MessageRun | undefined> {
  const isOpen = isNull(messageRuns.endedAt);
  const found = tx
    .select()
    .from(messageRuns)
    .where(runId === undefined ? isOpen : and(isOpen, eq(messageRuns.id, runId)))
    .orderBy(messageRuns.startedAt)
    .limit(1);
  const [run] = await (runId === undefined
    ? found.for('update', { skipLocked: true })
    : found.for('update'));
  return run;
}

/** Notes down how far a run has come. */
export async function noteMessageRun(
  tx: AccountTransaction,
  runId: string,
  change: Partial<Omit<MessageRun, 'accountId' | 'id'>>,
): Promise<void> {
  await tx.update(messageRuns).set(change).where(eq(messageRuns.id, runId));
}

/** Of some mobiles, those that have a message of a run. */
export async function mobilesOfRun(
  tx: AccountTransaction,
  runId: string,
  mobiles: readonly string[],
): Promise<Set<string>> {
  if (mobiles.length === 0) return new Set();
  const rows = await tx
    .select({ mobile: outbox.recipient })
    .from(outbox)
    .where(and(eq(outbox.runId, runId), inArray(outbox.recipient, [...mobiles])));
  return new Set(rows.map(({ mobile }) => mobile));
}

/** Patients on file by their ids. */
export async function patientsById(
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<Map<string, PatientRow>> {
  const rows = await tx.select().from(patients).where(anyOf(patients.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Appointments by their ids, not locked. */
export async function appointmentsById(
  tx: AccountTransaction,
  ids: readonly string[],
): Promise<Map<string, BookedTime>> {
  const rows = await tx
    .select({ booking: bookings, reservation: reservations })
    .from(bookings)
    .innerJoin(reservations, withTime)
    .where(anyOf(bookings.id, ids));
  return new Map(rows.map((row) => [row.booking.id, row]));
}

/** As one value, since there may be thousands. */
const anyOf = (column: typeof patients.id | typeof bookings.id, ids: readonly string[]) =>
  sql`${column} IN (SELECT value::uuid FROM json_array_elements_text(${JSON.stringify(ids)}::json))`;

/** Accounts with a run under way; works as the database's owner. */
export async function accountsWithRuns(db: Database): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: messageRuns.accountId })
    .from(messageRuns)
    .where(isNull(messageRuns.endedAt));
  return rows.map(({ accountId }) => accountId);
}
