import type { Caller } from '../context/caller.js';
import { isSameSecret, toBase64Url } from '../store/secrets.js';

/** The challenge of a sign-in: derived from its id, never stored. */
export async function challengeOf(
  { services, accountId }: Pick<Caller, 'services' | 'accountId'>,
  id: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return new TextEncoder().encode(await services.hmac('passkey-challenge', accountId, id));
}

/** Whether an authenticator has signed the challenge of a sign-in; base64url. */
export async function isChallenge(caller: Caller, id: string, signed: string): Promise<boolean> {
  return isSameSecret(signed, toBase64Url(await challengeOf(caller, id)));
}
