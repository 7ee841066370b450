import { callbackPath } from '../../login/eid/ties.js';

/** Seconds for which a browser may come back from the provider. */
const cookieSeconds = 600;

/** One of the service's cookies, in the browser of somebody who logs in. */
export interface Cookie {
  set: (value: string) => string;
  clear: () => string;
  /** Its value in a request's `Cookie`; empty when there is none. */
  read: (cookies: string | undefined) => string;
}

/**
 * A cookie for ten minutes that no script sees. On HTTPS its name keeps other hosts from planting one (RFC 6265bis,
 * `__Host-`), which needs the path `/`.
 */
function hostCookie(
  root: string,
  { name, path, sameSite }: { name: string; path: string; sameSite: 'Lax' | 'Strict' },
): Cookie {
  const { protocol, pathname } = new URL(root);
  const isSecure = protocol === 'https:';
  const fullName = `${isSecure ? '__Host-' : ''}${name}`;
  const fullPath = isSecure ? '/' : `${pathname.replace(/\/$/, '')}${path}`;
  const write = (value: string, seconds: number) =>
    `${fullName}=${value}; Path=${fullPath}; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`;
  return {
    set: (value) => write(value, cookieSeconds),
    clear: () => write('', 0),
    read: (cookies) =>
      (cookies ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${fullName}=`))
        ?.slice(fullName.length + 1) ?? '',
  };
}

/** Ties a login to the browser that is sent to the provider. Lax, since the provider's page sends it back. */
export function browserCookie(root: string, id: string): Cookie {
  return hostCookie(root, { name: `opus-eid-${id}`, path: callbackPath, sameSite: 'Lax' });
}

/** Names the login from which the whole page has come back, and proves that it is this browser's. */
export function returnCookie(root: string, accountId: string): Cookie {
  const path = `/v1/accounts/${accountId}/logins/eid/return`;
  return hostCookie(root, { name: `opus-eid-return-${accountId}`, path, sameSite: 'Strict' });
}
