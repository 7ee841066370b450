import type { SmsGateway, SmsGatewayInput } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Caller } from '../context/caller.js';
import { invalid } from '../context/problem.js';
import { sealSecret } from '../context/sealed-secret.js';
import { findSmsGateway, storeSmsGateway } from '../store/sms-gateways.js';
import type { StaffWork } from './actor.js';
import { note } from './history-notes.js';

/** How reports and answers come in, without the secret (M-13); `root` is the address of the service. */
export async function readSmsGateway(
  { tx, account }: StaffWork,
  root: string,
): Promise<SmsGateway> {
  const row = await findSmsGateway(tx);
  const path = `${root}/v1/gateway/${account.id}`;
  const at = (date: Date | null | undefined) =>
    date ? formatInstant(date.getTime(), account.timeZone) : null;
  return {
    format: row?.format ?? null,
    hasSecret: Boolean(row?.sealedSecret),
    reports: `${path}/reports`,
    incoming: `${path}/incoming`,
    lastCallAt: at(row?.lastCallAt),
    lastRefusedAt: at(row?.lastRefusedAt),
  };
}

/** Sets it; throws `invalid` without a secret: each gateway has its own. */
export async function changeSmsGateway(
  caller: Caller,
  work: StaffWork,
  { format, secret }: SmsGatewayInput,
): Promise<void> {
  const { tx, account } = work;
  const stored = await findSmsGateway(tx);
  const kept = stored?.format === format ? stored.sealedSecret : null;
  const sealedSecret =
    secret === undefined ? kept : await sealSecret(caller, 'sms-gateway', '', secret);
  if (!sealedSecret) throw invalid({ path: 'secret', code: 'empty' });
  await storeSmsGateway(tx, { accountId: account.id, format, sealedSecret });
  const fields = ['format', ...(secret === undefined ? [] : ['secret'])];
  await note(work, { action: 'stored', kind: 'sms-gateway', fields, after: { format } });
}
