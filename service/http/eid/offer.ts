import type { AccountRow } from '../../store/accounts.js';
import { findEidProvider } from '../../store/eid-providers.js';
import { countInWindow } from '../../store/limits.js';
import type { Call, Work } from '../call.js';
import { refuseWhenDown } from '../call.js';
import { ProblemError } from '../problem.js';
import type { EidClient } from './client.js';

const hour = 3_600_000;

/**
 * The client to log in with at the provider `idp`. Throws where the account offers no such login, where pages of
 * `origin` may not begin one, or where the caller's address has begun too many (P-33).
 */
export async function checkOffer(
  { services, accountId, isExempt, addressHash }: Call<unknown, unknown>,
  { tx, account, now }: Work,
  { idp, origin }: { idp: string; origin: string },
): Promise<EidClient> {
  refuseWhenDown(account);
  if (!services.eid || !isOffered(account, idp, origin) || !(await findEidProvider(tx, idp))) {
    throw notOffered();
  }
  if (!isExempt) {
    const subject = `eid ${await addressHash()}`;
    const { count, endsAt } = await countInWindow(tx, accountId, subject, hour, now);
    if (count > services.limits.eidPerAddressAnHour) {
      throw new ProblemError('rate-limited', { retryAfter: (endsAt - now) / 1000 });
    }
  }
  return services.eid;
}

/** The account does not have it so. */
export function notOffered(): ProblemError {
  return new ProblemError('not-allowed', { reason: 'setting' });
}

function isOffered({ settings }: AccountRow, idp: string, origin: string): boolean {
  const { login, allowedOrigins } = settings;
  return login.eid.some(({ id }) => id === idp) && allowedOrigins.includes(origin);
}
