import type { OperatorToken } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import { findAccount } from '../store/accounts.js';
import type { AccountTransaction } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { isSameSecret, randomToken, sha256 } from '../store/secrets.js';
import { lockAccount } from '../store/staff/account.js';
import { findOperatorKeyHash, replaceOperatorKey } from '../store/staff/keys.js';
import { requireBearer } from '../staff/operator.js';

/**
 * A new token of the account's operator, which is one of its API keys (C-11); the former one ends with this answer. For the operator, and for whoever runs the
 * service: when an answer was lost, the platform's key makes another. Throws `login-required` (N-04).
 */
export async function rotateOperatorToken(caller: Caller): Promise<OperatorToken> {
  const operatorToken = randomToken();
  await replaceToken(caller, await sha256(operatorToken));
  return { operatorToken };
}

/** Ends the operator's token without a new one: only who runs the service gets into the account from then on. */
export async function revokeOperatorToken(caller: Caller): Promise<void> {
  await replaceToken(caller, null);
}

async function replaceToken(caller: Caller, hash: string | null): Promise<void> {
  const { services, accountId, signal, now } = caller;
  const bearer = requireBearer(caller);
  const given = await sha256(bearer);
  const isHost = [services.platformKey, services.operatorKey].some((key) =>
    isSameSecret(bearer, key ?? ''),
  );
  const replace = async (tx: AccountTransaction) => {
    const check = async () => {
      const stored = await findOperatorKeyHash(tx);
      if (isHost ? await findAccount(tx) : isSameSecret(given, stored ?? '')) return;
      throw new ProblemError('login-required');
    };
    // Before the lock, which is not for strangers; and after it, as of two rotations with one token the second comes too late.
    await check();
    await lockAccount(tx);
    await check();
    await replaceOperatorKey(tx, accountId, hash, new Date(now));
  };
  const run = () => inAccount(services.db, accountId, replace);
  await services.admission.run({ account: accountId, signal }, run);
}
