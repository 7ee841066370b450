import type { ClinicianInput } from '../../src/contract/index.js';
import { ProblemError } from '../context/problem.js';
import type { StaffWork } from './actor.js';
import { hasRight, requireRight } from './actor.js';

/** What of the catalogue stands at a clinic. */
export type PlacedKind = 'clinic' | 'clinician' | 'resource';

/**
 * Throws `not-allowed` where the caller may not change the catalogue at every clinic of something: where it is now, and where it
 * will be. What is at none belongs to the whole account.
 */
export async function requireAtClinics(
  work: StaffWork,
  kind: PlacedKind,
  id: string,
  after: readonly string[] = [],
): Promise<void> {
  // Who may everywhere is asked for nothing else, so that a set-up loads no catalogue.
  if (hasRight(work.actor, 'catalogue', 'everywhere')) return;
  const clinics = [...(await clinicsNow(work, kind, id)), ...after];
  if (clinics.length === 0) throw new ProblemError('not-allowed', { right: 'catalogue' });
  for (const clinic of clinics) requireRight(work, 'catalogue', { clinic });
}

/** The clinics of a clinician as they are sent. */
export function clinicsOf({ clinics }: Pick<ClinicianInput, 'clinics'>): string[] {
  return clinics.map(({ clinic }) => clinic);
}

async function clinicsNow(work: StaffWork, kind: PlacedKind, id: string): Promise<string[]> {
  if (kind === 'clinic') return [id];
  const { rows } = await work.catalogue();
  if (kind === 'resource') {
    return rows.resources.filter((row) => row.id === id).map(({ clinicId }) => clinicId);
  }
  return rows.clinicianClinics
    .filter(({ clinicianId }) => clinicianId === id)
    .map(({ clinicId }) => clinicId);
}
