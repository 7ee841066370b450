import type { Services } from '../context/services.js';
import { isOriginListed } from '../core/web-origin.js';
import { findAccount } from '../store/accounts.js';
import { inAccount } from '../store/database.js';

/** Whether an account lists an origin, so that pages there may make calls with a session; false without such an account. */
export async function isAllowedOrigin(
  { db, admission }: Services,
  accountId: string,
  origin: string,
): Promise<boolean> {
  const account = await admission.run({ account: accountId }, () =>
    inAccount(db, accountId, findAccount),
  );
  return account !== undefined && isOriginListed(account.settings.allowedOrigins, origin);
}
