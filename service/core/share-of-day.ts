import type { WorkingInterval } from './model.js';

/** Minutes of a clinician's day that strangers have taken: all of them, and those of one network. */
export interface TakenMinutes {
  all: number;
  ofNetwork: number;
}

/** Part of the share that one network may use, so that it takes two to keep others out. */
const partOfNetwork = 0.5;

/**
 * Whether a clinician's day has room for `minutes` more by strangers: together they may take `share` of what is worked, and one
 * network half of that, though one time always fits. Times of a day that its network has none of count for `all` alone.
 */
export function hasRoom(
  { all, ofNetwork }: TakenMinutes,
  minutes: number,
  worked: number,
  share: number,
): boolean {
  const fits = (taken: number, part: number) => taken === 0 || taken + minutes <= worked * part;
  return fits(all, share) && fits(ofNetwork, share * partOfNetwork);
}

/** Minutes that a clinician works on a date. */
export function workedMinutes(
  workingTime: readonly WorkingInterval[],
  clinician: string,
  day: string,
): number {
  return workingTime
    .filter(({ clinician: who, date }) => who === clinician && date === day)
    .reduce((sum, { from, to }) => sum + to - from, 0);
}
