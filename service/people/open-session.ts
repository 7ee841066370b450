import type { SignedIn } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import type { Work } from '../context/work.js';
import type { SignInKind } from '../store/schema/index.js';
import { randomToken, sha256 } from '../store/secrets.js';
import type { PersonRow } from '../store/staff/people.js';
import { endSessionOfToken, insertStaffSession } from '../store/staff/staff-sessions.js';
import { meOf } from './me.js';

/** The browser that signs in. */
export interface Browser {
  /** Such as `Firefox, Windows`. */
  device: string;
  /** Token of the session that it has had so far; it ends. */
  formerToken: string | undefined;
}

/** Somebody who has just signed in: the token is for the cookie. */
export interface OpenedSession {
  token: string;
  signedIn: SignedIn;
}

/** Opens a session for a person (C-02), with a token that is new whatever the browser had before. */
export async function openSession(
  { services }: Caller,
  work: Work,
  person: PersonRow,
  { kind, device, formerToken }: Browser & { kind: SignInKind },
): Promise<OpenedSession> {
  const { tx, account, now } = work;
  if (formerToken) await endSessionOfToken(tx, await sha256(formerToken));
  const token = randomToken();
  const session = await insertStaffSession(
    tx,
    {
      accountId: account.id,
      personId: person.id,
      tokenHash: await sha256(token),
      kind,
      device,
    },
    now,
  );
  const me = await meOf(work, { person, session });
  return { token, signedIn: { me, ...(services.demo ? { token } : {}) } };
}
