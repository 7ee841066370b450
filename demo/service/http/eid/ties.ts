import { isSameSecret } from '../../store/secrets.js';
import type { Hmac } from '../../store/secrets.js';
import { isAccountId, isId } from '../route.js';
import type { Services } from '../services.js';
import type { EidTies } from './client.js';

/** Where providers send browsers back to: one address for all accounts, registered once. */
export const callbackPath = '/v1/eid/callback';

/** Root under which browsers reach the service, without a slash at its end. */
export function rootOf({ publicUrl }: Services, request: Request): string {
  return publicUrl ?? new URL(request.url).origin;
}

/** What ties a provider's answer to a login: HMACs of the account and the id, so nothing is stored. */
export async function tiesOf(hmac: Hmac, accountId: string, id: string): Promise<EidTies> {
  const [verifier, nonce, mac] = await Promise.all([
    hmac('eid-verifier', accountId, id),
    hmac('eid-nonce', accountId, id),
    hmac('eid-state', accountId, id),
  ]);
  return { verifier, nonce, state: `${accountId}.${id}.${mac}` };
}

/** The login that a callback's `state` names; undefined unless this service wrote it, for this account (N-04). */
export async function readState(
  hmac: Hmac,
  state: string | undefined,
): Promise<{ accountId: string; id: string } | undefined> {
  const [accountId = '', id = '', mac = '', ...more] = (state ?? '').split('.');
  if (more.length > 0 || !isAccountId(accountId) || !isId(id)) return undefined;
  if (!isSameSecret(mac, await hmac('eid-state', accountId, id))) return undefined;
  return { accountId, id };
}

/** Seconds for which a browser may come back from the provider. */
const cookieSeconds = 600;

/**
 * The cookie that ties a login to a browser. On HTTPS its name keeps other hosts from planting one (RFC 6265bis,
 * `__Host-`), which needs the path `/`.
 */
export function browserCookie(root: string, id: string) {
  const { protocol, pathname } = new URL(root);
  const isSecure = protocol === 'https:';
  const name = `${isSecure ? '__Host-' : ''}opus-eid-${id}`;
  const path = isSecure ? '/' : `${pathname.replace(/\/$/, '')}${callbackPath}`;
  const write = (value: string, seconds: number) =>
    `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    set: (value: string) => write(value, cookieSeconds),
    clear: () => write('', 0),
    /** Its value in a request's `Cookie`; empty when there is none. */
    read: (cookies: string | undefined) =>
      (cookies ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1) ?? '',
  };
}
