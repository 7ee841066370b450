import { isOriginListed, originProblem } from '../core/web-origin.js';
import type { AccountRow } from '../store/accounts.js';
import { siteNameOf } from '../store/accounts.js';
import type { Services } from './services.js';

/**
 * Whether pages of an origin may call with a session of the account and log patients in: those that it lists, and its hosted page
 * under the name that this has now (S-03).
 */
export function isOriginOfAccount(
  { pageOf }: Pick<Services, 'pageOf'>,
  account: AccountRow,
  origin: string,
): boolean {
  if (isOriginListed(account.settings.allowedOrigins, origin)) return true;
  if (!pageOf || originProblem(origin) !== undefined) return false;
  return new URL(pageOf(siteNameOf(account), account.id)).origin === origin;
}
