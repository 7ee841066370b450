import type { SmsGatewayInput } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import { openSecret } from '../context/sealed-secret.js';
import type { Work } from '../context/work.js';
import { findSmsGateway, noteGatewayCall } from '../store/sms-gateways.js';
import type { SignedCall } from './gateway-signatures.js';
import { gatewaySignatures } from './gateway-signatures.js';
import { reportsPassword } from './sms-access.js';

/** The format of the gateway that calls, where the call is proven to be one of the account's own or of the service's; throws `login-required` (M-13). */
export async function provenFormat(
  caller: Pick<Caller, 'services' | 'accountId'>,
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  call: Omit<SignedCall, 'secret' | 'now'>,
): Promise<SmsGatewayInput['format']> {
  const gateway = await findSmsGateway(tx);
  const secret =
    gateway?.sealedSecret && (await openSecret(caller, 'sms-gateway', '', gateway.sealedSecret));
  const known = [
    ...(gateway && secret ? [{ format: gateway.format, secret }] : []),
    ...(await ofService(caller)),
  ];
  for (const { format, secret: each } of known) {
    if (await gatewaySignatures[format]({ ...call, secret: each, now })) return format;
  }
  throw new ProblemError('login-required');
}

/** What the service's own gateway proves itself with, to which the addresses for reports are given with each SMS. */
async function ofService({
  services,
  accountId,
}: Pick<Caller, 'services' | 'accountId'>): Promise<
  { format: SmsGatewayInput['format']; secret: string }[]
> {
  const { smsGateway } = services;
  if (!smsGateway || smsGateway.format === 'own') return [];
  const { format, key } = smsGateway;
  return [
    { format, secret: format === 'twilio' ? key : await reportsPassword(services, accountId) },
  ];
}

/** Notes down that the gateway has called. */
export const noteCall = ({ tx, now }: Pick<Work, 'tx' | 'now'>): Promise<void> =>
  noteGatewayCall(tx, 'lastCallAt', now);

/** Notes down that somebody was refused: whoever sets a gateway up sees that it calls, and is not believed. */
export const noteRefused = (caller: Pick<Caller, 'transaction'>): Promise<void> =>
  caller.transaction(({ tx, now }) => noteGatewayCall(tx, 'lastRefusedAt', now));
