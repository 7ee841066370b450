import type { OutgoingMessage } from '../../messages/transport.js';
import type { SmsAccess } from '../../reminders/sms-access.js';

/** What an SMS is handed over by. */
export type GatewayFetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a gateway's client works with beside the message. */
export interface GatewayContext {
  access: SmsAccess;
  /** To the public Internet alone where a clinic has named the address. */
  send: GatewayFetch;
  /** How long an answer may take, milliseconds. */
  timeout: number;
  /** Where the gateway is to tell what becomes of this message; undefined: the service has no address of its own. */
  reports: string | undefined;
  /** Which of some ids of the gateway belong to other messages. */
  takenIds: (messageIds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Hands one SMS to a gateway (M-02); answers the gateway's own id of it, and throws a `DeliveryError` where it was not taken over. */
export type Gateway = (
  message: OutgoingMessage,
  context: GatewayContext,
) => Promise<{ messageId?: string }>;
