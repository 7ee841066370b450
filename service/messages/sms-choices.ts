import { and, eq, inArray } from 'drizzle-orm';
import { erasedTexts, isWaiting, smsKinds } from './outbox.js';
import type { AccountTransaction } from '../store/database.js';
import { outbox, patients, smsRefusals, timeAlerts } from '../store/schema/index.js';

/** Whether a number has said STOP, and when. */
export async function findRefusal(tx: AccountTransaction, mobile: string) {
  const [row] = await tx.select().from(smsRefusals).where(eq(smsRefusals.mobile, mobile));
  return row;
}

/** A number wants no SMS any more: what waits for it is taken back at once, and so are its alerts (M-15, P-48). */
export async function refuseSms(
  tx: AccountTransaction,
  accountId: string,
  mobile: string,
  at: Date,
): Promise<void> {
  await tx.insert(smsRefusals).values({ accountId, mobile, refusedAt: at }).onConflictDoNothing();
  await tx
    .update(patients)
    .set({ smsWish: false, smsWishAt: at, smsWishSource: 'sms' })
    .where(eq(patients.mobile, mobile));
  await tx.delete(timeAlerts).where(eq(timeAlerts.recipient, mobile));
  await takeBack(tx, eq(outbox.recipient, mobile));
}

/** A number wants SMS again. */
export async function allowSms(tx: AccountTransaction, mobile: string, at: Date): Promise<void> {
  await tx.delete(smsRefusals).where(eq(smsRefusals.mobile, mobile));
  await tx
    .update(patients)
    .set({ smsWish: true, smsWishAt: at, smsWishSource: 'sms' })
    .where(eq(patients.mobile, mobile));
}

/** What a patient wishes, as the staff have heard it; a wish ends what the number has refused. */
export async function noteWish(
  tx: AccountTransaction,
  { id, mobile }: { id: string; mobile: string | null },
  wish: boolean | null,
  at: Date,
): Promise<void> {
  await tx
    .update(patients)
    .set({ smsWish: wish, smsWishAt: at, smsWishSource: 'staff' })
    .where(eq(patients.id, id));
  if (wish === true && mobile !== null) {
    await tx.delete(smsRefusals).where(eq(smsRefusals.mobile, mobile));
  }
  if (wish === false) await takeBack(tx, eq(outbox.patientId, id));
}

async function takeBack(tx: AccountTransaction, whose: ReturnType<typeof eq>): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'A', reason: 'refused', ...erasedTexts })
    .where(and(whose, isWaiting, inArray(outbox.kind, [...smsKinds, 'freed'])));
}
