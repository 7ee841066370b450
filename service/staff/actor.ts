import type { StaffRight } from '../../src/contract/index.js';
import { StaffRight as Rights } from '../../src/contract/index.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';

/** A right that somebody has: everywhere, at some clinics, or in one clinician's calendar. */
export interface Grant {
  right: StaffRight;
  /** Null: at every clinic. */
  clinics: readonly string[] | null;
  /** Null: in every calendar. */
  clinician: string | null;
}

/** Who calls the staff API. */
export interface Actor {
  /** `host` is whoever runs the service. */
  kind: 'operator' | 'host';
  /** Id of the person or the key; null for the host and the operator's token. */
  id: string | null;
  name: string;
  grants: readonly Grant[];
}

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

/** Whether somebody has a right; with a place: there, without one: at any place. */
export function hasRight({ grants }: Actor, right: StaffRight, place?: Place): boolean {
  return grants.some((grant) => grant.right === right && (!place || covers(grant, place)));
}

/** Throws `not-allowed` with the right that is missing, at a place or everywhere (C-01). */
export function requireRight(
  { actor }: StaffWork,
  right: StaffRight,
  place: Place | 'everywhere',
): void {
  const isAllowed =
    place === 'everywhere'
      ? actor.grants.some((grant) => grant.right === right && isEverywhere(grant))
      : hasRight(actor, right, place);
  if (!isAllowed) throw new ProblemError('not-allowed', { right });
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
