import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  sql,
} from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AccountTransaction, Database } from './database.js';
import { stillThere } from './gone.js';
import { outbox, reservations, timeAlerts, timeAlertsTold, timeOpenings } from './schema/index.js';

export type AlertRow = typeof timeAlerts.$inferSelect;
export type NewAlert = typeof timeAlerts.$inferInsert;
export type OpeningRow = typeof timeOpenings.$inferSelect;

/** Stores an alert. */
export async function insertAlert(tx: AccountTransaction, row: NewAlert): Promise<AlertRow> {
  const [inserted] = await tx.insert(timeAlerts).values(row).returning();
  return inserted!;
}

/** An alert, locked; undefined when there is none. */
export async function lockAlert(tx: AccountTransaction, id: string): Promise<AlertRow | undefined> {
  const [row] = await tx.select().from(timeAlerts).where(eq(timeAlerts.id, id)).for('update');
  return row;
}

/** Changes an alert; throws a `GoneError` where it was ended meanwhile. */
export async function updateAlert(
  tx: AccountTransaction,
  id: string,
  change: Partial<AlertRow>,
): Promise<AlertRow> {
  const [row] = await tx.update(timeAlerts).set(change).where(eq(timeAlerts.id, id)).returning();
  return stillThere(row);
}

const isActiveAt = (now: Date) =>
  and(isNotNull(timeAlerts.confirmedAt), gt(timeAlerts.expiresAt, now))!;

/** The proven alerts of an address or of a patient at `now`, newest first. */
export function listAlerts(
  tx: AccountTransaction,
  { recipients, patientId }: { recipients: readonly string[]; patientId: string | null },
  now: Date,
): Promise<AlertRow[]> {
  const own = [
    ...(recipients.length > 0 ? [inArray(timeAlerts.recipient, [...recipients])] : []),
    ...(patientId === null ? [] : [eq(timeAlerts.patientId, patientId)]),
  ];
  if (own.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(timeAlerts)
    .where(and(isActiveAt(now), or(...own)))
    .orderBy(desc(timeAlerts.createdAt), asc(timeAlerts.id));
}

/** How many wait at `now`. */
export async function countAlerts(tx: AccountTransaction, now: Date): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(timeAlerts).where(isActiveAt(now));
  return row!.count;
}

/** Ends alerts; returns how many there were. */
async function endWhere(tx: AccountTransaction, which: SQL): Promise<number> {
  const gone = await tx.delete(timeAlerts).where(which).returning({ id: timeAlerts.id });
  return gone.length;
}

/** Ends one alert; its id is all that it takes. */
export function endAlert(tx: AccountTransaction, id: string): Promise<number> {
  return endWhere(tx, eq(timeAlerts.id, id));
}

/** Ends the alerts that an appointment should be earlier: it has moved, or is no more. */
export function endAlertsOf(tx: AccountTransaction, bookingId: string): Promise<number> {
  return endWhere(tx, eq(timeAlerts.bookingId, bookingId));
}

/** Ends the alerts that a new appointment makes up for: those of its patient, or of the addresses that confirmed it. */
export async function endAlertsFor(
  tx: AccountTransaction,
  who: { recipients: readonly (string | null)[]; patientId: string | null },
  { templateId, startsAt }: { templateId: string | null; startsAt: Date },
): Promise<void> {
  const recipients = who.recipients.filter((recipient) => recipient !== null);
  const { recipient, patientId, bookingId, before } = timeAlerts;
  const own = [
    ...(recipients.length > 0 ? [inArray(recipient, recipients)] : []),
    ...(who.patientId === null ? [] : [eq(patientId, who.patientId)]),
  ];
  if (own.length === 0 || templateId === null) return;
  await endWhere(
    tx,
    and(
      or(...own),
      isNull(bookingId),
      eq(timeAlerts.templateId, templateId),
      gt(before, startsAt),
    )!,
  );
}

/** Accounts in which a freed time is to be told of at `now`, for a worker of the whole service; works as the database's owner. */
export async function accountsWithOpenings(db: Database, now: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: timeOpenings.accountId })
    .from(timeOpenings)
    .where(isDueAt(now));
  return rows.map(({ accountId }) => accountId);
}

const isDueAt = (now: number) =>
  or(isNull(timeOpenings.nextAt), lte(timeOpenings.nextAt, new Date(now)))!;

/** The next freed time that is to be told of at `now`, the soonest first, locked; undefined when there is none. */
export async function takeOpening(
  tx: AccountTransaction,
  now: number,
): Promise<OpeningRow | undefined> {
  const [row] = await tx
    .select()
    .from(timeOpenings)
    .where(isDueAt(now))
    .orderBy(
      sql`coalesce(${timeOpenings.startsAt}, (${timeOpenings.date}::text || ' 00:00Z')::timestamptz)`,
      asc(timeOpenings.id),
    )
    .limit(1)
    .for('update', { skipLocked: true });
  return row;
}

/** Notes when a freed time was looked at first, and when the next are told. */
export async function putOff(
  tx: AccountTransaction,
  id: string,
  change: Pick<OpeningRow, 'noticedAt' | 'nextAt'>,
): Promise<void> {
  await tx.update(timeOpenings).set(change).where(eq(timeOpenings.id, id));
}

