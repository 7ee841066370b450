import { DeliveryError } from '../../messages/transport.js';
import type { GatewayContext } from './gateway.js';

/** What a gateway has answered. */
export interface GatewayAnswer {
  isFine: boolean;
  status: number;
  text: string;
  /** Seconds that it asks to wait. */
  retryAfter: number | undefined;
}

/** Asks a gateway once, and follows no redirect; throws a `DeliveryError` to be tried again where nobody answers. */
export async function askGateway(
  { send, timeout }: Pick<GatewayContext, 'send' | 'timeout'>,
  url: string,
  init: RequestInit,
): Promise<GatewayAnswer> {
  const response = await send(url, {
    ...init,
    // A redirect would take number and key elsewhere.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeout),
  }).catch(() => {
    throw new DeliveryError('The SMS gateway cannot be reached.');
  });
  const text = await response.text().catch(() => '');
  const retryAfter = secondsUntil(response.headers.get('Retry-After'));
  return { isFine: response.ok, status: response.status, text, retryAfter };
}

/**
 * Why an SMS was not taken over. 401, 403, 408, 425, 429 and 5xx end otherwise another time, for a key that is not let in is put right; any
 * other answer never. `code` is the gateway's own, `isTemporary` what it means.
 */
export function refusal(
  { status, retryAfter }: GatewayAnswer,
  { code, isTemporary = false }: { code?: number | undefined; isTemporary?: boolean } = {},
): DeliveryError {
  const isPassing = isTemporary || status >= 500 || [401, 403, 408, 425, 429].includes(status);
  const detail = code === undefined ? '' : ` (${code})`;
  return new DeliveryError(`The SMS gateway answered ${status}${detail}.`, {
    isPermanent: !isPassing,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

/** An object of JSON; anything else is an empty one. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** The address for reports, with the service's own id of the message: a report then settles a try whose answer was lost. */
export function reportsFor(reports: string, id: string): string {
  const url = new URL(reports);
  url.searchParams.set('id', id);
  return url.href;
}

/** The header of a gateway's user and key (RFC 7617), in UTF-8. */
export const authorizationOf = ({
  access: { user, key },
}: GatewayContext): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${user}:${key}`).toString('base64')}`,
});

/** Reads a gateway's list; whatever keeps it from being read is tried again, since without it nothing may be sent twice. */
export async function readList(
  context: GatewayContext,
  url: string,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await askGateway(context, url, { headers: authorizationOf(context) });
  if (!answer.isFine) throw refusal({ ...answer, status: Math.max(answer.status, 500) });
  return jsonOf(answer.text);
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function secondsUntil(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
