import { ProblemError } from '../../context/problem.js';
import type { Services } from '../../context/services.js';
import type { RelyingParty } from '../../people/passkeys.js';
import type { Browser } from '../../people/open-session.js';
import type { Call } from '../routing/call.js';
import type { Cookie } from '../routing/host-cookie.js';
import { hostCookie } from '../routing/host-cookie.js';
import { isOverHttps } from '../routing/security-headers.js';
import { deviceOf } from './device.js';

/** As long as a session lasts at most; the service ends it sooner. */
const cookieSeconds = 7 * 86_400;

/** Origin of the console: as the host tells, else that of the request. */
function consoleOrigin({ caller, request }: Call, services: Services): string {
  const told = services.consoleOf?.(caller.accountId);
  if (told !== undefined) return new URL(told).origin;
  const { host } = new URL(request.url);
  return `${isOverHttps(request, services) ? 'https' : 'http'}://${host}`;
}

/** The console as the one who asks for passkeys. */
export function relyingPartyOf(call: Call, services: Services): RelyingParty {
  const origin = consoleOrigin(call, services);
  return { id: new URL(origin).hostname, origin };
}

/** The cookie that holds the session of a person of the account (C-02). */
export function staffCookie(call: Call, services: Services): Cookie {
  const { accountId } = call.caller;
  return hostCookie(consoleOrigin(call, services), {
    name: `opus-staff-${accountId}`,
    path: `/v1/staff/accounts/${accountId}`,
    sameSite: 'Strict',
    seconds: cookieSeconds,
  });
}

/** The browser that makes a call, and the session that it has. */
export function browserOf(call: Call, services: Services): Browser {
  const { header } = call;
  return {
    device: deviceOf(header('User-Agent')),
    formerToken: staffCookie(call, services).read(header('Cookie')) || undefined,
  };
}

const reading = ['GET', 'HEAD'];

/**
 * The token that a staff call is made with: its bearer, else that of the cookie. Throws `not-allowed` for a call with the cookie
 * that may change something and is not known to come from a page of the console: browsers send the cookie with calls of other
 * pages of the same site too, such as an account's booking page (CSRF).
 */
export function tokenOf(call: Call, services: Services): string | undefined {
  const { caller, request, header } = call;
  if (caller.bearer !== undefined) return caller.bearer;
  const token = staffCookie(call, services).read(header('Cookie'));
  if (!token) return undefined;
  if (!reading.includes(request.method)) {
    const site = header('Sec-Fetch-Site');
    const origin = header('Origin');
    const isFromConsole = origin === consoleOrigin(call, services);
    const isOwn = origin === undefined ? site === 'same-origin' : isFromConsole;
    if (!isOwn || (site !== undefined && site !== 'same-origin')) {
      throw new ProblemError('not-allowed');
    }
  }
  return token;
}

/**
 * Throws `not-allowed` where a page of another origin wants to sign its visitor in, perhaps as somebody else. Callers that are no
 * browsers send neither header.
 */
export function refuseOtherPages(call: Call, services: Services): void {
  const { header } = call;
  const [site, origin] = [header('Sec-Fetch-Site'), header('Origin')];
  const isOther =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && origin !== consoleOrigin(call, services));
  if (isOther) throw new ProblemError('not-allowed');
}
