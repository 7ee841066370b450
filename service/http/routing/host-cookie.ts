/** One of the service's cookies, in the browser of somebody who logs in. */
export interface Cookie {
  set: (value: string) => string;
  clear: () => string;
  /** Its value in a request's `Cookie`; empty when there is none. */
  read: (cookies: string | undefined) => string;
}

interface CookieOptions {
  name: string;
  /** On plain HTTP, where nothing keeps other paths from reading it. */
  path: string;
  sameSite: 'Lax' | 'Strict';
  seconds: number;
}

/**
 * A cookie that no script sees. On HTTPS its name keeps other hosts from planting one (RFC 6265bis, `__Host-`), which needs the
 * path `/`.
 */
export function hostCookie(
  root: string,
  { name, path, sameSite, seconds: lifetime }: CookieOptions,
): Cookie {
  const { protocol, pathname } = new URL(root);
  const isSecure = protocol === 'https:';
  const fullName = `${isSecure ? '__Host-' : ''}${name}`;
  const fullPath = isSecure ? '/' : `${pathname.replace(/\/$/, '')}${path}`;
  const write = (value: string, seconds: number) =>
    `${fullName}=${value}; Path=${fullPath}; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${isSecure ? '; Secure' : ''}`;
  return {
    set: (value) => write(value, lifetime),
    clear: () => write('', 0),
    read: (cookies) =>
      (cookies ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${fullName}=`))
        ?.slice(fullName.length + 1) ?? '',
  };
}
