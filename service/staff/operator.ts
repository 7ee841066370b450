import type { Endpoint } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { isSameSecret, sha256 } from '../store/secrets.js';
import { findLiveKey } from '../store/staff/keys.js';
import { findLiveStaffSession } from '../store/staff/staff-sessions.js';
import { allGrants, hasRight } from './actor.js';
import type { Actor, StaffWork } from './actor.js';
import { toConstraintProblem } from './constraint-problems.js';
import { grantsOfKey, grantsOfPerson } from './grants.js';

/** The caller's bearer, as a key's or the platform's; throws `login-required` without one. */
export function requireBearer({ bearer }: Caller): string {
  if (!bearer) throw new ProblemError('login-required');
  return bearer;
}

/**
 * Runs a staff use-case in one transaction for the person of a session, for an API key, or for the key of whoever runs the
 * service. Throws `login-required` for everybody else, an account that does not exist included (N-04), and `not-allowed` without
 * the right that the call needs (C-01): everywhere, or, of a call about one place, at any; the use-case asks for it at that one.
 * Rows that break a constraint become problems of the field that is wrong.
 */
export async function asStaff<Result>(
  caller: Caller,
  {
    right,
    atPlace,
    method,
    isBackground,
  }: Pick<Endpoint, 'right' | 'atPlace' | 'method' | 'isBackground'>,
  work: (work: StaffWork) => Promise<Result>,
): Promise<Result> {
  const bearer = requireBearer(caller);
  const isHost = isSameSecret(bearer, caller.services.operatorKey ?? '');
  const tokenHash = await sha256(bearer);
  let isKnown = false;
  try {
    return await caller.transaction(async (inside) => {
      const actor = isHost
        ? host
        : await findActor(inside, tokenHash, isBackground ?? caller.isBackground ?? false);
      if (!actor) throw new ProblemError('login-required');
      isKnown = true;
      if (right && !hasRight(actor, right, atPlace ? 'anywhere' : 'everywhere')) {
        throw new ProblemError('not-allowed', { right });
      }
      try {
        return await work({ ...inside, actor });
      } catch (error) {
        // In here, since outside a row that names something unknown would count as one that was deleted meanwhile.
        throw toConstraintProblem(error, method === 'DELETE') ?? error;
      }
    });
  } catch (error) {
    // The answer must not tell an account that does not exist from a wrong token.
    if (!isKnown && error instanceof ProblemError && error.code === 'not-found') {
      throw new ProblemError('login-required');
    }
    throw error;
  }
}

/** Whoever runs the service. */
export const host: Actor = { kind: 'host', id: null, name: '', grants: allGrants };

/** Whoever a token belongs to, with what they may do now; undefined for one that is good for nothing. */
async function findActor(
  { tx, now }: Work,
  tokenHash: string,
  isBackground: boolean,
): Promise<Actor | undefined> {
  const found = await findLiveStaffSession(tx, tokenHash, now, { isBackground });
  if (found) {
    const { person, session } = found;
    const { id, name } = person;
    return { kind: 'person', id, name, person, session, grants: grantsOfPerson(person) };
  }
  const key = await findLiveKey(tx, tokenHash, now);
  return key && { kind: 'key', id: key.id, name: key.name, grants: grantsOfKey(key) };
}
