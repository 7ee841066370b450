import type { Endpoint } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import { isSameSecret, sha256 } from '../store/secrets.js';
import { allGrants, hasRight } from './actor.js';
import type { Actor, StaffWork } from './actor.js';
import { toConstraintProblem } from './constraint-problems.js';

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
 * `login-required` for everybody else, an account that does not exist included (N-04), and `not-allowed` without the right
 * that the call needs (C-01). Rows that break a constraint become problems of the field that is wrong.
 */
export async function asStaff<Result>(
  caller: Caller,
  { right, method }: Pick<Endpoint, 'right' | 'method'>,
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
      const actor: Actor = {
        kind: isHost ? 'host' : 'operator',
        id: null,
        name: '',
        grants: allGrants,
      };
      if (right && !hasRight(actor, right)) throw new ProblemError('not-allowed', { right });
      try {
        return await work({ ...inside, actor });
      } catch (error) {
        // In here, since outside a row that names something unknown would count as one that was deleted meanwhile.
        throw toConstraintProblem(error, method === 'DELETE') ?? error;
      }
    });
  } catch (error) {
    // The answer must not tell an account that does not exist from a wrong token.
    if (!isAllowed && error instanceof ProblemError) throw new ProblemError('login-required');
    throw error;
  }
}
