import { daysBetween, type CivilDate } from '../../src/domain/civil-date.js';
import type { Day } from './day.js';
import type {
  ClinicianRules,
  PreblockDefinition,
  PreblockPlacement,
  Stretch,
  WorkingInterval,
} from './model.js';
import type { Fault } from './rules.js';
import { mergeStretches } from './stretches.js';

/** Whether the definition's own expiry has come for a preblock on `date`: with 2, it counts no more from the second day before. */
export function isExpired(
  definition: PreblockDefinition,
  date: CivilDate,
  today: CivilDate,
): boolean {
  const { expiresDaysBefore } = definition;
  return expiresDaysBefore !== null && daysBetween(today, date) <= expiresDaysBefore;
}

/** Part of a preblock that lies inside working time at its clinic, epoch milliseconds. */
export interface Piece extends Stretch {
  placement: PreblockPlacement;
  definition: PreblockDefinition;
  /** Start of the whole preblock: where the plain grid begins. */
  preblockStart: number;
  /** Start of the working time around it: where the grid of `minutesBetweenOffers` begins. */
  workStart: number;
}

/** What decides whether a preblock counts. */
export interface PieceRules {
  definitions: ReadonlyMap<string, PreblockDefinition>;
  /** Ids of the definitions on the list in force; null: all. */
  listInForce: (clinician: ClinicianRules, clinic: string) => ReadonlySet<string> | null;
  needsRecallTime: boolean;
  today: CivilDate;
}

/** Why a clinician's preblock does not count for patients, whatever the working time. */
export function placementFault(
  { clinic, date }: PreblockPlacement,
  definition: PreblockDefinition,
  clinician: ClinicianRules,
  rules: PieceRules,
): Fault | undefined {
  if (!clinician.clinics.includes(clinic)) return 'not-at-clinic';
  if (definition.type !== 'internet') return 'not-internet';
  if (isExpired(definition, date, rules.today)) return 'preblock-expired';
  const list = rules.listInForce(clinician, clinic);
  return list && !list.has(definition.id) ? 'preblock-not-in-list' : undefined;
}

/**
 * What patients may be offered of one clinician's day: Internet preblocks on the list in force, not
 * expired, cut to the working time at the same clinic. Working intervals that touch are one. Preblocks that overlap stay
 * apart, since a slot must lie within one of them.
 */
export function usablePieces(
  day: Day,
  clinician: ClinicianRules,
  workingTime: readonly WorkingInterval[],
  placements: readonly PreblockPlacement[],
  rules: PieceRules,
): Piece[] {
  const pieces: Piece[] = [];
  let workClinic: string | undefined;
  let work: Stretch[] = [];
  for (const placement of placements) {
    const { clinic } = placement;
    const definition = rules.definitions.get(placement.definition);
    if (!definition || placementFault(placement, definition, clinician, rules)) continue;

    // Nearly every day has one clinic, so the last one's working time is all that is worth keeping.
    if (clinic !== workClinic) {
      workClinic = clinic;
      work = workAt(clinic, day, workingTime, rules.needsRecallTime);
    }
    const preblockStart = day.instantOf(placement.from);
    const preblockEnd = day.instantOf(placement.to);
    for (const { start: workStart, end: workEnd } of work) {
      const start = Math.max(preblockStart, workStart);
      const end = Math.min(preblockEnd, workEnd);
      if (start < end) pieces.push({ placement, definition, start, end, preblockStart, workStart });
    }
  }
  return pieces;
}

/** The day's working time at one clinic that counts for publishing. */
export function workAt(
  clinic: string,
  day: Day,
  workingTime: readonly WorkingInterval[],
  needsRecallTime: boolean,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const interval of workingTime) {
    if (interval.clinic !== clinic || (needsRecallTime && !interval.recall)) continue;
    stretches.push({ start: day.instantOf(interval.from), end: day.instantOf(interval.to) });
  }
  return mergeStretches(stretches);
}
