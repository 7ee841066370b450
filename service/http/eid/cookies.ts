import { callbackPath } from '../../login/eid/ties.js';
import type { Cookie } from '../routing/host-cookie.js';
import { hostCookie } from '../routing/host-cookie.js';

/** Seconds for which a browser may come back from the provider. */
const seconds = 600;

/** Ties a login to the browser that is sent to the provider. Lax, since the provider's page sends it back. */
export function browserCookie(root: string, id: string): Cookie {
  return hostCookie(root, { name: `opus-eid-${id}`, path: callbackPath, sameSite: 'Lax', seconds });
}

/** Names the login from which the whole page has come back, and proves that it is this browser's. */
export function returnCookie(root: string, accountId: string): Cookie {
  const path = `/v1/accounts/${accountId}/logins/eid/return`;
  return hostCookie(root, {
    name: `opus-eid-return-${accountId}`,
    path,
    sameSite: 'Strict',
    seconds,
  });
}
