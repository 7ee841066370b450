import { isNull, lt, or } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { smsGateways } from './schema/index.js';

export type SmsGatewayRow = typeof smsGateways.$inferSelect;

/** How reports and answers come in; undefined: not set. */
export async function findSmsGateway(tx: AccountTransaction): Promise<SmsGatewayRow | undefined> {
  const [row] = await tx.select().from(smsGateways);
  return row;
}

/** Stores it in place of the one before; of a new one no call is known yet. */
export async function storeSmsGateway(
  tx: AccountTransaction,
  row: Pick<SmsGatewayRow, 'accountId' | 'format' | 'sealedSecret' | 'sending' | 'sealedPassword'>,
): Promise<void> {
  const { accountId: _account, ...change } = row;
  await tx
    .insert(smsGateways)
    .values(row)
    .onConflictDoUpdate({ target: smsGateways.accountId, set: change });
}

const minute = 60_000;

/** Notes down that the gateway has called, or that somebody was refused: once a minute, so that calls do not wait for each other. */
export async function noteGatewayCall(
  tx: AccountTransaction,
  outcome: 'lastCallAt' | 'lastRefusedAt',
  now: number,
): Promise<void> {
  const column = smsGateways[outcome];
  await tx
    .update(smsGateways)
    .set({ [outcome]: new Date(now) })
    .where(or(isNull(column), lt(column, new Date(now - minute))));
}
