import type { EidTies } from '../../context/eid-client.js';
import { isAccountId, isId } from '../../context/ids.js';
import { isSameSecret } from '../../store/secrets.js';
import type { Hmac } from '../../store/secrets.js';

/** Where providers send browsers back to: one address for all accounts, registered once. */
export const callbackPath = '/v1/eid/callback';

/** What ties a provider's answer to a login: HMACs of the account and the id, so nothing is stored. */
export async function tiesOf(hmac: Hmac, accountId: string, id: string): Promise<EidTies> {
  const [verifier, nonce, mac] = await Promise.all([
    hmac('eid-verifier', accountId, id),
    hmac('eid-nonce', accountId, id),
    hmac('eid-state', accountId, id),
  ]);
  return { verifier, nonce, state: `${accountId}.${id}.${mac}` };
}

/** The login that a callback's `state` names; undefined unless this service made it, for this account (N-04). */
export async function readState(
  hmac: Hmac,
  state: string | undefined,
): Promise<{ accountId: string; id: string } | undefined> {
  const [accountId = '', id = '', mac = '', ...more] = (state ?? '').split('.');
  if (more.length > 0 || !isAccountId(accountId) || !isId(id)) return undefined;
  if (!isSameSecret(mac, await hmac('eid-state', accountId, id))) return undefined;
  return { accountId, id };
}
