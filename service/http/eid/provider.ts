import type { Language } from '../../../src/contract/index.js';
import { failEidLogin } from '../../store/eid-logins.js';
import type { Call } from '../call.js';
import { ProblemError } from '../problem.js';
import type { EidAccess, EidClient } from './client.js';
import { callbackPath, rootOf, tiesOf } from './ties.js';

/**
 * The provider's address for a login that was begun. Outside any transaction: the provider may take its time. Where it
 * is out of reach the login is over, and `not-allowed` is thrown.
 */
export async function askProvider(
  { services, accountId, context, transaction }: Call<unknown, unknown>,
  eid: EidClient,
  { id, access, lang }: { id: string; access: EidAccess; lang: Language },
): Promise<string> {
  const redirectUri = `${rootOf(services, context.req.raw)}${callbackPath}`;
  const ties = await tiesOf(services.hmac, accountId, id);
  try {
    return await eid.authorizationUrl(access, ties, redirectUri, lang);
  } catch (error) {
    services.onError(error);
    await transaction(({ tx, now }) => failEidLogin(tx, id, now));
    throw new ProblemError('not-allowed');
  }
}
