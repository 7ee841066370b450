import type { SmsGatewayInput } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import { openSecret } from '../context/sealed-secret.js';
import type { Work } from '../context/work.js';
import { findSmsGateway, noteGatewayCall } from '../store/sms-gateways.js';
import type { SignedCall } from './gateway-signatures.js';
import { gatewaySignatures } from './gateway-signatures.js';

/** The format of the account's gateway, where the call is proven to be its own; throws `login-required` (M-13). */
export async function provenFormat(
  caller: Pick<Caller, 'services' | 'accountId'>,
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  call: Omit<SignedCall, 'secret' | 'now'>,
): Promise<SmsGatewayInput['format']> {
  const gateway = await findSmsGateway(tx);
  const secret =
    gateway?.sealedSecret && (await openSecret(caller, 'sms-gateway', '', gateway.sealedSecret));
  if (!gateway || !secret) throw new ProblemError('login-required');
  const isProven = await gatewaySignatures[gateway.format]({ ...call, secret, now });
  if (!isProven) throw new ProblemError('login-required');
  return gateway.format;
}

/** Notes down that the gateway has called. */
export const noteCall = ({ tx, now }: Pick<Work, 'tx' | 'now'>): Promise<void> =>
  noteGatewayCall(tx, 'lastCallAt', now);

/** Notes down that somebody was refused: whoever sets a gateway up sees that it calls, and is not believed. */
export const noteRefused = (caller: Pick<Caller, 'transaction'>): Promise<void> =>
  caller.transaction(({ tx, now }) => noteGatewayCall(tx, 'lastRefusedAt', now));
