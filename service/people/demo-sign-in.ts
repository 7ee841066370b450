import type { DemoPeople } from '../../src/contract/index.js';
import type { Caller } from '../context/caller.js';
import { isUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import type { PersonRow } from '../store/staff/people.js';
import { findPerson, listPeople } from '../store/staff/people.js';
import type { Browser, OpenedSession } from './open-session.js';
import { openSession } from './open-session.js';

/** Whether somebody is made up: no mail reaches these domains (RFC 2606). A demo must not open real people's rights to everybody. */
function isMadeUp({ email }: PersonRow): boolean {
  return /@(example\.com|([a-z0-9-]+\.)*example)$/.test(email ?? '');
}

/** Whom a demo signs in without a code: the sample people of the account. */
export function listDemoPeople(caller: Caller): Promise<DemoPeople> {
  return caller.transaction(async ({ tx }) => {
    const people = (await listPeople(tx)).filter(isMadeUp);
    return { items: people.map(({ id, name, roles }) => ({ id, name, roles })) };
  });
}

/** Signs one of them in; throws `not-found` for anybody else. */
export function signInDemoPerson(
  caller: Caller,
  id: string,
  browser: Browser,
): Promise<OpenedSession> {
  return caller.transaction(async (work) => {
    const person = isUuid(id) ? await findPerson(work.tx, id) : undefined;
    if (!person || !isMadeUp(person)) throw new ProblemError('not-found');
    return openSession(caller, work, person, { ...browser, kind: 'demo' });
  });
}
