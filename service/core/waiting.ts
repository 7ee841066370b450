import { millisecondsInMinute } from 'date-fns/constants';
import type { Stretch } from './model.js';

/** What somebody who waits for an earlier time needs. Instants are epoch milliseconds; null: any. */
export interface Wish {
  clinic: string | null;
  group: string | null;
  clinician: string | null;
  treatment: string | null;
  /** How long the time has to be; null where nobody knows. */
  minutes: number | null;
  before: number;
  /** The appointment that is to be earlier. */
  appointment: { start: number; clinician: string } | null;
}

/** Where a time is free. */
export interface OpenPlace {
  clinic: string | undefined;
  clinician: string | undefined;
}

/** What of the catalogue decides whether a place is of use. */
export interface WaitingRules {
  groupOf: ReadonlyMap<string, string | null>;
  offers: readonly { clinic: string; clinician: string; treatments: readonly string[] }[];
}

/**
 * Whether a time at a place would be of use to somebody who waits (*Ønsker bedre tid*, P-48). Staff may book past the rules of the
 * booking page, so those do not count here: only the wish itself, and that the clinician gives the treatment or has the appointment.
 */
export function fitsPlace(
  wish: Wish,
  place: OpenPlace,
  { groupOf, offers }: WaitingRules,
): boolean {
  const { clinic, clinician } = place;
  if (clinic !== undefined) {
    if (wish.clinic !== null && wish.clinic !== clinic) return false;
    if (wish.group !== null && wish.group !== groupOf.get(clinic)) return false;
  }
  if (clinician === undefined) return true;
  if (wish.clinician !== null) return wish.clinician === clinician;
  if (wish.appointment?.clinician === clinician || wish.treatment === null) return true;
  return offers.some(
    (offer) =>
      offer.clinician === clinician &&
      (clinic === undefined || offer.clinic === clinic) &&
      offer.treatments.includes(wish.treatment!),
  );
}

/** Whether a stretch begins early enough for somebody who waits, and is long enough from `now` on. */
export function fitsStretch(
  { minutes, before, appointment }: Wish,
  { start, end }: Stretch,
  now: number,
): boolean {
  const first = Math.max(start, now);
  const latest = Math.min(before, appointment?.start ?? before);
  return first < latest && end - first >= (minutes ?? 1) * millisecondsInMinute;
}
