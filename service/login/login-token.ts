import type { Caller } from '../context/caller.js';
import type { Services } from '../context/services.js';
import { isSameSecret } from '../store/secrets.js';

/** The token of a login: derived, never stored. */
export function loginToken({ hmac }: Pick<Services, 'hmac'>, id: string): Promise<string> {
  return hmac('login-token', id);
}

/** Whether the caller's login token is that of the login `id`. */
export async function provesLogin(
  { services, loginToken: token = '' }: Caller,
  id: string,
): Promise<boolean> {
  return isSameSecret(token, await loginToken(services, id));
}
