import type { Language } from '../../../src/contract/index.js';
import type { Caller } from '../../context/caller.js';
import type { EidAccess, EidClient } from '../../context/eid-client.js';
import { ProblemError } from '../../context/problem.js';
import { failEidLogin } from '../../store/eid-logins.js';
import { callbackPath, tiesOf } from './ties.js';

/** A login that was begun, and the provider it goes to. */
interface BegunLogin {
  id: string;
  access: EidAccess;
  lang: Language;
  /** The service's address, without a slash at its end. */
  root: string;
}

/**
 * The provider's address for a login that was begun. Call it outside any transaction: the provider may take its time. When the
 * provider is out of reach, ends the login and throws `not-allowed`.
 */
export async function authorizationUrl(
  { services, accountId, transaction }: Caller,
  eid: EidClient,
  { id, access, lang, root }: BegunLogin,
): Promise<string> {
  const ties = await tiesOf(services.hmac, accountId, id);
  try {
    return await eid.authorizationUrl(access, ties, `${root}${callbackPath}`, lang);
  } catch (error) {
    services.onError(error);
    await transaction(({ tx, now }) => failEidLogin(tx, id, now));
    throw new ProblemError('not-allowed');
  }
}
