import type { Me, StaffRight } from '../../../contract/index.js';

/** Where something lies; without a clinic, at any of those where the clinician works. */
interface Place {
  readonly clinic?: string;
  readonly clinician: string;
}

function mayAtPlace({ grants }: Me, right: StaffRight, { clinic, clinician }: Place): boolean {
  return grants.some(
    (grant) =>
      grant.right === right &&
      (!grant.clinician || grant.clinician === clinician) &&
      (!grant.clinics || clinic === undefined || grant.clinics.includes(clinic)),
  );
}

/** Whether somebody may place working time and preblocks there. */
export const mayPublishAt = (me: Me, place: Place): boolean => mayAtPlace(me, 'publish', place);

/** Whether somebody may book, move and cancel there. */
export const mayBookAt = (me: Me, place: Place): boolean => mayAtPlace(me, 'appointments', place);

/** Whether somebody may book over a preblock that may not be bypassed. */
export const mayOverrideAt = (me: Me, place: Place): boolean => mayAtPlace(me, 'override', place);
