import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { isSameSecret, sha256 } from '../store/secrets.js';
import { toConstraintProblem } from './constraint-problems.js';

/** What a staff use-case works with, and who calls it: the account's operator, or whoever runs the service. */
export type StaffWork = Work & { actor: 'operator' | 'host' };

/** The caller's bearer, as an operator's or the platform's; throws `login-required` without one. */
export function requireBearer({ bearer }: Caller): string {
  if (!bearer) throw new ProblemError('login-required');
  return bearer;
}

/** Whether a bearer is the operator's token of the account, whose hash is `stored`. */
export async function isOperatorToken(bearer: string, stored: string | null): Promise<boolean> {
  return isSameSecret(await sha256(bearer), stored ?? '');
}

/**
 * Runs a staff use-case in one transaction for the account's operator, or for the key of whoever runs the service. Throws
 * `login-required` for everybody else, an account that does not exist included (N-04). Rows that break a constraint become
 * problems of the field that is wrong; `isDelete` tells how to read them.
 */
export async function asOperator<Result>(
  caller: Caller,
  isDelete: boolean,
  work: (work: StaffWork) => Promise<Result>,
): Promise<Result> {
  const bearer = requireBearer(caller);
  const isHost = isSameSecret(bearer, caller.services.operatorKey ?? '');
  let isAllowed = false;
  try {
    return await caller.transaction(async (inside) => {
      if (!isHost && !(await isOperatorToken(bearer, inside.account.operatorTokenHash))) {
        throw new ProblemError('login-required');
      }
      isAllowed = true;
      try {
        return await work({ ...inside, actor: isHost ? 'host' : 'operator' });
      } catch (error) {
        // In here, since outside a row that names something unknown would count as one that was deleted meanwhile.
        throw toConstraintProblem(error, isDelete) ?? error;
      }
    });
  } catch (error) {
    // The answer must not tell an account that does not exist from a wrong token.
    if (!isAllowed && error instanceof ProblemError) throw new ProblemError('login-required');
    throw error;
  }
}
