import type { StaffSessionList } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { requireUuid } from '../context/ids.js';
import type { StaffWork } from '../staff/actor.js';
import { requirePerson } from '../staff/actor.js';
import { requireFound } from '../staff/found.js';
import { endSessionsOf } from '../store/staff/people.js';
import { endStaffSession, listStaffSessions } from '../store/staff/staff-sessions.js';

/** The caller's open sessions, last used first (C-02). */
export async function listOwnSessions(work: StaffWork): Promise<StaffSessionList> {
  const { tx, account, now } = work;
  const { id: personId, session } = requirePerson(work);
  const rows = await listStaffSessions(tx, personId, now);
  const instant = (date: Date) => formatInstant(date.getTime(), account.timeZone);
  return {
    items: rows.map(({ id, device, kind, createdAt, seenAt, endsAt }) => ({
      id,
      device,
      kind,
      createdAt: instant(createdAt),
      seenAt: instant(seenAt),
      endsAt: instant(endsAt),
      isCurrent: id === session.id,
    })),
  };
}

/** Ends the session that calls. */
export async function signOut(work: StaffWork): Promise<void> {
  const { id, session } = requirePerson(work);
  await endStaffSession(work.tx, id, session.id);
}

/** Ends one of the caller's sessions; throws `not-found`. */
export async function endOwnSession(work: StaffWork, id: string): Promise<void> {
  const person = requirePerson(work);
  requireUuid(id);
  requireFound(await endStaffSession(work.tx, person.id, id.toLowerCase()));
}

/** Signs the caller out everywhere, here included. */
export async function endOwnSessions(work: StaffWork): Promise<void> {
  await endSessionsOf(work.tx, requirePerson(work).id);
}
