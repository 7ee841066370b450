import type { SmsGatewayInput } from '../../src/contract/index.js';
import type { Services } from '../context/services.js';
import { openSecret } from '../context/sealed-secret.js';
import { inAccount } from '../store/database.js';
import { findSmsGateway } from '../store/sms-gateways.js';

/** How SMS are handed to a gateway. */
export interface SmsAccess {
  format: SmsGatewayInput['format'];
  url: string;
  /** API username of 46elks, Account SID of Twilio; empty: the own format needs none. */
  user: string;
  /** Password, Auth Token or bearer. */
  key: string;
  /** Who an SMS comes from where it has no sender; null: Twilio's Messaging Service chooses. */
  from: string | null;
  messagingService: string | null;
}

/** An account's own gateway, and what it signs its calls with. */
export interface OwnAccess extends SmsAccess {
  secret: string;
}

/** Where each gateway takes SMS that says so itself. */
export const gatewayAddresses: Readonly<Record<Exclude<SmsAccess['format'], 'own'>, string>> = {
  '46elks': 'https://api.46elks.com',
  twilio: 'https://api.twilio.com',
};

/**
 * The gateway that an account hands its SMS to; undefined: the service's own; null: one whose password was sealed under another key of the
 * server, so that nothing can leave until it is set again.
 */
export async function smsAccessOf(
  services: Pick<Services, 'db' | 'hmac'>,
  accountId: string,
): Promise<OwnAccess | null | undefined> {
  const row = await inAccount(services.db, accountId, findSmsGateway);
  if (!row?.sending || !row.sealedSecret) return undefined;
  const { format, sending, sealedSecret, sealedPassword } = row;
  const owner = { services, accountId };
  const secret = await openSecret(owner, 'sms-gateway', '', sealedSecret);
  const password = sealedPassword
    ? await openSecret(owner, 'sms-sending', '', sealedPassword)
    : secret;
  if (secret === undefined || password === undefined) return null;
  return {
    format,
    secret,
    url: sending.url ?? (format === 'own' ? '' : gatewayAddresses[format]),
    user: sending.user ?? '',
    key: password,
    from: sending.from ?? null,
    messagingService: sending.messagingService ?? null,
  };
}

/**
 * What 46elks proves with that it reports about SMS of the service's own gateway: it signs nothing, so the address that it is given has a
 * password in it, another one for each account.
 */
export const reportsPassword = (
  { hmac }: Pick<Services, 'hmac'>,
  accountId: string,
): Promise<string> => hmac('sms-reports', accountId);
