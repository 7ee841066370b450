import type { StaffRight } from '../../src/contract/index.js';
import { rightsAtPlace, rightsOfRole, sharedRights } from '../../src/contract/index.js';
import type { KeyRow } from '../store/staff/keys.js';
import type { PersonRow } from '../store/staff/people.js';
import type { Grant } from './actor.js';
import { allGrants } from './actor.js';

type Roles = Pick<PersonRow, 'roles' | 'mayPublish' | 'clinicianId'>;

/** What a person may do by their roles (C-01), read anew with every call. */
export function grantsOfPerson({ roles, mayPublish, clinicianId }: Roles): Grant[] {
  return roles.flatMap(({ role, clinics = null }) =>
    rightsOfRole[role]
      .filter((right) => right !== 'publish' || mayPublish)
      .flatMap((right) => {
        if (role !== 'clinician' || !rightsAtPlace.includes(right)) return grantsAt(right, clinics);
        // Somebody without a calendar of their own has none to work in.
        return clinicianId === null ? [] : [{ right, clinics, clinician: clinicianId }];
      }),
  );
}

/** What a key may do. */
export function grantsOfKey({ rights, clinics }: Pick<KeyRow, 'rights' | 'clinics'>): Grant[] {
  return rights === null ? [...allGrants] : rights.flatMap((right) => grantsAt(right, clinics));
}

/** A right at some clinics: whole where the clinics share what it is about, and not at all where it is over the account. */
function grantsAt(right: StaffRight, clinics: readonly string[] | null): Grant[] {
  if (clinics === null || rightsAtPlace.includes(right)) {
    return [{ right, clinics, clinician: null }];
  }
  return sharedRights.includes(right) ? [{ right, clinics: null, clinician: null }] : [];
}
