import { and, inArray, ne } from 'drizzle-orm';
import type { Services } from '../../context/services.js';
import type { OutgoingMessage, Transport } from '../../messages/transport.js';
import { DeliveryError } from '../../messages/transport.js';
import type { OwnAccess, SmsAccess } from '../../reminders/sms-access.js';
import { reportsPassword, smsAccessOf } from '../../reminders/sms-access.js';
import { inAccount } from '../../store/database.js';
import { outbox } from '../../store/schema/index.js';
import { elksGateway } from './elks-gateway.js';
import type { Gateway, GatewayFetch } from './gateway.js';
import { ownGateway } from './own-gateway.js';
import { twilioGateway } from './twilio-gateway.js';

const gateways: Readonly<Record<SmsAccess['format'], Gateway>> = {
  own: ownGateway,
  '46elks': elksGateway,
  twilio: twilioGateway,
};

/** How long what an account has set is remembered, milliseconds: a hundred SMS in a row ask once. */
const keptFor = 5000;

export interface SmsTransportOptions {
  services: Pick<Services, 'db' | 'hmac' | 'publicUrl'>;
  /** A `fetch` for addresses that clinics name. */
  publicFetch: GatewayFetch;
  /** How long an answer may take, milliseconds. */
  timeout?: number;
}

/**
 * A transport that hands each SMS to the gateway that its account has set, else to the service's own, in the format of that gateway
 * (M-02, M-13).
 */
export function createSmsTransport(
  service: SmsAccess,
  { services, publicFetch, timeout = 10_000 }: SmsTransportOptions,
): Transport {
  const known = new Map<string, { at: number; access: ReturnType<typeof smsAccessOf> }>();
  const accessOf = (accountId: string) => {
    const found = known.get(accountId);
    if (found && Date.now() - found.at < keptFor) return found.access;
    const access = smsAccessOf(services, accountId);
    known.set(accountId, { at: Date.now(), access });
    access.catch(() => known.delete(accountId));
    return access;
  };
  return async (message) => {
    const own = await accessOf(message.accountId);
    if (own === null) {
      throw new DeliveryError('The password of the SMS gateway has to be set again.');
    }
    const access = own ?? service;
    return gateways[access.format](message, {
      access,
      send: own ? publicFetch : fetch,
      timeout,
      reports: await reportsOf(services, message.accountId, own ?? service, own),
      takenIds: (messageIds) => takenIdsOf(services, message, messageIds),
    });
  };
}

/** Where a gateway reports about an account's SMS; 46elks proves itself by the password in it. */
async function reportsOf(
  services: SmsTransportOptions['services'],
  accountId: string,
  { format }: SmsAccess,
  own: OwnAccess | undefined,
): Promise<string | undefined> {
  if (!services.publicUrl || format === 'own') return undefined;
  const url = new URL(`${services.publicUrl}/v1/gateway/${accountId}/reports`);
  if (format === '46elks') {
    url.username = 'opus';
    url.password = own ? own.secret : await reportsPassword(services, accountId);
  }
  return url.href;
}

/** Which ids of a gateway belong to other messages of the account. */
function takenIdsOf(
  { db }: Pick<Services, 'db'>,
  { accountId, id }: OutgoingMessage,
  messageIds: readonly string[],
): Promise<Set<string>> {
  return inAccount(db, accountId, async (tx) => {
    const rows = await tx
      .select({ messageId: outbox.messageId })
      .from(outbox)
      .where(and(inArray(outbox.messageId, [...messageIds]), ne(outbox.id, id)));
    return new Set(rows.flatMap(({ messageId }) => messageId ?? []));
  });
}
