import type { Me, MePatch } from '../../src/contract/index.js';
import type { Work } from '../context/work.js';
import type { Actor, StaffWork } from '../staff/actor.js';
import { requirePerson } from '../staff/actor.js';
import { grantsOfPerson } from '../staff/grants.js';
import { listPasskeys } from '../store/staff/passkeys.js';
import type { PersonRow } from '../store/staff/people.js';
import { updatePerson } from '../store/staff/people.js';
import type { StaffSessionRow } from '../store/staff/staff-sessions.js';
import { lockOwners } from './people.js';

/** Who calls, and what they may do (C-01). */
export async function readMe(work: StaffWork): Promise<Me> {
  const { actor } = work;
  if (actor.kind === 'person') return meOf(work, actor);
  const { kind, id, name } = actor;
  return { kind, ...(id === null ? {} : { id }), name, grants: toGrants(actor) };
}

/** A person with the session that is open. */
export async function meOf(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  { person, session }: { person: PersonRow; session: StaffSessionRow },
): Promise<Me> {
  const { id, name, email, roles, clinicianId, language } = person;
  const secondsTo = (date: Date) => Math.max(0, Math.floor((date.getTime() - now) / 1000));
  return {
    kind: 'person',
    id,
    name,
    ...(email === null ? {} : { email }),
    roles,
    ...(clinicianId === null ? {} : { clinician: clinicianId }),
    ...(language === null ? {} : { language }),
    grants: toGrants({ grants: grantsOfPerson(person) }),
    passkeys: (await listPasskeys(tx, id)).length,
    session: {
      id: session.id,
      idleIn: secondsTo(session.idleAt),
      endsIn: secondsTo(session.endsAt),
    },
  };
}

/** Changes what people may change of themselves; their address and rights are not among it. */
export async function changeMe(work: StaffWork, { name, language }: MePatch): Promise<void> {
  const { id } = requirePerson(work);
  // One after the other with whoever changes them by their version (C-03).
  await lockOwners(work);
  await updatePerson(work.tx, id, {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
  });
}

function toGrants({ grants }: Pick<Actor, 'grants'>): Me['grants'] {
  return grants.map(({ right, clinics, clinician }) => ({
    right,
    clinics: clinics && [...clinics],
    clinician,
  }));
}
