import type { Session } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { updateSession } from '../store/sessions.js';
import { toSession } from './session-answer.js';
import { requireSession } from './session.js';

/** The caller's session; throws `login-required` (P-33). */
export function presentSession(caller: Caller): Promise<Session> {
  return caller.transaction(async (work) =>
    toSession(await requireSession(caller, work), work, caller.bearer!),
  );
}

/** Ends the caller's session, and a code that was sent for it; throws `login-required` (P-33). */
export function logOut(caller: Caller): Promise<void> {
  return caller.transaction(async (work) => {
    const { session } = await requireSession(caller, work);
    await updateSession(work.tx, session.id, { revokedAt: new Date(work.now), codeHash: null });
  });
}
