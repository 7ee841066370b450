import type { StaffRight } from '../../src/contract/index.js';
import { StaffRight as Rights } from '../../src/contract/index.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { PersonRow } from '../store/staff/people.js';
import type { StaffSessionRow } from '../store/staff/staff-sessions.js';

/** A right that somebody has: everywhere, at some clinics, or in one clinician's calendar. */
export interface Grant {
  right: StaffRight;
  /** Null: at every clinic. */
  clinics: readonly string[] | null;
  /** Null: in every calendar. */
  clinician: string | null;
}

interface Granted {
  name: string;
  grants: readonly Grant[];
}

/** A person in a session of the console (C-01). */
export interface PersonActor extends Granted {
  kind: 'person';
  id: string;
  person: PersonRow;
  session: StaffSessionRow;
}

/** Who calls the staff API: a person, an API key, or whoever runs the service. */
export type Actor =
  PersonActor | (Granted & { kind: 'key'; id: string }) | (Granted & { kind: 'host'; id: null });

/** What a staff use-case works with, and who calls it. */
export type StaffWork = Work & { actor: Actor };

/** Every right, everywhere. */
export const allGrants: readonly Grant[] = Rights.options.map((right) => ({
  right,
  clinics: null,
  clinician: null,
}));

/** Something in a calendar, or at a clinic. */
export interface Place {
  clinic?: string;
  clinician?: string;
}

/** Whether somebody has a right: at a place, everywhere, or anywhere at all. */
export function hasRight(
  { grants }: Pick<Actor, 'grants'>,
  right: StaffRight,
  place: Place | 'everywhere' | 'anywhere',
): boolean {
  return grants.some((grant) => {
    if (grant.right !== right) return false;
    if (place === 'anywhere') return true;
    return place === 'everywhere' ? isEverywhere(grant) : covers(grant, place);
  });
}

/** Whether everything that some grants allow is allowed by others as well: nobody gives what they have not themselves. */
export function hasAll(actor: Pick<Actor, 'grants'>, grants: readonly Grant[]): boolean {
  return grants.every(({ right, clinics, clinician }) =>
    clinics === null
      ? hasRight(actor, right, clinician === null ? 'everywhere' : { clinician })
      : clinics.every((clinic) =>
          hasRight(actor, right, clinician === null ? { clinic } : { clinic, clinician }),
        ),
  );
}

/** The person who calls; throws `not-allowed` for a key, which has no sessions and no passkeys. */
export function requirePerson({ actor }: StaffWork): PersonActor {
  if (actor.kind !== 'person') throw new ProblemError('not-allowed');
  return actor;
}

/** Throws `not-allowed` with the right that is missing, at a place or everywhere (C-01). */
export function requireRight(
  { actor }: StaffWork,
  right: StaffRight,
  place: Place | 'everywhere',
): void {
  if (!hasRight(actor, right, place)) throw new ProblemError('not-allowed', { right });
}

function isEverywhere({ clinics, clinician }: Grant): boolean {
  return clinics === null && clinician === null;
}

function covers({ clinics, clinician }: Grant, place: Place): boolean {
  return (
    (clinics === null || (place.clinic !== undefined && clinics.includes(place.clinic))) &&
    (clinician === null || clinician === place.clinician)
  );
}
