import type { AccountTransaction } from './database.js';
import { smsGateways } from './schema/index.js';

export type SmsGatewayRow = typeof smsGateways.$inferSelect;

/** How reports and answers come in; undefined: not set. */
export async function findSmsGateway(tx: AccountTransaction): Promise<SmsGatewayRow | undefined> {
  const [row] = await tx.select().from(smsGateways);
  return row;
}

/** Stores it in place of the one before. */
export async function storeSmsGateway(tx: AccountTransaction, row: SmsGatewayRow): Promise<void> {
  const { accountId: _account, ...change } = row;
  await tx
    .insert(smsGateways)
    .values(row)
    .onConflictDoUpdate({ target: smsGateways.accountId, set: change });
}
