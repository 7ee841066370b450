import { and, desc, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { MessageKind } from './schema/index.js';
import type { AccountTransaction } from './database.js';
import { outbox, patients, smsReceived, smsReports } from './schema/index.js';

/** What a gateway says about one message, by the service's id of it or by its own; `taken`: it has it, and no more is known. */
export interface Report {
  id?: string | undefined;
  gatewayId?: string | undefined;
  delivery: 'taken' | 'delivered' | 'not-delivered';
  at: Date;
}

/**
 * Notes a report down. Reports come late, twice and out of order (M-13): what was delivered stays so, and a message that the service
 * thinks has failed, as no answer came, has left after all; then `erased` is written, as when it is sent. False: no message is known
 * under the id.
 */
export async function noteReport(
  tx: AccountTransaction,
  { id, gatewayId, delivery, at }: Report,
  erased: ErasedTexts,
): Promise<boolean> {
  const isIt = id === undefined ? eq(outbox.messageId, gatewayId ?? '') : eq(outbox.id, id);
  const isEnd = delivery !== 'taken';
  const isNews = delivery === 'delivered' ? sql`true` : sql`${outbox.delivery} IS NULL`;
  const hasLeft = sql`${outbox.status} IN ('V', 'FV', 'F', 'U') AND ${outbox.tries} > 0`;
  // What was not delivered may have been turned down.
  const isProof = delivery === 'not-delivered' ? sql`false` : hasLeft;
  const instant = sql`${at.toISOString()}::timestamptz`;
  const proven = (value: SQL, column: PgColumn) =>
    sql`CASE WHEN ${isProof} THEN ${value} ELSE ${column} END`;
  const rows = await tx
    .update(outbox)
    .set({
      ...(isEnd && {
        delivery: sql`CASE WHEN ${isNews} THEN ${delivery} ELSE ${outbox.delivery} END`,
        deliveryAt: sql`CASE WHEN ${isNews} THEN ${instant} ELSE ${outbox.deliveryAt} END`,
      }),
      ...(gatewayId !== undefined && {
        messageId: sql`coalesce(${outbox.messageId}, ${gatewayId})`,
      }),
      // An answer may have come before the report.
      status: proven(
        sql`CASE WHEN ${outbox.answeredAt} IS NULL THEN 'S' ELSE 'SB' END`,
        outbox.status,
      ),
      sentAt: proven(sql`coalesce(${outbox.sentAt}, ${instant})`, outbox.sentAt),
      text: proven(erased.text, outbox.text),
      html: proven(sql`${erased.html}`, outbox.html),
      calendar: proven(sql`${erased.calendar}`, outbox.calendar),
    })
    .where(isIt)
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** What is left of a message's texts once it is through. */
interface ErasedTexts {
  text: SQL;
  html: null;
  calendar: null;
}

/** A report of how it ended, by the gateway's own id. */
export interface KeptReport {
  gatewayId: string;
  delivery: 'delivered' | 'not-delivered';
  at: Date;
}

/** Keeps a report about an id that is not known yet, for when it is. */
export async function keepReport(
  tx: AccountTransaction,
  accountId: string,
  { gatewayId, delivery, at }: KeptReport,
  now: Date,
): Promise<void> {
  await tx
    .insert(smsReports)
    .values({ accountId, gatewayId, delivery, reportedAt: at, createdAt: now })
    .onConflictDoUpdate({
      target: [smsReports.accountId, smsReports.gatewayId],
      set: { delivery, reportedAt: at },
      setWhere: sql`${smsReports.delivery} <> 'delivered'`,
    });
}

/** Gives kept reports to their messages, where both came at the same moment, and forgets those that have waited for days. */
export async function settleReports(tx: AccountTransaction, now: number): Promise<void> {
  await tx
    .update(outbox)
    .set({ delivery: sql`${smsReports.delivery}`, deliveryAt: sql`${smsReports.reportedAt}` })
    .from(smsReports)
    .where(
      and(
        eq(smsReports.accountId, outbox.accountId),
        eq(smsReports.gatewayId, outbox.messageId),
        or(
          isNull(outbox.delivery),
          // What was delivered stays so, whatever came about it meanwhile.
          and(eq(smsReports.delivery, 'delivered'), eq(outbox.delivery, 'not-delivered')),
        ),
      ),
    );
  await tx.delete(smsReports).where(lte(smsReports.createdAt, new Date(now - 3 * day)));
}

const day = 86_400_000;
/** How old a message may be that an answer is taken for. */
const answerDays = 14;

/** The last SMS to a number before an instant, which an answer from it is about (M-06). */
export async function findAnswered(
  tx: AccountTransaction,
  number: string,
  at: Date,
  kinds: readonly MessageKind[],
) {
  const [row] = await tx
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.recipient, number),
        eq(outbox.channel, 'sms'),
        inArray(outbox.kind, [...kinds]),
        or(
          and(
            inArray(outbox.status, ['S', 'SB']),
            // Two clocks never agree to the minute.
            lte(outbox.sentAt, new Date(at.getTime() + 60_000)),
            gte(outbox.sentAt, new Date(at.getTime() - answerDays * day)),
          ),
          // Handed over, and not noted down yet, or by a gateway that gave no answer in time.
          and(inArray(outbox.status, ['V', 'FV']), gt(outbox.tries, 0)),
        ),
      ),
    )
    // Of those that went at the same moment the reminder, which asks for an answer.
    .orderBy(desc(sql`coalesce(${outbox.sentAt}, ${outbox.sendAt})`), desc(outbox.planned))
    .limit(1);
  return row;
}

/** Notes down that a message was answered, and what the answer says of the appointment. */
export async function noteAnswered(
  tx: AccountTransaction,
  id: string,
  at: Date,
  answer: 'yes' | 'no' | undefined,
): Promise<void> {
  await tx
    .update(outbox)
    .set({
      status: sql`CASE WHEN ${outbox.status} = 'S' THEN 'SB' ELSE ${outbox.status} END`,
      answeredAt: at,
      ...(answer && { answer }),
    })
    .where(eq(outbox.id, id));
}

/** Stores an SMS that came in; undefined where it has come before. */
export async function insertReceived(
  tx: AccountTransaction,
  row: typeof smsReceived.$inferInsert,
): Promise<string | undefined> {
  const [stored] = await tx
    .insert(smsReceived)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: smsReceived.id });
  return stored?.id;
}

/** The one patient on file with a mobile; undefined where there is none, or several share it. */
export async function findPatientByMobile(tx: AccountTransaction, mobile: string) {
  const rows = await tx
    .select({ id: patients.id })
    .from(patients)
    .where(eq(patients.mobile, mobile))
    .limit(2);
  return rows.length === 1 ? rows[0]!.id : undefined;
}
