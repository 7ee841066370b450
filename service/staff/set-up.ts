import type { AccountCreated, AccountSetup } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { invalid, ProblemError } from '../context/problem.js';
import { findAccount } from '../store/accounts.js';
import { inAccount } from '../store/database.js';
import { lockName } from '../store/reservations.js';
import { isSameSecret, randomToken, sha256 } from '../store/secrets.js';
import { insertAccount, lockAccount, updateAccount } from '../store/staff/account.js';
import { withConsentVersion } from './consents.js';
import { requireBearer } from './operator.js';

/**
 * Sets up an account, or changes the profile of one that exists, with the platform's key. Only a new account's answer holds
 * the operator's token, of which the hash alone is stored. Throws `login-required` and `invalid`.
 */
export async function setUpAccount(caller: Caller, body: AccountSetup): Promise<AccountCreated> {
  const { services, accountId, now, signal } = caller;
  const { platformKey } = services;
  if (!platformKey || !isSameSecret(requireBearer(caller), platformKey)) {
    throw new ProblemError('login-required');
  }
  if (!isTimeZone(body.timeZone)) throw invalid({ path: 'timeZone', code: 'unknown' });
  const token = randomToken();
  const hash = await sha256(token);
  const setUp = () =>
    inAccount(services.db, accountId, async (tx) => {
      await lockName(tx, 'set up');
      // Locked and then read, so that no change of the texts goes on beside it.
      await lockAccount(tx);
      const before = await findAccount(tx);
      if (before) {
        const after = { texts: before.texts, textLanguage: body.textLanguage };
        const texts = await withConsentVersion({ tx, now }, before, after);
        await updateAccount(tx, { ...body, texts });
        return false;
      }
      await insertAccount(tx, accountId, body, hash, new Date(now));
      return true;
    });
  const isNew = await services.admission.run({ account: accountId, signal }, setUp);
  return { account: accountId, ...(isNew ? { operatorToken: token } : {}) };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
