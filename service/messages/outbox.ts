import { and, eq, inArray, lte, notInArray, or, sql } from 'drizzle-orm';
import type { SmsReason, SmsType } from '../../src/contract/index.js';
import { SmsType as Types } from '../../src/contract/index.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import type { AccountTransaction } from '../store/database.js';
import type { MessageKind } from '../store/schema/index.js';
import { outbox } from '../store/schema/index.js';
import { joint } from '../store/shared-transaction.js';
import { fromJson, statement, toJson } from '../store/statement.js';

/** A message to be sent once the transaction is through. */
export type NewMessage = Pick<
  typeof outbox.$inferInsert,
  | 'accountId'
  | 'kind'
  | 'channel'
  | 'recipient'
  | 'subject'
  | 'text'
  | 'html'
  | 'calendar'
  | 'senderName'
  | 'sender'
  | 'lang'
  | 'bookingId'
  | 'loginId'
  | 'expiresAt'
  | 'usualExpiry'
  | 'patientId'
  | 'companyId'
  | 'clinicId'
  | 'clinicianId'
  | 'planned'
  | 'textByHand'
  | 'timeByHand'
  | 'reason'
  | 'runId'
> & {
  /** Cancelled from the start, with its reason; by default it waits. */
  status?: 'V' | 'A';
  /** By default at once. */
  sendAt?: Date;
};

/** Kinds of Opus SMS: what the clinic plans and writes, and what pauses, refusals and senders are about. */
export const smsKinds: readonly SmsType[] = Types.options;
export const isSmsKind = (kind: MessageKind): kind is SmsType =>
  smsKinds.some((one) => one === kind);

/** What staff read later: all else held a code, or went to themselves (M-17). */
const readable: readonly MessageKind[] = ['booked', 'moved', 'cancelled', 'freed', ...smsKinds];

/** What nobody waits for by the minute: pauses, refusals and test mode count for it (M-05, M-15, P-48). */
export const isGated = (kind: MessageKind) => kind === 'freed' || isSmsKind(kind);

/** Erases what held a code, and the parts of e-mails that nobody reads again, once a message is through (M-06, M-17, N-02). */
export const erasedTexts = {
  text: sql`CASE WHEN ${inArray(outbox.kind, [...readable])} THEN ${outbox.text} END`,
  html: null,
  calendar: null,
};

/** Waiting, for the first time or after a failure. */
export const isWaiting = inArray(outbox.status, ['V', 'FV']);

/** Of what an appointment's messages tell, each newer one puts the older out of date. */
export const newsKinds = ['booked', 'moved', 'cancelled'] as const;

const keepsExpiry = sql`${outbox.usualExpiry} IS NOT NULL AND NOT excluded.time_by_hand`;

/** What an appointment has planned already and nobody has tried to send goes on with it; what staff wrote or set for it stays. */
const movedOn = {
  target: [outbox.accountId, outbox.bookingId, outbox.kind],
  targetWhere: sql`${outbox.planned} AND ${outbox.status} = 'V' AND ${outbox.tries} = 0`,
  set: {
    channel: sql`excluded.channel`,
    recipient: sql`excluded.recipient`,
    subject: sql`excluded.subject`,
    text: sql`CASE WHEN ${outbox.textByHand} AND NOT excluded.text_by_hand THEN ${outbox.text} ELSE excluded.text END`,
    lang: sql`excluded.lang`,
    patientId: sql`excluded.patient_id`,
    companyId: sql`excluded.company_id`,
    clinicId: sql`excluded.clinic_id`,
    clinicianId: sql`excluded.clinician_id`,
    status: sql`excluded.status`,
    reason: sql`excluded.reason`,
    sendAt: sql`CASE WHEN ${outbox.timeByHand} AND NOT excluded.time_by_hand THEN ${outbox.sendAt} ELSE excluded.send_at END`,
    expiresAt: sql`CASE WHEN ${keepsExpiry} THEN ${outbox.expiresAt} ELSE excluded.expires_at END`,
    usualExpiry: sql`CASE WHEN ${keepsExpiry} THEN ${outbox.usualExpiry} ELSE excluded.usual_expiry END`,
    textByHand: sql`${outbox.textByHand} OR excluded.text_by_hand`,
    timeByHand: sql`${outbox.timeByHand} OR excluded.time_by_hand`,
    runId: sql`coalesce(excluded.run_id, ${outbox.runId})`,
  },
};

const insertRows = statement((tx) =>
  tx
    .insert(outbox)
    .select(fromJson(outbox))
    .onConflictDoUpdate(movedOn)
    .returning({ id: outbox.id }),
);

