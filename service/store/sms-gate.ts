import { inArray } from 'drizzle-orm';
import type { Market, Reminders, StaffSettings } from '../../src/contract/index.js';
import type { SmsSender } from '../core/sms-sender.js';
import type { AccountTransaction } from './database.js';
import { accounts, smsRefusals, smsSenders } from './schema/index.js';

/** What decides whether an SMS may leave now, and from whom. */
export interface SmsGate {
  reminders: Reminders | null;
  timeZone: string;
  market: Market;
  sender: StaffSettings['sender'];
  /** By company. */
  senders: ReadonlyMap<string, SmsSender>;
  /** Those of the numbers asked about that want none. */
  refused: ReadonlySet<string>;
}

/** Reads it for messages to some numbers. */
export async function readGate(
  tx: AccountTransaction,
  numbers: readonly string[],
): Promise<SmsGate> {
  const [account] = await tx
    .select({
      reminders: accounts.reminders,
      timeZone: accounts.timeZone,
      market: accounts.market,
      settings: accounts.settings,
    })
    .from(accounts);
  const { settings, ...rest } = account!;
  const senders = await tx.select().from(smsSenders);
  const refused =
    numbers.length === 0
      ? []
      : await tx
          .select({ mobile: smsRefusals.mobile })
          .from(smsRefusals)
          .where(inArray(smsRefusals.mobile, [...numbers]));
  return {
    ...rest,
    sender: settings.sender,
    senders: new Map(senders.map((row) => [row.companyId, row])),
    refused: new Set(refused.map(({ mobile }) => mobile)),
  };
}
