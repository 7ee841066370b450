import type { Transport } from '../messages/transport.js';
import { DeliveryError } from '../messages/transport.js';

/** Where and how SMS are handed over. */
export interface SmsGateway {
  url: string;
  /** Sent as `Authorization: Bearer`. */
  key: string;
  /** Sender where an account has none. */
  from: string;
  /** How long an answer may take, milliseconds. */
  timeout?: number;
}

/** What the gateway gets: as JSON, numbers in E.164. */
interface SmsRequest {
  /** The same for every try of one message; also the header `Idempotency-Key`. */
  id: string;
  to: string;
  from: string;
  text: string;
}

/**
 * A transport that hands each SMS to an HTTP gateway (M-02). 2xx: taken over, with the gateway's own id where the answer
 * is JSON with `id`. 401, 403, 429 and 5xx, a lost connection and silence: to be tried again, after `Retry-After` where it says so.
 * Any other answer: never.
 */
export function createGatewayTransport(gateway: SmsGateway): Transport {
  const { url, key, timeout = 10_000 } = gateway;
  return async ({ id, to, sender, text }) => {
    const request: SmsRequest = { id, to, from: sender ?? gateway.from, text };
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${key}`,
        'Idempotency-Key': id,
      },
      body: JSON.stringify(request),
      // A redirect would take number and key elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    }).catch(() => {
      throw new DeliveryError('The SMS gateway cannot be reached.');
    });
    const answer = await response.text().catch(() => '');
    if (response.ok) return messageIdOf(answer);
    const { status } = response;
    // A key that is not let in is the service's own fault and will be put right.
    const isTemporary = status >= 500 || [401, 403, 408, 425, 429].includes(status);
    const retryAfter = secondsUntil(response.headers.get('Retry-After'));
    throw new DeliveryError(`The SMS gateway answered ${status}.`, {
      isPermanent: !isTemporary,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  };
}

function messageIdOf(answer: string): { messageId?: string } {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown };
    return typeof id === 'string' || typeof id === 'number' ? { messageId: String(id) } : {};
  } catch {
    return {};
  }
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function secondsUntil(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