/** Puts all that is due off: nothing is sent now. */
export async function putOffAll(tx: AccountTransaction, now: number, to: Date): Promise<void> {
  const at = new Date(now);
  await tx
    .update(timeOpenings)
    .set({
      nextAt: to,
      noticedAt: sql`coalesce(${timeOpenings.noticedAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(isDueAt(now));
}

/** Forgets a freed time: it is taken, over, or everybody knows. */
export async function forgetOpening(tx: AccountTransaction, id: string): Promise<void> {
  await tx.delete(timeOpenings).where(eq(timeOpenings.id, id));
}

/** Those who wait for a time of a clinician before whom it was freed, who waits longest first. */
export function findWaiting(
  tx: AccountTransaction,
  {
    clinicianId,
    start,
    noticedAt,
    now,
  }: { clinicianId: string; start: Date; noticedAt: Date; now: Date },
  limit: number,
): Promise<AlertRow[]> {
  const { clinicianId: wanted, before, confirmedAt } = timeAlerts;
  return tx
    .select()
    .from(timeAlerts)
    .where(
      and(
        isActiveAt(now),
        // Whoever asked later has seen the time among the free ones.
        lte(confirmedAt, noticedAt),
        gt(before, start),
        or(isNull(wanted), eq(wanted, clinicianId)),
      ),
    )
    .orderBy(asc(confirmedAt), asc(timeAlerts.id))
    .limit(limit);
}

/** What some addresses were told of after `since`, and of times from `from` on. */
export async function findTold(
  tx: AccountTransaction,
  recipients: readonly string[],
  since: Date,
  from: Date,
): Promise<(typeof timeAlertsTold.$inferSelect)[]> {
  const { recipient, toldAt, startsAt } = timeAlertsTold;
  if (recipients.length === 0) return [];
  return tx
    .select()
    .from(timeAlertsTold)
    .where(and(inArray(recipient, [...recipients]), or(gt(toldAt, since), gte(startsAt, from))));
}

/** Notes that an address is told of a time; false where it was already. */
export async function noteTold(
  tx: AccountTransaction,
  row: typeof timeAlertsTold.$inferInsert,
): Promise<boolean> {
  const noted = await tx
    .insert(timeAlertsTold)
    .values(row)
    .onConflictDoNothing()
    .returning({ at: timeAlertsTold.toldAt });
  return noted.length > 0;
}

/** When the first hold or pending booking in a stretch of a clinician's time ends at `now`; undefined where there is none. */
export async function endOfHoldsIn(
  tx: AccountTransaction,
  { clinicianId, start, end, now }: { clinicianId: string; start: Date; end: Date; now: Date },
): Promise<Date | undefined> {
  const { status, startsAt, endsAt, expiresAt } = reservations;
  const [row] = await tx
    .select({ expiresAt })
    .from(reservations)
    .where(
      and(
        eq(reservations.clinicianId, clinicianId),
        inArray(status, ['held', 'pending']),
        gt(endsAt, start),
        sql`${startsAt} < ${end.toISOString()}::timestamptz`,
        gt(expiresAt, now),
      ),
    )
    .orderBy(asc(expiresAt))
    .limit(1);
  return row?.expiresAt ?? undefined;
}

/** Forgets alerts that are over, and what was told of times that are past. */
export async function forgetOldAlerts(tx: AccountTransaction, now: number): Promise<void> {
  const at = new Date(now);
  await tx
    .delete(timeAlerts)
    .where(
      or(
        lte(timeAlerts.expiresAt, at),
        and(isNull(timeAlerts.confirmedAt), lte(timeAlerts.codeExpiresAt, at)),
      ),
    );
  await tx.delete(timeAlertsTold).where(lte(timeAlertsTold.startsAt, new Date(now - 86_400_000)));
}

/** Takes back the news of freed times that wait for an address: its owner has ended the alert. */
export async function takeBackNews(tx: AccountTransaction, recipient: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'A', reason: 'refused' })
    .where(
      and(
        eq(outbox.recipient, recipient),
        eq(outbox.kind, 'freed'),
        inArray(outbox.status, ['V', 'FV']),
        eq(outbox.tries, 0),
      ),
    );
}

/** Every alert of a patient or of some addresses, whether it waits or not. */
export function alertsAbout(
  tx: AccountTransaction,
  patientId: string,
  recipients: readonly string[],
): Promise<AlertRow[]> {
  return tx
    .select()
    .from(timeAlerts)
    .where(isAbout(patientId, recipients))
    .orderBy(asc(timeAlerts.createdAt));
}

/** Erases the alerts of a patient and of some addresses, what they were told of, and the messages of it; returns how many alerts. */
export async function eraseAlerts(
  tx: AccountTransaction,
  patientId: string,
  recipients: readonly string[],
): Promise<number> {
  const gone = await endWhere(tx, isAbout(patientId, recipients));
  if (recipients.length === 0) return gone;
  await tx.delete(timeAlertsTold).where(inArray(timeAlertsTold.recipient, [...recipients]));
  await tx
    .delete(outbox)
    .where(and(eq(outbox.kind, 'freed'), inArray(outbox.recipient, [...recipients])));
  return gone;
}

function isAbout(patientId: string, recipients: readonly string[]): SQL {
  const ofPatient = eq(timeAlerts.patientId, patientId);
  if (recipients.length === 0) return ofPatient;
  return or(ofPatient, inArray(timeAlerts.recipient, [...recipients]))!;
}
