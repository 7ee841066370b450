import { and, eq, inArray, sql } from 'drizzle-orm';
import type { AccountTransaction } from '../store/database.js';
import type { Claim } from '../store/logins.js';
import { loginsOfNetwork } from '../store/logins.js';
import { logins, outbox } from '../store/schema/index.js';

/** Takes back codes of a login or a session that still wait: a newer one follows, or none is needed. */
export async function cancelWaitingOf(tx: AccountTransaction, loginId: string): Promise<void> {
  await tx
    .update(outbox)
    .set({ status: 'A', text: null })
    .where(and(eq(outbox.loginId, loginId), inArray(outbox.status, ['V', 'FV'])));
}

/** Takes back the login codes of a claim that one network asked for and that still wait: a newer one follows. */
export async function cancelWaitingLogins(
  tx: AccountTransaction,
  claim: Claim,
  addressHash: string,
): Promise<void> {
  const earlier = tx
    .select({ id: logins.id })
    .from(logins)
    .where(await loginsOfNetwork(tx, claim, addressHash));
  await tx
    .update(outbox)
    .set({ status: 'A', text: null })
    .where(
      and(
        eq(outbox.kind, 'login'),
        inArray(outbox.status, ['V', 'FV']),
        inArray(outbox.loginId, earlier),
      ),
    );
}

/**
 * Withholds the code of a login whose patient is unknown, within the transaction that put it into the outbox: it never
 * leaves. For a known patient the same statement changes nothing, so that both cost the same (P-33).
 */
export async function withholdUnless(
  tx: AccountTransaction,
  isKnown: boolean,
  loginId: string,
): Promise<void> {
  const status = isKnown ? 'V' : 'A';
  await tx
    .update(outbox)
    .set({ status, text: sql`CASE WHEN ${isKnown} THEN ${outbox.text} ELSE NULL END` })
    .where(eq(outbox.loginId, loginId));
}