type Row = typeof outbox.$inferInsert;

const insert = joint<readonly Row[], string[]>({
  one: (tx, rows) => insertAll(tx, rows),
  async many(tx, all) {
    const ids = await insertAll(tx, all.flat());
    return all.map((rows) => ids.splice(0, rows.length));
  },
});

async function insertAll(tx: AccountTransaction, rows: readonly Row[]): Promise<string[]> {
  const inserted = await insertRows(tx, { rows: toJson(outbox, rows) });
  return inserted.map(({ id }) => id);
}

/** Puts messages into the outbox, within the transaction of what they tell, and returns their ids; those by SMS in plain characters (M-02). */
export async function enqueue(
  tx: AccountTransaction,
  messages: readonly NewMessage[],
  now: number,
): Promise<string[]> {
  if (messages.length === 0) return [];
  const at = new Date(now);
  const rows = messages.map((message) => ({
    status: 'V' as const,
    sendAt: at,
    ...message,
    text: message.text && message.channel === 'sms' ? smsText(message.text) : message.text,
    createdAt: at,
  }));
  return insert(tx, rows);
}

/** Takes back the codes of a booking that are still waiting: a newer one follows, or none is needed. */
export async function cancelWaitingCodes(tx: AccountTransaction, bookingId: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'A', ...erasedTexts })
    .where(and(eq(outbox.bookingId, bookingId), eq(outbox.kind, 'code'), isWaiting));
}

/** Waiting, and not being sent at an instant: what waits and was tried already is under way until its lease ends. */
export const isIdleAt = (now: number) =>
  or(
    eq(outbox.status, 'FV'),
    and(eq(outbox.status, 'V'), or(eq(outbox.tries, 0), lte(outbox.sendAt, new Date(now)))),
  );

/** Sends what waits, by its ids, to another address. */
export async function redirectWaiting(
  tx: AccountTransaction,
  ids: readonly string[],
  recipient: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(outbox)
    .set({ recipient })
    .where(inArray(outbox.id, [...ids]));
}

/** Takes back what waits, by its ids. */
export async function takeBackWaiting(
  tx: AccountTransaction,
  ids: readonly string[],
  reason: SmsReason,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(outbox)
    .set({ status: 'A', reason, ...erasedTexts })
    .where(inArray(outbox.id, [...ids]));
}

/**
 * Takes back what still waits of an appointment, for newer news of it follow (M-07). What is being sent at `now`, epoch
 * milliseconds, is left to whoever sends it; should that fail, it is not tried again. Of `kept` kinds, what was planned and nobody
 * has changed or tried stays, as it goes on with the appointment.
 */
export async function cancelWaiting(
  tx: AccountTransaction,
  bookingId: string,
  now: number,
  reason: SmsReason,
  kept: readonly SmsType[] = [],
): Promise<void> {
  const { planned, textByHand, timeByHand, tries, kind } = outbox;
  const isKept = and(planned, sql`NOT ${textByHand} AND NOT ${timeByHand}`, eq(tries, 0));
  await tx
    .update(outbox)
    .set({ status: 'A', reason, ...erasedTexts })
    .where(
      and(
        eq(outbox.bookingId, bookingId),
        isIdleAt(now),
        kept.length === 0 ? undefined : or(notInArray(kind, [...kept]), sql`NOT (${isKept})`),
      ),
    );
}

/**
 * Whether there is a newer message of the same appointment on the same channel, so that this one is out of date: a newer one of any
 * news, or of the same reminder.
 */
export const isOutOfDate = sql`(${outbox.kind} IN ${newsKinds} OR ${outbox.planned}) AND EXISTS (
  SELECT FROM ${outbox} AS newer
  WHERE newer.account_id = ${outbox.accountId} AND newer.booking_id = ${outbox.bookingId}
    AND newer.channel = ${outbox.channel} AND newer.created_at > ${outbox.createdAt}
    AND CASE WHEN ${outbox.planned} THEN newer.planned AND newer.kind = ${outbox.kind} ELSE newer.kind IN ${newsKinds} END
)`;

/** Whether an older message of the same appointment has yet to leave in the same way: this one has to wait for it. */
export const hasOlderUnsent = sql`${outbox.kind} IN ${newsKinds} AND EXISTS (
  SELECT FROM ${outbox} AS older
  WHERE older.account_id = ${outbox.accountId} AND older.booking_id = ${outbox.bookingId}
    AND older.channel = ${outbox.channel} AND older.kind IN ${newsKinds} AND older.created_at < ${outbox.createdAt}
    AND older.status IN ('V', 'FV')
)`;
