import { and, eq, gt, lte } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { provedNetworks } from './schema/index.js';

const kept = 90 * 86_400_000;

/** Notes that a code which went to a mobile, and nowhere else, was entered from a network; `subject` is the HMAC of both. */
export async function addProvedNetwork(
  tx: AccountTransaction,
  accountId: string,
  subject: string,
  now: number,
): Promise<void> {
  const provedAt = new Date(now);
  await tx
    .insert(provedNetworks)
    .values({ accountId, subject, provedAt })
    .onConflictDoUpdate({
      target: [provedNetworks.accountId, provedNetworks.subject],
      set: { provedAt },
    });
}

/** Whether that was noted within 90 days before `now`. */
export async function isProvedNetwork(
  tx: AccountTransaction,
  subject: string,
  now: number,
): Promise<boolean> {
  const rows = await tx
    .select({ subject: provedNetworks.subject })
    .from(provedNetworks)
    .where(
      and(eq(provedNetworks.subject, subject), gt(provedNetworks.provedAt, new Date(now - kept))),
    );
  return rows.length > 0;
}

/** Forgets what was noted more than 90 days ago. */
export async function forgetOldNetworks(tx: AccountTransaction, now: number): Promise<void> {
  await tx.delete(provedNetworks).where(lte(provedNetworks.provedAt, new Date(now - kept)));
}
