import { isOriginOfAccount } from '../context/page-origin.js';
import type { Services } from '../context/services.js';
import { findAccount } from '../store/accounts.js';
import { inAccount } from '../store/database.js';

/** Whether an origin is one of an account's, so that pages there may make calls with a session; false without such an account. */
export async function isAllowedOrigin(
  services: Services,
  accountId: string,
  origin: string,
): Promise<boolean> {
  const { db, admission } = services;
  const account = await admission.run({ account: accountId }, () =>
    inAccount(db, accountId, findAccount),
  );
  return account !== undefined && isOriginOfAccount(services, account, origin);
}
